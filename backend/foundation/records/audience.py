"""Who hears that something happened to a record: tokens that are laid beside those of a listener, in memory.

A room answers with one question to its tables for each event, whoever is listening; nothing is asked for a listener. It
must name the same people as the room's `visible`. Pure.
"""

from dataclasses import dataclass
from uuid import UUID

from backend.foundation.people.identity import Person


@dataclass(frozen=True, slots=True)
class Audience:
    """The record's version as it stands now, and whom it concerns. The constructors below make the tokens."""

    version: int
    tokens: frozenset[str]


def person(officer: UUID) -> str:
    """This officer, wherever they serve."""
    return f"person:{officer}"


def person_at(place: UUID | None, officer: UUID) -> str:
    """This officer as long as they serve in that township; None: as long as they serve in none (county bodies)."""
    return f"person:{officer}@{place or 'county'}"


def unit(body: UUID) -> str:
    """Everybody of one unit."""
    return f"unit:{body}"


def role_of_unit(body: UUID, role: str) -> str:
    """Those of one unit who carry the role."""
    return f"{role}@unit:{body}"


def role_in(township: UUID, role: str) -> str:
    """Those of one township's units who carry the role."""
    return f"{role}@township:{township}"


def role_of_county(county: UUID, role: str) -> str:
    """Those of the county's own bodies, of no township, who carry the role."""
    return f"{role}@county:{county}"


def tokens_of(listener: Person) -> frozenset[str]:
    """Every token this person answers to; another role, unit or township is another set."""
    own = {
        person(listener.id),
        person_at(listener.township_id, listener.id),
        unit(listener.unit_id),
    }
    for role in listener.roles:
        own.add(role_of_unit(listener.unit_id, role))
        own.add(
            role_in(listener.township_id, role)
            if listener.township_id
            else role_of_county(listener.county_id, role)
        )
    return frozenset(own)
