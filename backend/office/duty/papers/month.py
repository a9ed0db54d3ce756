"""The month's sheet for the wall as words: `templates/letters/roster.typ` sets it. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from backend.foundation.now import local
from backend.foundation.workdays import Calendar
from backend.office.duty.papers.grid import Column, Day, Grid, grid
from backend.office.duty.queries.rosters import Roster
from backend.office.duty.queries.shifts import KnownShift, Stander

ACROSS: Final = 6  # posts beside each other that leave room for three names in a line


def month_words(
    roster: Roster, shifts: Sequence[KnownShift], calendar: Calendar, printed_by: str, at: datetime
) -> dict[str, Any]:
    """Everything as it is printed; a draft is marked as one across the page."""
    whole = grid(roster.month, shifts, calendar)
    published = f"{_moment(roster.published_at)} {roster.published_by}发布" if roster.published_at else ""
    return {
        "township": roster.township_name,
        "heading": f"{roster.month.year}年{roster.month.month}月值守排班表",
        "watermark": "" if roster.published_at else "草稿",
        "published": published or "还没有发布",
        "printed": f"{printed_by} {_moment(at)}打印",
        "tables": [_table(whole, first) for first in range(0, len(whole.columns), ACROSS)],
        "people": _people(shifts),
    }


def _table(whole: Grid, first: int) -> dict[str, Any]:
    part = slice(first, first + ACROSS)
    return {
        "columns": [_column(column) for column in whole.columns[part]],
        "days": [_day(day, part) for day in whole.days],
    }


def _column(column: Column) -> dict[str, str]:
    return {"kind": column.kind, "name": column.name, "place": column.place, "times": column.times}


def _day(day: Day, part: slice) -> dict[str, Any]:
    return {
        "day": str(day.day.day),
        "weekday": day.weekday,
        "free": day.free,
        "why": day.why,
        "cells": list(day.cells[part]),
    }


def _people(shifts: Iterable[KnownShift]) -> list[dict[str, str]]:
    """Everybody on it once, by unit and name, with their shifts counted."""
    standing: dict[tuple[str, str, str], list[Stander]] = {}
    for shift in shifts:
        for each in () if shift.cancelled_at else shift.people:
            standing.setdefault((each.unit_code, each.name, each.username), []).append(each)
    return [
        {
            "unit": told[0].unit_name,
            "name": told[0].name,
            "phone": told[0].phone,
            "count": str(len(told)),
        }
        for _, told in sorted(standing.items())
    ]


def _moment(moment: datetime) -> str:
    there = local(moment)
    return f"{_day_words(there.date())}{there:%H:%M}"


def _day_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
