import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from backend.foundation.letters import typesetting
from backend.foundation.letters.fonts.kit import KIT
from backend.foundation.letters.typesetting import PaperFailed, typeset
from backend.foundation.now import CHINA
from tests.foundation.letters.reading import opened
from tests.foundation.letters.test_pictures import photo

WHEN = datetime(2026, 11, 22, 22, 30, tzinfo=CHINA)
SLIP = """
#import "/faces.typ": *
#let data = json(bytes(sys.inputs.data))
#set text(font: fang)
#data.words
#for svg in data.pictures.values() { image(bytes(svg), format: "svg", width: 3cm) }
#data.missing.join(" ")
"""


@pytest.fixture
def slip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A template of one line, beside a copy of the typefaces' names."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "faces.typ").write_text(
        (typesetting.TEMPLATES / "faces.typ").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "slip.typ").write_text(SLIP, encoding="utf-8")
    monkeypatch.setattr(typesetting, "TEMPLATES", folder)
    typesetting._compiler.cache_clear()
    yield "slip"
    typesetting._compiler.cache_clear()


def test_the_same_data_and_moment_give_the_same_bytes(slip: str) -> None:
    assert typeset(slip, {"words": "巡查"}, WHEN) == typeset(slip, {"words": "巡查"}, WHEN)


def test_the_paper_says_that_it_is_pdf_a_2b(slip: str) -> None:
    paper = typeset(slip, {"words": "巡查"}, WHEN)
    assert re.search(rb"pdfaid:part>2<.*pdfaid:conformance>B<", paper, re.DOTALL)


def test_names_with_rare_characters_are_printed(slip: str, tmp_path: Path) -> None:
    paper = opened(typeset(slip, {"words": "旻堃喆祎邨昇赟玥垚犇 阿依古丽·买买提 ①℃㎡"}, WHEN), tmp_path)
    assert "旻堃喆祎邨昇赟玥垚犇" in paper.text()
    assert "阿依古丽·买买提" in paper.text()


def test_what_no_typeface_has_is_marked_and_named(slip: str, tmp_path: Path) -> None:
    text = opened(typeset(slip, {"words": "张𠮷👍"}, WHEN), tmp_path).text()
    assert "张〓〓" in text
    assert "U+20BB7 U+1F44D" in text


@pytest.mark.parametrize("words", ["#panic()", "*粗* _斜_ $x$ = 题 @a <b> \\ `c`", '"; #sys.exit()'])
def test_nothing_typed_is_taken_for_a_command(slip: str, tmp_path: Path, words: str) -> None:
    assert words in opened(typeset(slip, {"words": words}, WHEN), tmp_path).text()


def test_pictures_are_embedded_as_jpeg(slip: str) -> None:
    assert b"DCTDecode" in typeset(slip, {"words": ""}, WHEN, {"one": photo((640, 480), "WEBP")})


def test_a_template_that_cannot_be_set_says_why(slip: str) -> None:
    with pytest.raises(PaperFailed, match=r"slip: .*words"):
        typeset(slip, {}, WHEN)


def test_the_typefaces_of_an_office_come_first(slip: str, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    face = (KIT / "FandolHei-Regular.otf").read_bytes()
    for coding in ("ascii", "utf-16-be"):
        face = face.replace("FandolHei".encode(coding), "OfficeHei".encode(coding))
    (own / "office.otf").write_bytes(face)
    names = typesetting.TEMPLATES / "faces.typ"
    names.write_text('#let fang = ("OfficeHei", "FandolFang R")', encoding="utf-8")
    assert b"OfficeHei" in typeset(slip, {"words": "巡查"}, WHEN, font_dir=str(own))
    assert b"OfficeHei" not in typeset(slip, {"words": "巡查"}, WHEN)
