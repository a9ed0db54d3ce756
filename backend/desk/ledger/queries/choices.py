"""What the filters offer: units, people and key places of the township."""

from dataclasses import dataclass
from itertools import groupby

from backend.foundation.database import look_over
from backend.foundation.people.identity import Person

_NEAR = "(u.township = ? OR (u.township IS NULL AND u.county = ?))"
_UNITS = f"SELECT u.code, u.name FROM units u WHERE {_NEAR} AND EXISTS (SELECT 1 FROM officers o WHERE o.unit = u.id) ORDER BY u.township IS NULL, u.code"
_OFFICERS = (
    f"SELECT o.username, o.name, u.name AS unit FROM officers o JOIN units u ON u.id = o.unit WHERE {_NEAR} "
    "ORDER BY u.township IS NULL, u.code, o.username"
)
_PLACES = "SELECT name FROM places WHERE township = ? AND active ORDER BY name"

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choices:
    """Value and words of each choice; officers by unit. Those who left are still found in old patrols."""

    units: Pairs
    officers: list[tuple[str, Pairs]]
    places: list[str]


async def choices(person: Person) -> Choices:
    """Of one township and its county: however much happened there, they stay few."""
    near = [person.township_id, person.county_id]
    units, officers, places = await look_over(
        [(_UNITS, near), (_OFFICERS, near), (_PLACES, [person.township_id])]
    )
    return Choices(
        [(unit["code"], unit["name"]) for unit in units],
        [
            (unit, [(each["username"], each["name"]) for each in members])
            for unit, members in groupby(officers, key=lambda each: each["unit"])
        ],
        [place["name"] for place in places],
    )
