"""DOCX and XLSX (ISO/IEC 29500): a ZIP archive, known by the parts its directory lists.

The directory is read by hand and with a limit: a hostile one of a million entries costs nothing here.
"""

from collections.abc import Iterator

from backend.foundation.evidence.anatomy.findings import Anatomy, NotAllowed, Truncated, View, little, take

END_OF_DIRECTORY = b"PK\x05\x06"
ENTRY = b"PK\x01\x02"
END_SIZE, ENTRY_SIZE = 22, 46
MOST_PARTS = 10_000
MACROS = "vbaProject.bin"
FORMS = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def walk(view: View) -> Anatomy:
    """By its main part; archives of anything else and files with macros are not taken."""
    end = view.rfind(END_OF_DIRECTORY)
    if end < 0:
        raise Truncated
    names = list(_names(view, end))
    forms = [form for part, form in FORMS.items() if part in names]
    if "[Content_Types].xml" not in names or len(forms) != 1 or any(name.endswith(MACROS) for name in names):
        raise NotAllowed
    size = END_SIZE + little(view, end + 20, 2)
    return Anatomy(forms[0], trailing=max(0, len(view) - end - size))


def _names(view: View, end: int) -> Iterator[str]:
    count, place = little(view, end + 10, 2), little(view, end + 16, 4)
    if count > MOST_PARTS:
        raise NotAllowed
    for _ in range(count):
        if take(view, place, 4) != ENTRY:
            raise Truncated
        name, extra, comment = (little(view, place + at, 2) for at in (28, 30, 32))
        yield take(view, place + ENTRY_SIZE, name).decode(errors="replace")
        place += ENTRY_SIZE + name + extra + comment
