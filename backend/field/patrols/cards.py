"""A patrol as pages say it: state, colour and the line under its name. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.field.patrols.queries.sheet import Sheet
from backend.field.patrols.rules.patrol import KINDS, Patrol, Stay, present
from backend.field.patrols.rules.review import WORDS as REVIEW_WORDS
from backend.field.patrols.rules.states import WORDS, State
from backend.field.patrols.sentences import conduct_words
from backend.field.patrols.showing import state_of
from backend.foundation.outbox import is_trusted
from backend.foundation.web.words import zh_arrival, zh_datetime, zh_time

TAGS: dict[State, str] = {
    "planned": "",
    "ready": "brand",
    "overdue": "soon",
    "active": "brand",
    "paused": "soon",
    "done": "soon",
    "filed": "done",
    "cancelled": "",
}


@dataclass(frozen=True)
class Card:
    """One patrol in a list. `tag` is the colour of `word` (facts.html); `when` says start, end or plan, `arrived` when it
    came where it had waited on a phone."""

    id: UUID
    url: str
    title: str
    kind: str
    state: State
    word: str
    tag: str
    when: str
    units: str
    unit_count: int
    finding_count: int
    length_m: float
    lasted: timedelta | None
    number: str | None
    review: str
    clock_wrong: bool
    arrived: str


@dataclass(frozen=True)
class UnitOnPatrol:
    """One unit's people on a patrol, those who left included."""

    code: str
    name: str
    people: list[Stay]

    @property
    def present(self) -> list[Stay]:
        return present(self.people)


def card(patrol: Patrol, settings: dict[str, int], now: datetime) -> Card:
    """The card of `patrol` at `now`, by the township's settings."""
    standing, trusted = state_of(patrol, now, settings), is_trusted(patrol.clock_offset_s)
    return Card(
        patrol.id,
        f"/patrols/{patrol.id}",
        patrol.title,
        KINDS[patrol.kind],
        standing,
        _word(patrol, standing),
        "soon" if patrol.review in ("returned", "amended") else TAGS[standing],
        when(patrol, now),
        patrol.unit_names,
        patrol.unit_count,
        patrol.finding_count,
        patrol.length_m,
        lasted(patrol, now),
        patrol.number,
        REVIEW_WORDS[patrol.review],
        not trusted,
        zh_arrival(patrol.received_at, patrol.made_at) if trusted else "",
    )


def when(patrol: Patrol, now: datetime) -> str:
    """09:10—11:30 with its day; a plan says so."""
    start, end = patrol.started_at or patrol.planned_from, patrol.ended_at
    if start is None:
        return "没有定时间"
    if patrol.started_at is None:
        return f"计划 {zh_datetime(start, now)}"
    return f"{zh_datetime(start, now)}—{zh_time(end)}" if end else f"{zh_datetime(start, now)} 开始"


def lasted(patrol: Patrol, now: datetime) -> timedelta | None:
    if patrol.started_at is None:
        return None
    return max((patrol.ended_at or now) - patrol.started_at, timedelta(0))


def conduct_of(found: Sheet) -> dict[str, Any] | None:
    """The newest check: who, when, and in words which points did not hold."""
    if not found.of("conduct"):
        return None
    newest = found.of("conduct")[0]
    points = msgspec.json.decode(newest["points"], type=dict[str, bool])
    return {**newest, "ok": all(points.values()), "words": conduct_words(points)}


def by_unit(crew: list[Stay]) -> list[UnitOnPatrol]:
    """The crew unit by unit, in the order the crew comes."""
    units = {stay.unit_code: stay.unit_name for stay in crew}
    return [
        UnitOnPatrol(code, name, [stay for stay in crew if stay.unit_code == code])
        for code, name in units.items()
    ]


def _word(patrol: Patrol, standing: State) -> str:
    if standing == "filed" and patrol.review in ("returned", "amended"):
        return REVIEW_WORDS[patrol.review]
    return "未备案" if standing == "done" else WORDS[standing]
