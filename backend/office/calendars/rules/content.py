"""What an administrator brings for a year, in whichever form, as the file the product keeps. Pure."""

from typing import Final

from backend.foundation.datafiles import FileRefused, load_bytes
from backend.foundation.workdays import Year, read_year
from backend.office.calendars.rules.notice import is_notice, read_notice

LARGEST: Final = 64 * 1024
LONGEST_LINE: Final = 4000  # a key of thousands of parts keeps the reader of TOML busy for seconds


def read_content(raw: bytes, region: str) -> tuple[Year, str]:
    """The year and its file, from a notice's own words or from a calendar file (TOML); raises FileRefused.

    A calendar file names its region itself, a notice is taken to be `region`'s.
    """
    text = _text(raw)
    if is_notice(text):
        year = read_notice(text, region)
        return year, written(year)
    return load_bytes(text.encode(), read_year), text


def written(year: Year) -> str:
    """The year as a calendar file."""
    lines = [f"{key} = {_value(value)}" for key, value in _head(year).items() if value not in ("", None)]
    for holiday in year.holidays:
        days = {
            "name": holiday.name,
            "off": holiday.off,
            "until": holiday.until,
            "work": holiday.work or None,
        }
        lines += ["", "[[holidays]]", *(f"{key} = {_value(value)}" for key, value in days.items() if value)]
    return "\n".join(lines) + "\n"


def _head(year: Year) -> dict[str, object]:
    return {
        "region": year.region,
        "year": year.year,
        "status": year.status,
        "title": year.title,
        "notice": year.notice,
        "issued": year.issued,
        "url": year.url,
    }


def _value(value: object) -> str:
    """Text in quotes; numbers, dates and arrays of dates as they are."""
    if isinstance(value, str):
        plain = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{"".join(sign for sign in plain if sign.isprintable())}"'
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value)


def _text(raw: bytes) -> str:
    if len(raw) > LARGEST:
        raise FileRefused(1, f"超过{LARGEST // 1024}KB，不像一年的放假安排")
    if not raw.strip():
        raise FileRefused(1, "没有内容")
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise FileRefused(raw[: error.start].count(b"\n") + 1, "不是 UTF-8 编码") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise FileRefused(number, f"一行超过{LONGEST_LINE}字，不像放假安排")
    return text
