"""The list of handoffs: one page, newest first, each as this person's side knows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.casework.handoffs.queries import standing
from backend.casework.handoffs.queries.visible import COLUMNS, Case, cases_of
from backend.casework.handoffs.rules.access import Standing
from backend.casework.handoffs.rules.handoff import Handoff
from backend.casework.handoffs.rules.sender import DIRECTIONS
from backend.casework.handoffs.rules.states import ENDED, WORDS, State
from backend.foundation.clocks import Clock, clocks_of_many
from backend.foundation.database import Dialogue, converse
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.search import match_sql
from backend.foundation.web.api import Cursor, behind, paged

LONGEST = 60
STAGES = ("open", "ended")

_ENDED = ", ".join(f"'{state}'" for state in sorted(ENDED))
_OVER = ", ".join(f"'{state}'" for state in sorted(ENDED | {"returned"}))  # for an addressee a return ends it


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means not narrowed. `box`: sent or received; `unit`: the code of the other body; `q`: words;
    `stage`: open (somebody still owes something) or ended."""

    direction: str = ""
    state: str = ""
    box: str = ""
    unit: str = ""
    q: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Turns(Filters):
    """Besides, nobody asks for it by an address: in any of these `states`; `handler` drafted or submitted it."""

    states: tuple[State, ...] = ()
    handler: UUID | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list, with the limits that run on it."""

    case: Case
    limits: list[Clock]


def read_filters(**asked: str) -> Filters:
    """Refuses `invalid` with each fault."""
    allowed: dict[str, Any] = {
        "direction": DIRECTIONS,
        "state": WORDS,
        "box": ("sent", "received"),
        "stage": STAGES,
    }
    faults = {
        name: f"没有“{value[:LONGEST]}”这一种"
        for name, value in asked.items()
        if value and name in allowed and value not in allowed[name]
    }
    faults |= {name: f"最多{LONGEST}个字" for name, value in asked.items() if len(value) > LONGEST}
    if faults:
        raise Refusal("invalid", fields=faults)
    return Filters(**asked)


async def page_of(
    person: Person, filters: Filters, cursor: Cursor | None, limit: int
) -> tuple[list[Item], Cursor | None]:
    """`limit` handoffs after the cursor by (sort_at, id), and the cursor of the next page if there is one.

    `state` is the state of the record; what an addressee is shown of it is decided line by line.
    """
    cases, onward = await converse(_page_of(person, filters, cursor, limit), reading=True)
    return await with_limits(cases), onward


def _page_of(
    person: Person, filters: Filters, cursor: Cursor | None, limit: int
) -> Dialogue[tuple[list[Case], Cursor | None]]:
    where = yield from standing.where(person)
    return (yield from narrowed(person, where, filters, cursor, limit))


def narrowed(
    person: Person, where: Standing, filters: Filters, cursor: Cursor | None, limit: int
) -> Dialogue[tuple[list[Case], Cursor | None]]:
    """The same without the limits that run, for somebody of whom it is known where they stand."""
    seen, args = standing.scope(person, where)
    conditions, more = _conditions(filters, where.all)
    after, further = behind(cursor, "h.sort_at, h.id")
    found = yield (
        (
            f"SELECT {COLUMNS} FROM handoffs h WHERE {seen}{conditions}{after} "
            "ORDER BY h.sort_at DESC, h.id DESC LIMIT ?"
        ),
        [*args, *more, *further, limit + 1],
    )
    page, onward = paged(found, limit, lambda entry: (entry["sort_at"], entry["id"]))
    return (yield from cases_of(person, where, [Handoff(**entry) for entry in page])), onward


async def with_limits(cases: Sequence[Case]) -> list[Item]:
    """Each case with the limits on it."""
    limits = await clocks_of_many("handoff", [case.handoff.id for case in cases])
    return [Item(case, limits[case.handoff.id]) for case in cases]


def _conditions(filters: Filters, mine: frozenset[UUID]) -> tuple[str, list[Any]]:
    """Each by what this side knows: an addressee neither finds nor filters by what the sender is preparing."""
    own, marks = sorted(mine), ", ".join("?" * len(mine))
    sent_by_us = f"h.from_body IN ({marks})"
    found: list[tuple[str, list[Any]]] = []
    if filters.direction:
        found.append(("h.direction = ?", [filters.direction]))
    theirs = (
        f"(SELECT z.state FROM handoff_sendings z WHERE z.handoff = h.id AND z.to_unit IN ({marks}) "
        "ORDER BY z.ordinal DESC LIMIT 1)"
    )
    state = f"CASE WHEN {sent_by_us} THEN h.state ELSE {theirs} END"
    if filters.state:
        found.append((f"{state} = ?", [*own, *own, filters.state]))
    if isinstance(filters, Turns):
        found += _turns(filters, state, own)
    if filters.stage:
        ended = f"{sent_by_us} AND h.state IN ({_ENDED}) OR NOT {sent_by_us} AND {theirs} IN ({_OVER})"
        found.append((f"({ended})" if filters.stage == "ended" else f"NOT ({ended})", own * 3))
    if filters.box:
        found.append((sent_by_us if filters.box == "sent" else f"NOT {sent_by_us}", own))
    if filters.unit:
        chosen = "(SELECT id FROM units WHERE code = ?)"
        other = f"(h.from_unit = {chosen} OR ({sent_by_us} AND h.to_unit = {chosen}))"
        found.append((other, [filters.unit, *own, filters.unit]))
    for word in filters.q.split():
        matching, words = match_sql("handoff", word)
        with_us = f"({sent_by_us} OR h.to_unit IN ({marks}))"
        found.append((f"{with_us} AND h.id IN ({matching})", [*own, *own, *words]))
    return "".join(f" AND {sql}" for sql, _ in found), [arg for _, args in found for arg in args]


def _turns(filters: Turns, state: str, own: list[UUID]) -> list[tuple[str, list[Any]]]:
    """`state` is the SQL of the state as this side knows it."""
    found: list[tuple[str, list[Any]]] = []
    if filters.states:
        found.append((f"{state} IN ({', '.join('?' * len(filters.states))})", [*own, *own, *filters.states]))
    if filters.handler:
        found.append(("(h.created_by = ? OR h.submitted_by = ?)", [filters.handler] * 2))
    return found


def first_due(item: Item) -> Clock | None:
    """The limit that ends first among those that run."""
    running = [clock for clock in item.limits if clock.open]
    return min(running, key=lambda clock: clock.late_from, default=None)
