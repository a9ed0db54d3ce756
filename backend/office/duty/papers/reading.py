"""The press's job: the rows of an uploaded roster. Knows no roster and no database."""

from backend.foundation.spreadsheets import Form, read_rows
from backend.office.duty.rules.sheet import NEEDED, SHEET, TITLES

JOBS = {"roster.read": f"{__name__}:read"}


def read(data: bytes) -> list[tuple[int, dict[str, str]]]:
    """Row number → what stands in its cells by field (`foundation/spreadsheets`)."""
    return read_rows(data, Form(SHEET, TITLES, NEEDED))
