"""Lists, slips and records as ruled sheets."""

from pathlib import Path

import msgspec
import pytest

from backend.foundation.letters.papers.setting import pdf
from tests.foundation.letters.papers.cast import HAND_OVER, LIST, MATERIALS, NUMBER, SLIP, at, paper
from tests.foundation.letters.reading import opened


@pytest.mark.parametrize("content", [LIST, SLIP, HAND_OVER])
def test_a_form_fits_on_one_page_and_says_everything(content: object, tmp_path: Path) -> None:
    said = paper(content)  # type: ignore[arg-type]
    sheet = opened(pdf(said, at(23)), tmp_path)
    words = sheet.cells()
    assert sheet.pages() == 1
    assert NUMBER in words
    cells = [fact["words"] for fact in said["facts"]] + [
        cell for row in (said["grid"] or {"rows": []})["rows"] for cell in row
    ]
    assert [cell for cell in cells if "".join(cell.split()) not in words] == []


def test_a_long_list_goes_on_with_its_head_line(tmp_path: Path) -> None:
    long = msgspec.structs.replace(LIST, materials=MATERIALS * 40)
    sheet = opened(pdf(paper(long), at(23)), tmp_path)
    assert sheet.pages() > 2
    assert all("SHA-256摘要" in "".join(sheet.text(page).split()) for page in range(1, sheet.pages()))


def test_what_no_typeface_has_is_marked_and_named(tmp_path: Path) -> None:
    named = msgspec.structs.replace(HAND_OVER, party="张𠮷")
    words = opened(pdf(paper(named), at(23)), tmp_path).words()
    assert "张〓" in words
    assert "U+20BB7" in words
