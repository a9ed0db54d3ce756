"""Filters as a condition on `patrols p`, the same text for both engines."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.field.patrols.queries.visible import Scope, scope
from backend.field.patrols.rules.filters import Filters
from backend.field.patrols.rules.review import WAITING
from backend.foundation.now import CHINA
from backend.foundation.people.identity import Person
from backend.foundation.search import match_sql

WORDS_MOST = 8
_BY_VALUE = {
    "kind": "p.kind = ?",
    "findings": "(CASE WHEN p.finding_count > 0 THEN '1' ELSE '0' END) = ?",
    "unit": (
        "EXISTS (SELECT 1 FROM crew c WHERE c.patrol = p.id AND c.unit = (SELECT id FROM units WHERE code = ?))"
    ),
    "officer": (
        "EXISTS (SELECT 1 FROM crew c WHERE c.patrol = p.id "
        "AND c.officer = (SELECT id FROM officers WHERE username = ?))"
    ),
}
# What nobody read yet waits to be read only once it is filed.
_REVIEW = "p.filed_at IS NOT NULL AND p.review IN ({marks})"
_PASSED = (
    "p.id IN (SELECT g.patrol FROM passings g JOIN places l ON l.id = g.place "
    "WHERE lower(l.name) LIKE ? ESCAPE '\\')"
)
_FOUND = "p.id IN (SELECT f.patrol FROM findings f WHERE f.id IN ({found}) AND f.removed_at IS NULL"
_THERE = "lower(f.address) LIKE ? ESCAPE '\\'"
_OPEN = "p.cancelled_at IS NULL AND p.filed_at IS NULL AND p.ended_at IS NULL"
_PAUSED = "EXISTS (SELECT 1 FROM pauses z WHERE z.patrol = p.id AND z.resumed_at IS NULL)"
_STATES = {
    "cancelled": "p.cancelled_at IS NOT NULL",
    "filed": "p.cancelled_at IS NULL AND p.filed_at IS NOT NULL",
    "done": "p.cancelled_at IS NULL AND p.filed_at IS NULL AND p.ended_at IS NOT NULL",
    "active": f"{_OPEN} AND p.started_at IS NOT NULL AND NOT {_PAUSED}",
    "paused": f"{_OPEN} AND p.started_at IS NOT NULL AND {_PAUSED}",
}
_BEFORE_START = {
    "planned": "(p.planned_from IS NULL OR p.planned_from > ?)",
    "ready": "p.planned_from <= ? AND p.planned_from > ?",
    "overdue": "p.planned_from <= ?",
}


def narrowed(person: Person, filters: Filters, now: datetime, settings: dict[str, int]) -> Scope:
    """What `person` may see of what `filters` ask for. `settings` decide what is ready and what is overdue."""
    seen, args = scope(person)
    conditions = [(seen, args), *_conditions(filters), *_state(filters.state, now, settings)]
    return " AND ".join(sql for sql, _ in conditions), [arg for _, args in conditions for arg in args]


def day_begins(day: date) -> datetime:
    """Midnight at +08:00."""
    return datetime.combine(day, time(), CHINA)


def _conditions(filters: Filters) -> Iterator[Scope]:
    if filters.since:
        yield "p.sort_at >= ?", [day_begins(filters.since)]
    if filters.until:
        yield "p.sort_at < ?", [day_begins(filters.until + timedelta(days=1))]
    for name, condition in _BY_VALUE.items():
        if asked := getattr(filters, name):
            yield condition, [asked]
    if filters.review:
        asked_for = WAITING if filters.review == "waiting" else (filters.review,)
        yield _REVIEW.format(marks=", ".join("?" * len(asked_for))), list(asked_for)
    if filters.place:
        yield _place(filters.place)
    for word in filters.q.split()[:WORDS_MOST]:
        yield _word(word)


def _place(words: str) -> Scope:
    """The index finds the words anywhere in a finding; its address must hold them as they stand."""
    like = "%" + "".join(f"\\{sign}" if sign in "\\%_" else sign for sign in words.lower()) + "%"
    found, args = match_sql("finding", words)
    return f"({_PASSED} OR {_FOUND.format(found=found)} AND {_THERE}))", [like, *args, like]


def _word(word: str) -> Scope:
    """Several words narrow: one may stand in the patrol and the next in one of its findings."""
    own, own_args = match_sql("patrol", word)
    found, found_args = match_sql("finding", word)
    return f"(p.id IN ({own}) OR {_FOUND.format(found=found)}))", [*own_args, *found_args]


def _state(state: str, now: datetime, settings: dict[str, int]) -> Iterator[Scope]:
    if state in _STATES:
        yield _STATES[state], []
    if state in _BEFORE_START:
        ready = now + timedelta(minutes=settings["patrol.ready_minutes"])
        overdue = now - timedelta(minutes=settings["patrol.overdue_minutes"])
        moments: dict[str, list[Any]] = {"planned": [ready], "ready": [ready, overdue], "overdue": [overdue]}
        yield f"{_OPEN} AND p.started_at IS NULL AND {_BEFORE_START[state]}", moments[state]
