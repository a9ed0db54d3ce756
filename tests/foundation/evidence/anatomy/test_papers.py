"""PDF, DOCX and XLSX by their structure."""

import pytest

from backend.foundation.evidence.anatomy import office, pdf
from backend.foundation.evidence.anatomy.findings import NotAllowed, Truncated
from tests.foundation.evidence.pictures import PAPER, TABLE, paper

LETTER = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"


def test_a_pdf_ends_with_its_last_end_mark() -> None:
    assert pdf.walk(LETTER).trailing == 0
    assert pdf.walk(LETTER + LETTER).trailing == 0
    assert pdf.walk(LETTER + b"MZ program").trailing == len(b"MZ program")


def test_a_pdf_without_end_is_truncated() -> None:
    with pytest.raises(Truncated):
        pdf.walk(LETTER[:-8])


@pytest.mark.parametrize(("part", "media_type"), [("word/document.xml", PAPER), ("xl/workbook.xml", TABLE)])
def test_an_office_file_is_known_by_its_main_part(part: str, media_type: str) -> None:
    assert office.walk(paper(part)).media_type == media_type
    assert office.walk(paper(part) + b"tail").trailing == 4


@pytest.mark.parametrize(
    "parts",
    [
        (),
        ("classes.dex",),
        ("word/document.xml", "word/vbaProject.bin"),
        ("word/document.xml", "xl/workbook.xml"),
    ],
)
def test_other_archives_and_macros_are_not_taken(parts: tuple[str, ...]) -> None:
    with pytest.raises(NotAllowed):
        office.walk(paper(*parts))


def test_an_archive_without_its_directory_is_truncated() -> None:
    whole = paper("word/document.xml")
    for cut in (10, len(whole) // 2, len(whole) - 22):
        with pytest.raises(Truncated):
            office.walk(whole[:cut])


def test_a_directory_of_a_million_parts_is_not_read() -> None:
    end = b"PK\x05\x06" + b"\0" * 4 + (60_000).to_bytes(2, "little") * 2 + b"\0" * 10
    with pytest.raises(NotAllowed):
        office.walk(b"PK\x03\x04" + end)
