"""What a phone gets of our scripts says the same as what we wrote: nothing but comments and blanks stays behind."""

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from backend.foundation.web.assets.serving import tree
from tests.rig.stage import ROOT

READER = Parser(Language(tree_sitter_javascript.language()))


def words(script: bytes) -> list[tuple[str, bytes]]:
    """Every word of it by kind, texts and templates letter by letter."""
    return [(node.type, node.text or b"") for node in leaves(READER.parse(script).root_node)]


def leaves(node: Node) -> Iterator[Node]:
    if node.type == "comment":
        return
    if not node.children and node.text:
        yield node
    for child in node.children:
        yield from leaves(child)


def test_the_reader_sees_a_blank_that_is_lost_in_a_text() -> None:
    assert words(b"say(`${a ? `b  c` : d}`);") != words(b"say(`${a?`b c`:d}`);")
    assert words(b"say(a); // why\n") == words(b"say(a);")


def test_every_script_says_what_was_written() -> None:
    sent = tree().assets
    for written in sorted((ROOT / "static/js").rglob("*.js")):
        path = written.relative_to(ROOT / "static").as_posix()
        assert len(sent[path].body) < written.stat().st_size, path
        assert words(sent[path].body) == words(written.read_bytes()), path
