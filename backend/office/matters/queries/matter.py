"""One matter with everything its page shows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import row
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.matters.queries.history import Version, versions_of
from backend.office.matters.queries.reach import Whose, township_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A matter, its versions (the newest first), the one that is shown and the one in force."""

    id: UUID
    code: str
    whose: Whose
    sayings: tuple[str, ...]
    version: int
    versions: list[Version]
    shown: Version
    in_force: Version | None

    @property
    def newest(self) -> Version | None:
        """The newest that stands; None where the only one was withdrawn before it began."""
        return next((version for version in self.versions if version.withdrawn_at is None), None)


async def sheet(person: Person, matter: UUID, at: datetime, number: int | None = None) -> Sheet:
    """Shown is version `number`, by default the one in force, else the first to come; refuses `not_found`."""
    whose = await township_of(person, matter)
    found = await row("SELECT code, sayings, version FROM matters WHERE id = ?", matter)
    assert found is not None
    versions = await versions_of(matter)
    in_force = next((version for version in versions if version.in_force(at)), None)
    wanted = (
        in_force or versions[-1]
        if number is None
        else next((v for v in versions if v.number == number), None)
    )
    if wanted is None:
        raise Refusal("not_found")
    return Sheet(
        id=matter,
        code=found["code"],
        whose=whose,
        sayings=tuple(found["sayings"].splitlines()),
        version=found["version"],
        versions=versions,
        shown=wanted,
        in_force=in_force,
    )
