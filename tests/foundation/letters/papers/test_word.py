"""The DOCX, read back by another program than made it (LibreOffice)."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest

from backend.foundation.letters.papers.word import docx
from tests.foundation.letters.papers.cast import ALL, CHECK, LETTER, NUMBER, at, paper
from tests.foundation.letters.reading import Paper, scanned


def converted(documents: dict[str, bytes], folder: Path) -> dict[str, Paper]:
    """All of them in one start of LibreOffice, which takes seconds."""
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document)
    home = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        + [str(folder / f"{name}.docx") for name in documents],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {name: Paper(folder / f"{name}.pdf") for name in documents}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    made = {kind: docx(paper(content), at(23)) for kind, content in ALL.items()}
    return converted(made, tmp_path_factory.mktemp("docx"))


@pytest.mark.parametrize("kind", ALL)
def test_libreoffice_opens_it_and_finds_every_word(kind: str, papers: dict[str, Paper]) -> None:
    said, words = paper(ALL[kind]), papers[kind].words()
    wanted = [
        said["number"],
        *said["title"],
        *said["enclosures"],
        said["date"],
        said["check"]["code"],
        *(fact["words"] for fact in said["facts"]),
        *(signer["label"] for signer in said["signers"]),
    ]
    assert [each for each in wanted if "".join(each.split()) not in words] == []


def test_a_letter_has_its_lines_on_both_pages(papers: dict[str, Paper]) -> None:
    letter = papers["handoff_letter"]
    assert letter.pages() == 2
    assert re.search(rf" {{20,}}{NUMBER[:5]}", letter.text(1))
    assert "—2—" in letter.text(2)
    assert "—1—" not in letter.text(1)
    assert all(line.startswith("抄送") for line in letter.text(2).splitlines() if "县司法局" in line)


def test_forms_take_one_page(papers: dict[str, Paper]) -> None:
    assert [papers[kind].pages() for kind in ("material_list", "receipt_slip")] == [1, 1]


def test_the_same_words_and_moment_give_the_same_bytes() -> None:
    assert docx(paper(), at(23)) == docx(paper(), at(23))


def test_typefaces_go_by_the_names_they_have_in_offices() -> None:
    styles = part(docx(paper(), at(23)), "word/styles.xml")
    assert [face for face in ("仿宋_GB2312", "方正小标宋简体", "黑体", "宋体") if face not in styles] == []


def test_what_xml_cannot_carry_is_left_out() -> None:
    odd = msgspec.structs.replace(LETTER, facts="一\x07二\ud800三<b>&四")
    document = part(docx(paper(odd), at(23)), "word/document.xml")
    assert "一二三&lt;b&gt;&amp;四" in document


def test_rare_names_are_text_like_any_other() -> None:
    named = msgspec.structs.replace(LETTER, party="旻堃喆祎𠮷")
    assert "旻堃喆祎𠮷" in part(docx(paper(named), at(23)), "word/document.xml")


def part(document: bytes, name: str) -> str:
    with ZipFile(BytesIO(document)) as package:
        assert package.testzip() is None
        return package.read(name).decode()


def test_the_code_on_what_an_office_prints_is_read_from_a_poor_copy(papers: dict[str, Paper]) -> None:
    assert [scanned(papers[kind]) for kind in ("handoff_letter", "material_list")] == [[CHECK.address]] * 2
