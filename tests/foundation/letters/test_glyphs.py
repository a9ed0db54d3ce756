from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.letters.fonts.kit import KIT
from backend.foundation.letters.glyphs import MISSING_SORT, code, covered, mark_missing

SHOWN = frozenset(map(ord, "赵喆张三 a。"))


def test_text_that_can_be_shown_is_left_as_it_is() -> None:
    assert mark_missing({"name": "赵喆", "rows": ["张三。"], "count": 3}, SHOWN) == (
        {"name": "赵喆", "rows": ["张三。"], "count": 3},
        (),
    )


def test_a_character_without_a_glyph_is_marked_and_named_once() -> None:
    assert mark_missing(["张𠮷", "𠮷三"], SHOWN) == ([f"张{MISSING_SORT}", f"{MISSING_SORT}三"], ("𠮷",))


@pytest.mark.parametrize("sign", ["\x07", "\u200b", "\u200d", "\ufe0f", "\U000e0100"])
def test_signs_without_a_picture_are_left_out(sign: str) -> None:
    assert mark_missing(f"张{sign}三", SHOWN) == ("张三", ())


def test_line_ends_stay() -> None:
    assert mark_missing("张\n三", SHOWN) == ("张\n三", ())


@given(st.text())
def test_what_is_marked_can_always_be_shown(text: str) -> None:
    marked, _ = mark_missing(text, SHOWN | {ord(MISSING_SORT)})
    assert set(map(ord, marked)) <= SHOWN | set(map(ord, MISSING_SORT + "\n\t"))


def test_codes_are_written_as_they_are_looked_up() -> None:
    assert [code(each) for each in "A𠮷"] == ["U+0041", "U+20BB7"]


def test_an_office_typeface_adds_to_the_kit(tmp_path: Path) -> None:
    (tmp_path / "office.OTF").write_bytes((KIT / "FandolHei-Regular.otf").read_bytes())
    (tmp_path / "readme.txt").write_text("not a typeface", encoding="utf-8")
    assert covered(tmp_path) == covered()
