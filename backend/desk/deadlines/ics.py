"""Limits as a calendar a telephone subscribes to (RFC 5545). Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from backend.foundation.clocks import Shown
from backend.foundation.now import local

WIDTH = 75  # octets of a line, RFC 5545 3.1


def calendar_text(limits: Iterable[Shown], at: datetime, address: str) -> str:
    """One entry a limit, on its last day or at its last moment; provisional ones are tentative."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Liandong//Deadlines//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:联动时限",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ]
    for shown in limits:
        lines += _entry(shown, at, address)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _entry(shown: Shown, at: datetime, address: str) -> list[str]:
    clock = shown.clock
    provisional = "（暂定）" if clock.provisional else ""
    told = f"{clock.owed_by.name}；{clock.says}；{clock.basis}"
    return [
        "BEGIN:VEVENT",
        f"UID:{clock.id}@liandong",
        f"DTSTAMP:{_utc(at)}",
        *_when(shown),
        f"SUMMARY:{_text(f'{clock.name}到期{provisional}：{clock.title}')}",
        f"DESCRIPTION:{_text(told)}",
        f"URL:{address}{shown.trace_url}",
        f"STATUS:{'TENTATIVE' if clock.provisional else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(clock.name)}",
        f"TRIGGER:{'-PT2H' if clock.term.span is not None else '-PT15H'}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _when(shown: Shown) -> list[str]:
    """A limit in days is an entry of its whole last day, one in hours ends at its moment."""
    clock = shown.clock
    if clock.term.span is not None:
        return [f"DTSTART:{_utc(clock.due_at)}", f"DTEND:{_utc(clock.due_at)}"]
    day = local(clock.due_at).date()
    return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
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
