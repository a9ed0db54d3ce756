"""Things of one's township, each with who has it."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor, behind
from backend.office.equipment.rules.thing import Loan, Thing, state
from backend.office.equipment.rules.words import State

_THING = ", ".join(f"e.{each.name}" for each in fields(Thing))
_LOAN = ", ".join(f"l.{each.name} AS loan_{each.name}" for each in fields(Loan))
_NAMED = (
    f"SELECT {_THING}, {_LOAN}, u.code AS unit_code, u.name AS unit_name, h.username, h.name AS holder, "
    "h.phone AS holder_phone FROM equipment e JOIN units u ON u.id = e.unit "
    "LEFT JOIN equipment_loans l ON l.equipment = e.id AND l.back_at IS NULL LEFT JOIN officers h ON h.id = l.officer"
)
_ORDER = "ORDER BY e.kind, u.code, e.number, e.id"


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with the names around it and the loan that runs."""

    thing: Thing
    loan: Loan | None
    unit_code: str
    unit_name: str
    username: str
    holder: str
    holder_phone: str

    def state(self, at: datetime) -> State:
        return state(self.thing, self.loan, at)


@dataclass(frozen=True, slots=True)
class Past:
    """A loan that is over."""

    holder: str
    out_at: datetime
    back_at: datetime
    damage: str


async def find(person: Person, thing_id: UUID, *, lock: bool = False) -> Named | None:
    """None to a stranger. `lock` keeps others from handing it out until the transaction ends."""
    asked = [thing_id, person.township_id]
    held = (
        [(f"SELECT e.id FROM equipment e WHERE e.id = ? AND e.township = ?{locking('e')}", asked)]
        if lock
        else []
    )
    *_, found = await batch([*held, (f"{_NAMED} WHERE e.id = ? AND e.township = ?", asked)])
    return _named(found[0]) if found else None


async def load(person: Person, thing_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, thing_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


async def of_code(person: Person, code: UUID) -> UUID:
    """What a label hangs on; refuses `not_found` for a code that is nobody's, or another township's."""
    found = await rows(
        "SELECT id FROM equipment WHERE code = ? AND township = ?", code.hex, person.township_id
    )
    if not found:
        raise Refusal("not_found", "没有这件装备，或不是本地的")
    thing: UUID = found[0]["id"]
    return thing


async def all_of(person: Person) -> list[Named]:
    """Everything of the township that is not retired, by kind."""
    return await _read(f"e.township = ? AND e.retired_at IS NULL {_ORDER}", person.township_id)


async def with_officer(officer: UUID) -> list[Named]:
    """What somebody has now."""
    return await _read(f"l.officer = ? {_ORDER}", officer)


async def page_of(person: Person, cursor: Cursor | None, limit: int) -> list[Named]:
    """One page and one more, newest first, retired ones too."""
    after, where = behind(cursor, "e.received_at, e.id")
    tail = f"e.township = ?{after} ORDER BY e.received_at DESC, e.id DESC LIMIT ?"
    return await _read(tail, person.township_id, *where, limit + 1)


async def past_loans(thing_id: UUID) -> list[Past]:
    """The last that came back."""
    found = await rows(
        "SELECT h.name AS holder, l.out_at, l.back_at, l.damage FROM equipment_loans l JOIN officers h ON h.id = l.officer "
        "WHERE l.equipment = ? AND l.back_at IS NOT NULL ORDER BY l.out_at DESC LIMIT 20",
        thing_id,
    )
    return [Past(**each) for each in found]


async def locked(loan_id: UUID) -> Named | None:
    """The thing of a running loan, whoever asks, kept from changing until the transaction ends."""
    await batch([(f"SELECT l.id FROM equipment_loans l WHERE l.id = ?{locking('l')}", [loan_id])])
    found = await _read("l.id = ?", loan_id)
    return found[0] if found else None


async def _read(where: str, *args: Any) -> list[Named]:
    return [_named(each) for each in await rows(f"{_NAMED} WHERE {where}", *args)]


def _named(found: dict[str, Any]) -> Named:
    thing = Thing(**{each.name: found[each.name] for each in fields(Thing)})
    lent = {each.name: found[f"loan_{each.name}"] for each in fields(Loan)}
    return Named(
        thing,
        Loan(**lent) if lent["id"] else None,
        found["unit_code"],
        found["unit_name"],
        found["username"] or "",
        found["holder"] or "",
        found["holder_phone"] or "",
    )
