"""The letter form of GB/T 9704-2012, measured on the paper itself."""

import re
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from backend.foundation.letters.papers.setting import pdf
from tests.foundation.letters.papers.cast import CHECK, LETTER, NUMBER, RETURN, at, paper
from tests.foundation.letters.reading import Paper, opened

DPI = 200
RARE = "旻堃喆祎"
LONG_NAME = "阿卜杜热依木江·麦麦提图尔荪江·吐尔逊买买提明江·阿卜杜克热木·库尔班江麦麦提敏"
LINE = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"


@pytest.fixture
def letter(tmp_path: Path) -> Paper:
    return opened(pdf(paper(), at(23)), tmp_path)


def sheet(path: Path, page: int = 1) -> Image.Image:
    made = subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), str(path)],
        check=True,
        capture_output=True,
    )
    return Image.open(BytesIO(made.stdout))


def mm(dots: float) -> float:
    return dots * 25.4 / DPI


def is_red(picture: Image.Image, x: int, y: int) -> bool:
    red, green, blue = picture.getpixel((x, y))  # type: ignore[misc]
    return red > 150 and green < 110 and blue < 110


def red_rows(picture: Image.Image, x_mm: float) -> list[float]:
    """Millimetres from the top at which the sheet is red along one vertical."""
    x = round(x_mm * DPI / 25.4)
    return [mm(y) for y in range(picture.height) if is_red(picture, x, y)]


def test_the_mark_stands_thirty_millimetres_below_the_edge(letter: Paper) -> None:
    picture = sheet(letter.path)
    red = [y for y in range(picture.height) if any(is_red(picture, x, y) for x in range(400, 1300, 2))]
    assert 29.5 <= mm(red[0]) <= 31.5


def test_the_rules_are_double_and_stand_where_the_standard_says(letter: Paper) -> None:
    rows = red_rows(sheet(letter.path), 22)  # left of 版心: nothing else is red there
    upper, lower = [row for row in rows if row < 150], [row for row in rows if row > 150]
    assert lower[0] >= 297 - 20 - 2.5
    assert lower[-1] <= 297 - 20 + 0.6
    thick, thin = widths(upper)
    assert thick > thin, "上粗下细"
    thin, thick = widths(lower)
    assert thin < thick, "上细下粗"


def widths(rule: list[float]) -> tuple[float, float]:
    """Of the two lines of a double rule, which have air between them."""
    ((ends, begins),) = [(one, two) for one, two in pairwise(rule) if two - one > 0.2]
    return ends - rule[0], rule[-1] - begins


def test_the_rules_are_170_millimetres_long(letter: Paper) -> None:
    picture = sheet(letter.path)
    y = round(red_rows(picture, 22)[0] * DPI / 25.4) + 1
    red = [x for x in range(picture.width) if is_red(picture, x, y)]
    assert mm(red[0]) == pytest.approx(20, abs=0.4)
    assert mm(red[-1]) == pytest.approx(190, abs=0.4)


def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    full = opened(pdf(paper(paragraphs=(LINE * 60, "特此函告。"), enclosures=()), at(23)), tmp_path)
    lines = [line.strip() for line in full.text(2).splitlines() if len(line.strip()) > 10]
    assert [len(line) for line in lines] == [28] * 22


def test_the_number_is_flush_right_and_the_first_page_has_none_of_its_own(tmp_path: Path) -> None:
    two = opened(pdf(paper(), at(23)), tmp_path)
    assert re.search(rf" {{20,}}{NUMBER}\n", two.text(1))
    assert "—1—" not in two.text(1)
    assert "—2—" in two.text(2)


def test_everything_it_says_can_be_read_back(letter: Paper) -> None:
    said = paper()
    foot = "".join(f"扫码，或者打开{CHECK.address}核验码{CHECK.code}".split())
    read = letter.words().replace(foot, "")  # stands between the pages
    for words in (said["number"], said["addressee"], said["signature"], said["date"], *said["enclosures"]):
        assert words in letter.words()
    for paragraph in said["paragraphs"]:
        assert paragraph in read
    assert "抄送：县司法局。" in letter.words()
    assert foot in letter.words()


def test_rare_names_and_long_ones_are_printed(tmp_path: Path) -> None:
    named = msgspec.structs.replace(LETTER, party=f"{RARE}、{LONG_NAME}")
    words = opened(pdf(paper(named), at(23)), tmp_path).words()
    assert len(LONG_NAME) == 40
    assert f"{RARE}、{LONG_NAME}" in words


def test_every_typeface_is_embedded(letter: Paper) -> None:
    listed = subprocess.run(["pdffonts", str(letter.path)], check=True, capture_output=True, text=True).stdout
    rows = listed.splitlines()[2:]
    assert len(rows) >= 3
    assert all(re.search(r"\byes +yes +yes\b", row) for row in rows), listed


def test_it_is_pdf_a() -> None:
    assert re.search(rb"pdfaid:part>2<.*pdfaid:conformance>B<", pdf(paper(), at(23)), re.DOTALL)


def test_the_same_words_and_moment_give_the_same_bytes() -> None:
    assert pdf(paper(), at(23)) == pdf(paper(), at(23))
    assert pdf(paper(), at(23)) != pdf(paper(), at(24))


@pytest.mark.parametrize(
    "name", ["县", "示范县乡镇综合行政执法协调联动工作领导小组办公室暨统筹指挥中心临时筹备处"]
)
def test_the_mark_fits_into_one_line(name: str, tmp_path: Path) -> None:
    set_ = opened(pdf(paper(organisation=name), at(23)), tmp_path)
    assert name in [line.strip() for line in set_.text(1).splitlines()]


def test_name_and_date_never_stand_alone_on_a_page(tmp_path: Path) -> None:
    for lines in range(8, 16):
        words = (LINE * lines, "根据有关规定，现将案件材料退回。" * 4)
        last = opened(pdf(paper(RETURN, paragraphs=words), at(23)), tmp_path)
        on_last = last.text(last.pages()).split("县城市管理局\n")[0]
        assert "退回" in on_last
