"""Lists of calls: what is open, by urgency and distance; what was, newest first."""

from dataclasses import dataclass, fields
from typing import Any

from backend.field.assists.queries.visible import COLUMNS, scope
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.positions import Corner
from backend.field.assists.rules.states import ENDED, OPEN
from backend.field.assists.rules.urgency import in_order
from backend.field.assists.rules.words import STATES
from backend.foundation.database import Dialogue, converse
from backend.foundation.people.identity import Person
from backend.foundation.web.api import Cursor, behind, read_states

ENDED_MOST = 30
NARROWED = {"open": OPEN, "ended": ENDED}
_LINES = (
    f"SELECT {COLUMNS}, o.username, o.name, o.position AS raiser_position, u.code AS unit_code, u.name AS unit_name, "
    "t.code AS township_code, t.name AS township_name, (SELECT r.name FROM assist_responses r WHERE r.assist = a.id "
    "AND r.acknowledged_at IS NOT NULL AND r.left_at IS NULL ORDER BY CASE WHEN r.police THEN 0 ELSE 1 END, "
    "r.acknowledged_at, r.id LIMIT 1) AS taker FROM assists a JOIN officers o ON o.id = a.raised_by "
    "JOIN units u ON u.id = a.unit LEFT JOIN townships t ON t.id = a.township"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One call in a list. `taker`: who comes (police first), None while nobody does; `distance_m` from the reader."""

    assist: Assist
    username: str
    name: str
    raiser_position: str
    unit_code: str
    unit_name: str
    township_code: str | None
    township_name: str | None
    taker: str | None
    distance_m: float | None = None


async def open_ones(person: Person, near: Corner | None = None) -> list[Line]:
    """Everything open: real ones first, what nobody has answered first, by severity, then the nearest."""
    return in_order(await converse(all_open(person), reading=True), near)


def all_open(person: Person) -> Dialogue[list[Line]]:
    """The same, in no order yet."""
    return _lines(person, "AND a.ended_at IS NULL", [])


async def ended_ones(person: Person) -> list[Line]:
    """The last that ended."""
    return await lines_where(
        person, "AND a.ended_at IS NOT NULL ORDER BY a.received_at DESC, a.id DESC LIMIT ?", [ENDED_MOST]
    )


async def page_of(
    person: Person, *, state: str = "", exercise: bool | None = None, cursor: Cursor | None, limit: int
) -> list[Line]:
    """One page and one more, newest first by arrival. Refuses `invalid` for a state that does not exist."""
    wanted = read_states(state, NARROWED, STATES)
    tail, args = "", list[Any]()
    if wanted is not None:
        tail, args = f"AND a.state IN ({', '.join('?' * len(wanted))})", sorted(wanted)
    if exercise is not None:
        tail += " AND a.status <> 'actual'" if exercise else " AND a.status = 'actual'"
    after, where = behind(cursor, "a.received_at, a.id")
    return await lines_where(
        person, f"{tail}{after} ORDER BY a.received_at DESC, a.id DESC LIMIT ?", [*args, *where, limit + 1]
    )


async def lines_where(person: Person, tail: str, args: list[Any]) -> list[Line]:
    return await converse(_lines(person, tail, args), reading=True)


def _lines(person: Person, tail: str, args: list[Any]) -> Dialogue[list[Line]]:
    seen, asked = scope(person)
    found = yield f"{_LINES} WHERE {seen} {tail}", [*asked, *args]
    return [_line(entry) for entry in found]


def _line(entry: dict[str, Any]) -> Line:
    own = {each.name: entry.pop(each.name) for each in fields(Assist)}
    return Line(Assist(**{**own, "overwritten": bool(own["overwritten"])}), **entry)
