"""The codes on papers are read from a poor copy: 100 dots an inch, the edges run."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import zxingcpp

from backend.foundation.letters.papers.paper import Check
from backend.foundation.letters.papers.setting import pdf
from tests.foundation.letters.papers.cast import CHECK, LIST, SLIP, at, paper
from tests.foundation.letters.reading import copied, opened, scanned

LONG = Check("https://liandong.shifanxian.gov.cn/v/7K4M9QZX2WPR5TBN8HJD", "7K4M 9QZX 2WPR 5TBN 8HJD")
REPLY = Check("https://liandong.shifanxian.gov.cn/p/9QZX7K4M2WPR5TBN8HJD", "7K4M 9QZX")


def builtins(check: Check) -> dict[str, Any]:
    said: dict[str, Any] = msgspec.to_builtins(check)
    return said


@pytest.mark.parametrize("check", [CHECK, LONG])
def test_the_code_at_the_foot_of_a_letter_is_read(check: Check, tmp_path: Path) -> None:
    assert scanned(opened(pdf(paper(check=builtins(check)), at(23)), tmp_path)) == [check.address]


@pytest.mark.parametrize("content", [LIST, SLIP])
def test_the_code_at_the_head_of_a_form_is_read(content: Any, tmp_path: Path) -> None:
    assert scanned(opened(pdf(paper(content, check=builtins(LONG)), at(23)), tmp_path)) == [LONG.address]


def test_the_code_a_body_without_accounts_answers_by_is_read(tmp_path: Path) -> None:
    letter = opened(pdf(paper(reply=builtins(REPLY)), at(23)), tmp_path)
    assert scanned(letter, letter.pages()) == [REPLY.address]


def test_the_text_of_a_letter_ends_above_its_code(tmp_path: Path) -> None:
    """Nothing is printed within the air around it, however much there is to say."""
    said = paper(paragraphs=("一二三四五六七八九十" * 120,), enclosures=())
    sheet = copied(opened(pdf(said, at(23)), tmp_path))
    dots = 100 / 25.4
    (code,) = zxingcpp.read_barcodes(sheet)
    upper, left = code.position.top_left.y, code.position.top_left.x
    air = sheet.crop((int(left), int(upper - 1.6 * dots), int(left + 22 * dots), int(upper - 0.8 * dots)))
    assert min(air.tobytes()) > 200
