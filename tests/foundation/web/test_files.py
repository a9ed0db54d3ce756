"""What a file is called on the reader's disk: in their words, and whatever somebody typed, one name."""

import pytest

from backend.foundation.web.files import kept_as, paper_file, shown_as


def test_a_plain_name_is_written_as_it_is() -> None:
    assert kept_as("patrol-1.pdf") == 'attachment; filename="patrol-1.pdf"'


@pytest.mark.parametrize("name", ['a".exe', "a;b.pdf", "a\r\nX: y.pdf", "移送案卷.zip"])
def test_any_other_is_quoted_so_that_it_says_nothing_else(name: str) -> None:
    assert kept_as(name).startswith("attachment; filename*=UTF-8''")
    assert not set('";\r\n') & set(kept_as(name).removeprefix("attachment; "))


def test_what_may_be_looked_at_is_shown() -> None:
    assert shown_as("letter.pdf").startswith("inline; ")


def test_a_paper_is_looked_at_as_pdf_and_kept_as_docx_and_by_no_cache() -> None:
    pdf, docx = paper_file("a", b"", "pdf"), paper_file("a", b"", "docx")
    shown = [str(each.headers["Content-Disposition"]) for each in (pdf, docx)]
    assert shown == ['inline; filename="a.pdf"', 'attachment; filename="a.docx"']
    assert {each.headers["Cache-Control"] for each in (pdf, docx)} == {"no-store"}
