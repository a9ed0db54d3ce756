"""An address changes with the content, and never the content under an address."""

from pathlib import Path

import pytest

from backend.foundation.web.assets.tree import Tree, media_type, read_tree


def grow(root: Path, **files: str) -> Tree:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return read_tree(root)


def test_every_file_has_an_address_under_one_digest(tmp_path: Path) -> None:
    tree = grow(tmp_path, js__app_js="1", icons__mark_svg="<svg/>")
    assert tree.url("js/app.js") == f"/static/{tree.digest}/js/app.js"
    assert tree.url("icons/mark.svg").startswith(f"/static/{tree.digest}/")


def test_a_file_that_is_not_there_has_none(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        grow(tmp_path, js__app_js="1").url("js/gone.js")


def test_one_changed_byte_changes_the_digest_of_all(tmp_path: Path) -> None:
    before = grow(tmp_path, a_js="1", b_js="2").digest
    assert grow(tmp_path, b_js="3").digest != before
    assert grow(tmp_path, b_js="2").digest == before


def test_a_renamed_file_changes_the_digest(tmp_path: Path) -> None:
    before = grow(tmp_path, a_js="1").digest
    (tmp_path / "a.js").rename(tmp_path / "b.js")
    assert read_tree(tmp_path).digest != before


def test_the_stylesheet_is_composed(tmp_path: Path) -> None:
    tree = grow(tmp_path, css__app_css='@import "b.css" layer(b);', css__b_css="b {}\n")
    assert tree.assets["css/app.css"].body == b"@layer b {\nb {}\n}\n"


def test_our_scripts_travel_without_comments_and_what_is_vendored_as_it_is(tmp_path: Path) -> None:
    said = "// why\nconst said = `// 街天\n  ${ early } /* 早市 */`; /** what */\n"
    tree = grow(tmp_path, js__app_js=said, vendor__lib_js=said)
    assert tree.assets["js/app.js"].body.decode() == "const said=`// 街天\n  ${ early } /* 早市 */`;"
    assert tree.assets["vendor/lib.js"].body.decode() == said


def test_notes_and_hidden_files_are_not_served(tmp_path: Path) -> None:
    assert set(grow(tmp_path, README_md="", _hidden="", a_js="").assets) == {"a.js", "shell.packed"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.js", "text/javascript"),
        ("a.css", "text/css"),
        ("a.svg", "image/svg+xml"),
        ("a.png", "image/png"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_the_type_comes_from_the_ending(path: str, expected: str) -> None:
    assert media_type(path) == expected
