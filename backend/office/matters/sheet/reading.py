"""The press's job: the rows of an uploaded list. Knows no list and no database."""

from backend.foundation.spreadsheets import Form, read_rows
from backend.office.matters.rules.sheet import NEEDED, SHEET, TITLES


def read(data: bytes) -> list[tuple[int, dict[str, str]]]:
    """Row number → what stands in its cells by field (`foundation/spreadsheets`)."""
    return read_rows(data, Form(SHEET, TITLES, NEEDED))
