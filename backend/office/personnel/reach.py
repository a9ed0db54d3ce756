"""What an administrator looks after."""

from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import Dialogue, converse
from backend.foundation.people.identity import Person


@dataclass(frozen=True)
class Reach:
    """A county administrator looks after the whole county, a township's after their township.

    Where a county has one township, its administrator keeps the county bodies too; with more than one they would reach
    into each other's cases through a common body's people.
    """

    county: UUID
    township: UUID | None
    county_bodies: bool

    def where(self, unit: str = "u") -> tuple[str, list[UUID]]:
        """An SQL condition on the units called `unit`, with its arguments."""
        if self.township is None:
            return f"{unit}.county = ?", [self.county]
        if self.county_bodies:
            return (
                f"{unit}.county = ? AND ({unit}.township = ? OR {unit}.township IS NULL)",
                [self.county, self.township],
            )
        return f"{unit}.township = ?", [self.township]


async def reach_of(person: Person) -> Reach:
    """Who is administrator is the guard's question; this says of what."""
    return await converse(reach(person), reading=True)


def reach(person: Person) -> Dialogue[Reach]:
    """The same, in a trip with other questions."""
    [counted] = yield "SELECT count(*) AS townships FROM townships WHERE county = ?", [person.county_id]
    return Reach(person.county_id, person.township_id, county_bodies=counted["townships"] == 1)
