"""Issued papers, always from what this person may see."""

from collections.abc import Collection
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.journal import Moment, timeline
from backend.foundation.letters.official import Letter, find
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import READERS, TEAM, may
from backend.foundation.people.queries import own_body
from backend.foundation.records import visible_record
from backend.foundation.refusals import Refusal

_BESIDE = "SELECT id FROM units WHERE (township = ? AND kind IN ('township', 'street') AND acts_in_own_name) OR liaison = ?"


async def bodies_of(person: Person) -> frozenset[UUID]:
    """The person's unit, the body it acts for, the government of the township whose hall they work in, and the bodies
    they are 联络人 of."""
    found = await rows(_BESIDE, person.township_id if _in_town_hall(person) else None, person.id)
    own = await own_body(person)
    return frozenset({person.unit_id, own, *(entry["id"] for entry in found)})


def _in_town_hall(person: Person) -> bool:
    """Stations and police beside it stand for themselves."""
    return not person.roles.isdisjoint(TEAM | READERS)


async def visible(person: Person, letter_id: UUID) -> Letter:
    """A paper of one's own body or addressed to it, where one may see its record or keeps its register; a stranger's is
    `not_found`."""
    letter = await find(letter_id)
    if not {letter.body, letter.addressee} & await bodies_of(person):
        raise Refusal("not_found")
    if not may(person, "register.read"):
        await _record(person, letter)
    return letter


async def own(person: Person, letter_id: UUID) -> Letter:
    """The same where one's own body has issued it; refuses `not_allowed` to the addressee."""
    letter = await visible(person, letter_id)
    if letter.body not in await bodies_of(person):
        raise Refusal("not_allowed", "由发文机关用印、存扫描件")
    return letter


async def record_url(person: Person, letter: Letter) -> str:
    """Where the record it belongs to is read; empty for who may not."""
    record = await visible_record(person, letter.record_kind, letter.record_id)
    return record.url if record else ""


async def moments_of(letter: Letter) -> list[Moment]:
    """What happened to this paper, oldest first."""
    told = await timeline(letter.record_kind, letter.record_id)
    return [each for each in told if (each.payload or {}).get("letter") == str(letter.id)]


async def names_of(officers: Collection[UUID | None]) -> dict[UUID, str]:
    """Who they are, by id."""
    known = [officer for officer in officers if officer]
    if not known:
        return {}
    marks = ", ".join("?" * len(known))
    found = await rows(f"SELECT id, name FROM officers WHERE id IN ({marks})", *known)
    return {entry["id"]: entry["name"] for entry in found}


async def _record(person: Person, letter: Letter) -> None:
    if await visible_record(person, letter.record_kind, letter.record_id) is None:
        raise Refusal("not_found")
