"""The settings of a township, with who changed them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.preferences import DEFINITIONS, Definition, preferences
from backend.foundation.refusals import Refusal


@dataclass(frozen=True)
class Setting:
    """One setting as it is in force."""

    definition: Definition
    value: int
    changed_by: str
    changed_at: datetime | None


@dataclass(frozen=True)
class Settings:
    """All of a township; `seen` names their state: it is another one after any change."""

    entries: list[Setting]
    seen: str


async def settings_of(township: UUID) -> Settings:
    """Every setting of the registry, in its order."""
    values = await preferences(township)
    found = await rows(
        "SELECT p.name, p.changed_at, o.name AS changed_by FROM preferences p LEFT JOIN officers o ON o.id = p.changed_by "
        "WHERE p.township = ?",
        township,
    )
    changes = {entry["name"]: entry for entry in found}
    entries = [
        Setting(
            definition,
            values[name],
            changes.get(name, {}).get("changed_by") or "",
            changes.get(name, {}).get("changed_at"),
        )
        for name, definition in DEFINITIONS.items()
    ]
    return Settings(entries, max((entry["changed_at"].isoformat() for entry in found), default=""))


async def townships_of(person: Person) -> list[tuple[UUID, str]]:
    """Whose settings the administrator keeps: their township's, or those of every township of the county."""
    found = await rows("SELECT id, name FROM townships WHERE county = ? ORDER BY code", person.county_id)
    return [
        (township["id"], township["name"])
        for township in found
        if person.township_id in (None, township["id"])
    ]


async def chosen_township(person: Person, asked: str) -> UUID:
    """The township asked for if it is the person's to look after, else their first; refuses `not_found`."""
    townships = [township for township, _ in await townships_of(person)]
    for township in townships:
        if asked in ("", str(township)):
            return township
    raise Refusal("not_found")
