"""Notices about a person lead to their page: to the one in the township, or to the administrator's."""

from contextlib import suppress
from uuid import UUID

from backend.desk.people.queries.team import find, place_of
from backend.desk.people.rules import SEE_ALL
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record
from backend.foundation.records.audience import (
    Audience,
    person_at,
    role_in,
    role_of_county,
    role_of_unit,
)
from backend.foundation.refusals import Refusal
from backend.office.absences.rules.access import KEEPERS
from backend.office.personnel.queries.officers import officer_within
from backend.office.personnel.reach import reach_of


async def visible(person: Person, officer: UUID) -> Record | None:
    """Their page, for whom there is one."""
    member = await find(person, officer)
    if member is not None:
        return _record(officer, member.name, f"/people/{officer}", member.township, member.township)
    if "administrator" in person.roles:
        with suppress(Refusal):
            card = await officer_within(await reach_of(person), officer)
            return _record(officer, card.name, f"/officers/{officer}", card.township, card.chain)
    return _record(officer, person.name, "/me", None, person.chain) if officer == person.id else None


async def audience(officer: UUID) -> Audience | None:
    """The same people; an administrator of the county's only township hears of its bodies' people by the county's own."""
    place = await place_of(officer)
    if place is None:
        return None
    township = place["township"]
    tokens = {person_at(township, officer), role_of_county(place["county"], "administrator")}
    if township:
        tokens |= {role_of_unit(place["unit"], role) for role in KEEPERS}
        tokens |= {role_in(township, role) for role in (*SEE_ALL, "administrator")}
    return Audience(place["version"], frozenset(tokens))


def _record(officer: UUID, name: str, url: str, township: UUID | None, chain: UUID) -> Record:
    return Record("officer", officer, name, url, township, open=False, chain=chain, facts={})


OFFICERS = Kind("officer", "人员", visible, audience=audience)
