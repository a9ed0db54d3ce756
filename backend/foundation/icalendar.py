"""A calendar a telephone subscribes to (RFC 5545): the lines around its entries, text and moments as they are written. Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

WIDTH: Final = 75  # octets of a line, 3.1


def calendar(name: str, product: str, entries: Iterable[Iterable[str]]) -> str:
    """`entries` are the lines of a VEVENT each; telephones are asked to look again every hour."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Liandong//{product}//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ]
    for entry in entries:
        lines += ["BEGIN:VEVENT", *entry, "END:VEVENT"]
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def alarm(words: str, trigger: str) -> list[str]:
    """A reminder, `trigger` as a duration before: -PT2H."""
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{text(words)}",
        f"TRIGGER:{trigger}",
        "END:VALARM",
    ]


def utc(moment: datetime) -> str:
    """20261123T023600Z."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def text(words: str) -> str:
    """Words as a value: what would end it is marked."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, never cut inside a character; what goes on begins with a space."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > WIDTH:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part
