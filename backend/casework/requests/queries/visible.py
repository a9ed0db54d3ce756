"""One request with the bodies it asks, as far as this person may see them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.casework.requests.rules.access import Side, sees_all, side
from backend.casework.requests.rules.kinds import NOTICE
from backend.casework.requests.rules.request import Party, Request
from backend.foundation.database import Dialogue, batch, converse, locking
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.bodies import sees_at_once
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

COLUMNS = ", ".join(f"r.{each.name}" for each in fields(Request))
PARTY_COLUMNS = ", ".join(f"p.{each.name}" for each in fields(Party))
NAMED = (
    f"SELECT {COLUMNS}, s.code AS from_code, s.name AS from_name, s.phone AS from_phone, "
    "o.username, o.name, o.position AS position_name, o.phone, w.profile FROM requests r "
    "JOIN units s ON s.id = r.from_unit JOIN officers o ON o.id = r.created_by "
    "JOIN townships w ON w.id = r.township"
)
PARTIES = (
    f"SELECT {PARTY_COLUMNS}, u.code AS unit_code, u.name AS unit_name, u.phone AS unit_phone, {sees_at_once('p.unit')} "
    "FROM request_parties p JOIN units u ON u.id = p.unit WHERE p.request IN ({marks}) ORDER BY p.request, p.number"
)
_ASKED = "EXISTS (SELECT 1 FROM request_parties p WHERE p.request = r.id AND p.unit = ?)"
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One asked body with its name; `sees_at_once`: somebody of it signs in here and is told."""

    party: Party
    unit_code: str
    unit_name: str
    unit_phone: str
    sees_at_once: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A request with the names around it; `asked` are the bodies whose part this person sees, `everybody` the names of
    all. `phone` is that of who asked."""

    request: Request
    from_code: str
    from_name: str
    from_phone: str
    username: str
    name: str
    position_name: str
    phone: str
    profile: str
    side: Side
    asked: tuple[Asked, ...] = ()
    everybody: tuple[str, ...] = ()

    def of(self, party: UUID) -> Asked:
        """Refuses `not_found` for a part that is not there, or not this person's to see."""
        found = next((each for each in self.asked if each.party.id == party), None)
        if found is None:
            raise Refusal("not_found")
        return found


def scope(person: Person) -> Scope:
    """Condition and arguments on `requests r`: the whole township for its town hall, else what one's own unit asks or is
    asked."""
    if person.township_id is None:
        return f"(r.from_unit = ? OR {_ASKED})", [person.unit_id, person.unit_id]
    if sees_all(person):
        return "r.township = ?", [person.township_id]
    own = f"(r.created_by = ? OR r.from_unit = ? OR {_ASKED})"
    return f"r.township = ? AND {own}", [person.township_id, person.id, person.unit_id, person.unit_id]


async def find(person: Person, request_id: UUID, *, lock: bool = False) -> Named | None:
    """The request, or None to a stranger. `lock` keeps others from changing it or a part of it until the transaction ends."""
    seen, args = scope(person)
    first = [held(request_id)] if lock else []
    *_, found, parties = await batch(
        [
            *first,
            (f"{NAMED} WHERE r.id = ? AND {seen}", [request_id, *args]),
            (PARTIES.format(marks="?"), [request_id]),
        ]
    )
    return with_parties(person, found, parties)[0] if found else None


async def find_among(person: Person, requests: Collection[UUID]) -> list[Named]:
    """Of several those that `find` would show."""
    marks = ", ".join("?" * len(requests))
    return await converse(read(person, f"AND r.id IN ({marks})", list(requests)), reading=True)


async def load(person: Person, request_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, request_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


def held(request_id: UUID) -> Statement:
    """The statement that keeps others from changing it."""
    return f"SELECT r.id FROM requests r WHERE r.id = ?{locking('r')}", [request_id]


def read(person: Person, tail: str, args: Iterable[Any]) -> Dialogue[list[Named]]:
    """Those this person sees that `tail` chooses, in its order, each with its parts."""
    seen, asked = scope(person)
    found = yield f"{NAMED} WHERE {seen} {tail}", [*asked, *args]
    if not found:
        return []
    ids = [entry["id"] for entry in found]
    parties = yield PARTIES.format(marks=", ".join("?" * len(ids))), ids
    return with_parties(person, found, parties)


def with_parties(person: Person, found: Iterable[Row], parties: Iterable[Row]) -> list[Named]:
    """From rows of NAMED and PARTIES: who is asked sees its own part and who else is asked, not what they answer."""
    told: dict[UUID, list[Asked]] = {}
    for entry in parties:
        one = _asked(dict(entry))
        told.setdefault(one.party.request, []).append(one)
    return [_named(person, dict(entry), told.get(entry["id"], [])) for entry in found]


def _named(person: Person, found: dict[str, Any], asked: list[Asked]) -> Named:
    own = {each.name: found.pop(each.name) for each in fields(Request)}
    request = Request(**own | {"urgent": bool(own["urgent"])})
    where = side(person, request)
    whole = where == "asking" or request.kind == NOTICE
    return Named(
        request,
        **found,
        side=where,
        asked=tuple(each for each in asked if whole or each.party.unit == person.unit_id),
        everybody=tuple(each.unit_name for each in asked),
    )


def _asked(found: dict[str, Any]) -> Asked:
    own = {each.name: found.pop(each.name) for each in fields(Party)}
    return Asked(Party(**own), **found | {"sees_at_once": bool(found["sees_at_once"])})
