"""One classic script out of ES modules: a service worker runs everywhere as a classic script only, and its outbox is that of the
pages. Pure.

Understands what our modules say: `import { a, b as c } from "./x.js";`, `export` before a declaration, `export { a, b };`.
"""

import posixpath
import re
from collections.abc import Callable

IMPORT = re.compile(r'^import\s*\{(?P<names>[^}]*)\}\s*from\s*"(?P<source>[^"]+)";$', re.MULTILINE)
DECLARED = re.compile(
    r"^export\s+(?P<rest>(?:async\s+)?(?:function\*?|class|const|let)\s+(?P<name>\w+))", re.MULTILINE
)
LISTED = re.compile(r"^export\s*\{(?P<names>[^}]*)\};$", re.MULTILINE)
LEFT = re.compile(r"^(?:import|export)\b(?!\()", re.MULTILINE)


class BadScript(ValueError):
    """A module that says something this does not understand."""


def classic(entry: str, read: Callable[[str], str], name: str) -> str:
    """The module at `entry` and all it imports, each in a scope of its own; what `entry` exports is `self.NAME`.

    `read` gives the text of a path inside the tree. Raises BadScript for a circle and for any other kind of import or export.
    """
    placed: dict[str, str] = {}
    written = _placed(entry, read, placed, ())
    return "\n".join([*written, f"self.{name} = {placed[entry]};", ""])


def _placed(
    path: str, read: Callable[[str], str], placed: dict[str, str], above: tuple[str, ...]
) -> list[str]:
    if path in above:
        raise BadScript(f"{path} imports itself by way of {' → '.join(above)}")
    if path in placed:
        return []
    text, before = read(path), list[str]()
    for found in IMPORT.finditer(text):
        before += _placed(_target(path, found["source"]), read, placed, (*above, path))
    placed[path] = f"module{len(placed)}"
    return [*before, _scope(path, text, placed)]


def _scope(path: str, text: str, placed: dict[str, str]) -> str:
    exported = [found["name"] for found in DECLARED.finditer(text)]
    for found in LISTED.finditer(text):
        exported += _names(found["names"])
    body = IMPORT.sub(lambda found: _taken(found, placed[_target(path, found["source"])]), text)
    body = LISTED.sub("", DECLARED.sub(r"\g<rest>", body))
    if LEFT.search(body):
        raise BadScript(f"{path} imports or exports in a way that is not understood")
    return f"const {placed[path]} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _taken(found: re.Match[str], module: str) -> str:
    names = ", ".join(name.replace(" as ", ": ") for name in _names(found["names"]))
    return f"const {{ {names} }} = {module};"


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := " ".join(part.split()))]


def _target(path: str, source: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
