"""What nobody uses is taken out: macros, imports of macros, behaviours, classes of the stylesheets. The rest is told."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from tests.house.tree import ours, text

# The parts of a class name that a template or script puts together: ld-tag_{{ kind }}, "ld-chip_" ~ shape, `ld-step_${…}`.
PUT_TOGETHER = re.compile(r"\b(ld[\w-]*[_-])(?=\{\{|\{%|\$\{|[\"'] *[~+])")
CLASS = re.compile(r"\.(ld-?[\w-]+)")
WORD = re.compile(r"[\w-]+")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BEHAVIOURS = Path("static/js/behaviours")


@cache
def templates() -> dict[str, nodes.Template]:
    """By the name they are included by."""
    environment = Environment(autoescape=True)
    paths = [path for path in ours(".html") if path.parts[0] == "templates"]
    return {str(path).removeprefix("templates/"): environment.parse(text(path)) for path in paths}


def imports(tree: nodes.Template) -> Iterator[tuple[str, str, str]]:
    """From which template, which macro, under which name."""
    for each in tree.find_all(nodes.FromImport):
        assert isinstance(each.template, nodes.Const)
        for name in each.names:
            macro, known_as = name if isinstance(name, tuple) else (name, name)
            yield each.template.value, macro, known_as


def borrowed() -> Iterator[tuple[str, str]]:
    """From which template, which macro, by `{% import … as parts %}` and `parts.macro`, also in what is included there."""
    trees = list(templates().values())
    shelves = {each.target: each.template for tree in trees for each in tree.find_all(nodes.Import)}
    for tree in trees:
        for each in tree.find_all(nodes.Getattr):
            if isinstance(each.node, nodes.Name) and each.node.name in shelves:
                shelf = shelves[each.node.name]
                assert isinstance(shelf, nodes.Const)
                yield shelf.value, each.attr


def named(tree: nodes.Node) -> set[str]:
    return {each.name for each in tree.find_all(nodes.Name) if each.ctx == "load"}


def brought(tree: nodes.Template) -> set[str]:
    return {known_as for _, _, known_as in imports(tree)} | {
        macro.name for macro in tree.find_all(nodes.Macro)
    }


def named_outside(tree: nodes.Template, macro: nodes.Macro) -> set[str]:
    """A macro that only calls itself is called by nobody."""
    rest = [each for each in tree.find_all((nodes.Name, nodes.Macro)) if each is not macro]
    inside = set(map(id, macro.find_all(nodes.Name)))
    return {
        each.name
        for each in rest
        if isinstance(each, nodes.Name) and each.ctx == "load" and id(each) not in inside
    }


def test_every_macro_is_used() -> None:
    taken = {(source, macro) for tree in templates().values() for source, macro, _ in imports(tree)}
    taken |= set(borrowed())
    idle = [
        f"{path}: {macro.name}"
        for path, tree in templates().items()
        for macro in tree.find_all(nodes.Macro)
        if (path, macro.name) not in taken and macro.name not in named_outside(tree, macro)
    ]
    assert idle == []


def test_every_macro_that_is_imported_is_used() -> None:
    idle = [
        f"{path}: {known_as}"
        for path, tree in templates().items()
        for _, _, known_as in imports(tree)
        if known_as not in named(tree)
    ]
    assert idle == []


def test_a_template_brings_its_own_macros() -> None:
    """One that lives on what its includer imported breaks where another includes it."""
    macros = {macro.name for tree in templates().values() for macro in tree.find_all(nodes.Macro)}
    lent = [
        f"{path}: {call.node.name}"
        for path, tree in templates().items()
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in macros - brought(tree)
    ]
    assert lent == []


def test_every_class_of_the_stylesheets_stands_on_something() -> None:
    sources = [text(path) for path in ours(".html", ".js", ".py") if path.parts[0] != "tests"]
    words = {word for source in sources for word in WORD.findall(source)}
    begun = tuple({start for source in sources for start in PUT_TOGETHER.findall(source)})
    styled = {name for path in ours(".css") for name in CLASS.findall(COMMENT.sub("", text(path)))}
    assert sorted(name for name in styled - words if not name.startswith(begun)) == []


def test_every_behaviour_is_asked_for() -> None:
    sources = [text(path) for path in ours(".html", ".js", ".py") if path.parts[0] != "tests"]
    asked = {word for source in sources for word in WORD.findall(source)}
    assert (
        sorted(path.stem for path in ours(".js") if path.parent == BEHAVIOURS and path.stem not in asked)
        == []
    )


def test_the_kit_is_told_in_its_readme() -> None:
    told = set(WORD.findall(text(Path("templates/shared/README.md"))))
    macros = {
        macro.name
        for name, tree in templates().items()
        if name.startswith("shared/")
        for macro in tree.find_all(nodes.Macro)
    }
    behaviours = {path.stem for path in ours(".js") if path.parent == BEHAVIOURS}
    assert sorted(name for name in (macros | behaviours) - told if not name.startswith("_")) == []
