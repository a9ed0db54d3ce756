"""One call for help with everybody concerned, if this person may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.field.assists.rules.access import COUNTY_READERS, READERS
from backend.field.assists.rules.assist import Assist, Response
from backend.foundation.database import batch, locking
from backend.foundation.people.identity import Person
from backend.foundation.records.audience import Audience, person, role_in, role_of_county
from backend.foundation.refusals import Refusal

COLUMNS = ", ".join(f"a.{each.name}" for each in fields(Assist))
RESPONSE_COLUMNS = ", ".join(f"r.{each.name}" for each in fields(Response))
_RESPONSES = f"SELECT {RESPONSE_COLUMNS} FROM assist_responses r WHERE r.assist = ? ORDER BY COALESCE(r.acknowledged_at, r.asked_at), r.id"
# Only a patrol of the call's own township: an id of another one would show it to strangers.
_CREW = (
    "SELECT DISTINCT c.officer FROM crew c JOIN patrols p ON p.id = c.patrol JOIN assists a ON a.patrol = p.id "
    "AND a.township = p.township WHERE a.id = ?"
)
_OWN = (
    "(a.raised_by = ? OR a.id IN (SELECT assist FROM assist_responses WHERE officer = ?) OR a.patrol IN (SELECT c.patrol "
    "FROM crew c JOIN patrols p ON p.id = c.patrol WHERE c.officer = ? AND p.township = a.township))"
)
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Called:
    """A call with everybody who answered it and the officers of its patrol."""

    assist: Assist
    responses: list[Response]
    crew: frozenset[UUID]


def scope(person: Person) -> Scope:
    """Condition and arguments on `assists a`: one's own, those of one's patrols, those one answered; police, team,
    dispatcher and leaders the whole township's; public security those no township is known for."""
    own: list[Any] = [person.id, person.id, person.id]
    if person.township_id is None:
        if person.roles.isdisjoint(COUNTY_READERS):
            return _OWN, own
        return f"({_OWN} OR (a.township IS NULL AND a.county = ?))", [*own, person.county_id]
    if person.roles.isdisjoint(READERS):
        return _OWN, own
    return f"({_OWN} OR a.township = ?)", [*own, person.township_id]


async def find(person: Person, assist_id: UUID, *, lock: bool = False) -> Called | None:
    """The call, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    # The lock first, by itself: whoever waited for it would still read the responses as they stood before the waiting.
    first = [held(assist_id)] if lock else []
    *_, found, responses, crew = await batch(
        [
            *first,
            (f"SELECT {COLUMNS} FROM assists a WHERE a.id = ? AND {seen}", [assist_id, *args]),
            (_RESPONSES, [assist_id]),
            (_CREW, [assist_id]),
        ]
    )
    return _called(found[0], responses, crew) if found else None


async def load(person: Person, assist_id: UUID, *, lock: bool = False) -> Called:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, assist_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


async def locked(assist_id: UUID) -> Called | None:
    """The call for the server's own acts, held until the transaction ends."""
    _, found, responses, crew = await batch(
        [
            held(assist_id),
            (f"SELECT {COLUMNS} FROM assists a WHERE a.id = ?", [assist_id]),
            (_RESPONSES, [assist_id]),
            (_CREW, [assist_id]),
        ]
    )
    return _called(found[0], responses, crew) if found else None


async def audience(assist_id: UUID) -> Audience | None:
    """The same people `scope` lets in."""
    found, responders, crew = await batch(
        [
            ("SELECT version, county, township, raised_by FROM assists WHERE id = ?", [assist_id]),
            ("SELECT officer FROM assist_responses WHERE assist = ? AND officer IS NOT NULL", [assist_id]),
            (_CREW, [assist_id]),
        ]
    )
    if not found:
        return None
    call = found[0]
    tokens = {person(call["raised_by"]), *(person(each["officer"]) for each in [*responders, *crew])}
    if call["township"] is None:
        tokens |= {role_of_county(call["county"], role) for role in COUNTY_READERS}
    else:
        tokens |= {role_in(call["township"], role) for role in READERS}
    return Audience(call["version"], frozenset(tokens))


def held(assist_id: UUID) -> tuple[str, list[Any]]:
    """The statement that keeps others from changing it."""
    return f"SELECT a.id FROM assists a WHERE a.id = ?{locking('a')}", [assist_id]


def assist_of(found: Mapping[str, Any]) -> Assist:
    """From a row that may have more columns than a call's own."""
    own = {each.name: found[each.name] for each in fields(Assist)}
    return Assist(**{**own, "overwritten": bool(own["overwritten"])})


def response(entry: dict[str, Any]) -> Response:
    return Response(**{**entry, "police": bool(entry["police"])})


def _called(found: dict[str, Any], responses: list[dict[str, Any]], crew: list[dict[str, Any]]) -> Called:
    return Called(
        assist_of(found),
        [response(entry) for entry in responses],
        frozenset(each["officer"] for each in crew),
    )
