"""Limits as a calendar a telephone subscribes to. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from backend.foundation.clocks import Shown
from backend.foundation.icalendar import alarm, calendar, text, utc
from backend.foundation.now import local


def calendar_text(limits: Iterable[Shown], at: datetime, address: str) -> str:
    """One entry a limit, on its last day or at its last moment; provisional ones are tentative."""
    return calendar("联动时限", "Deadlines", (_entry(shown, at, address) for shown in limits))


def _entry(shown: Shown, at: datetime, address: str) -> list[str]:
    clock = shown.clock
    provisional = "（暂定）" if clock.provisional else ""
    told = f"{clock.owed_by.name}；{clock.says}；{clock.basis}"
    return [
        f"UID:{clock.id}@liandong",
        f"DTSTAMP:{utc(at)}",
        *_when(shown),
        f"SUMMARY:{text(f'{clock.name}到期{provisional}：{clock.title}')}",
        f"DESCRIPTION:{text(told)}",
        f"URL:{address}{shown.trace_url}",
        f"STATUS:{'TENTATIVE' if clock.provisional else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        *alarm(clock.name, "-PT2H" if clock.term.span is not None else "-PT15H"),
    ]


def _when(shown: Shown) -> list[str]:
    """A limit in days is an entry of its whole last day, one in hours ends at its moment."""
    clock = shown.clock
    if clock.term.span is not None:
        return [f"DTSTART:{utc(clock.due_at)}", f"DTEND:{utc(clock.due_at)}"]
    day = local(clock.due_at).date()
    return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"]
