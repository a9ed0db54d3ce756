"""A patrol as one line of the ledger, and lines by day. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from backend.field.patrols.cards import TAGS
from backend.field.patrols.rules.review import WORDS as REVIEWS
from backend.field.patrols.rules.states import WORDS, State
from backend.field.patrols.showing import state_of
from backend.foundation.now import local
from backend.foundation.web.words import zh_time

# The leader's reading that still asks something of somebody.
UNSETTLED = frozenset({"returned", "amended"})
PLANS: frozenset[State] = frozenset({"planned", "ready", "overdue"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `tag` is the colour of `word`. `day` is the day at +08:00 it stands under."""

    id: UUID
    title: str
    time: str
    units: str
    findings: int
    state: State
    word: str
    tag: str
    day: date
    sort_at: datetime
    length_m: float


@dataclass(frozen=True, slots=True)
class Day:
    """Lines of one day. `count` is None where older lines of that day may still follow or newer ones went before."""

    date: date
    count: int | None
    headed: bool
    lines: list[Line]


def line(found: dict[str, Any], settings: dict[str, int], now: datetime) -> Line:
    """A line from a row of the list's columns, as it stands at `now`."""
    standing = state_of(SimpleNamespace(**found), now, settings)
    word, tag = shown(standing, found["review"])
    return Line(
        found["id"],
        found["title"],
        _time(found["started_at"], found["ended_at"], found["planned_from"]),
        found["unit_names"] if found["unit_count"] == 1 else f"{found['unit_count']}个单位",
        found["finding_count"],
        standing,
        word,
        tag,
        local(found["sort_at"]).date(),
        found["sort_at"],
        found["length_m"],
    )


def shown(standing: State, review: str) -> tuple[str, str]:
    """The word for a state and its colour; what a leader gave back says so."""
    if standing == "filed" and review in UNSETTLED:
        return REVIEWS[review], "soon"
    return "未备案" if standing == "done" else WORDS[standing], TAGS[standing]


def ahead(lines: Sequence[Line]) -> int:
    """How many lines at the top are plans: the ledger begins with what happened."""
    return next((at for at, each in enumerate(lines) if each.state not in PLANS), len(lines))


def by_day(lines: Sequence[Line], *, after: datetime | None, more: bool) -> Iterator[Day]:
    """Days in the order of the lines. `after` is the last line of the page before, `more` that another page follows."""
    begun = local(after).date() if after else None
    last = lines[-1].day if lines and more else None
    for day, held in groupby(lines, key=lambda each: each.day):
        of_day = list(held)
        whole = day not in (begun, last)
        yield Day(day, len(of_day) if whole else None, day != begun, of_day)


def _time(started: datetime | None, ended: datetime | None, planned: datetime | None) -> str:
    if started is None:
        return f"计划 {zh_time(planned)}" if planned else "没有定时间"
    if ended is None:
        return f"{zh_time(started)} 起"
    nights = (local(ended).date() - local(started).date()).days
    return f"{zh_time(started)}—{('次日' if nights == 1 else f'第{nights + 1}天') if nights > 0 else ''}{zh_time(ended)}"
