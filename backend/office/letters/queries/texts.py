"""How a township words its papers."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.letters.wording.parts import OWN, standard


@dataclass(frozen=True, slots=True)
class Part:
    """One text part: the product's own words, and the township's where it has set some."""

    name: str
    standard: str
    own: str
    changed_by: str
    changed_at: datetime | None

    @property
    def words(self) -> str:
        return self.own or self.standard


async def parts_of(township: UUID, kind: str) -> list[Part]:
    """The parts of one kind, those that kind does not have left out."""
    found = await rows(
        "SELECT x.part, x.words, x.changed_at, o.name FROM letter_texts x LEFT JOIN officers o ON o.id = x.changed_by "
        "WHERE x.township = ? AND x.kind = ?",
        township,
        kind,
    )
    told = {entry["part"]: entry for entry in found}
    parts = [(part, getattr(standard()[kind], part), told.get(part)) for part in OWN]
    return [
        Part(part, words, entry["words"], entry["name"] or "", entry["changed_at"])
        if entry
        else Part(part, words, "", "", None)
        for part, words, entry in parts
        if words
    ]


def seen(parts: list[Part]) -> str:
    """Names the state of the parts: it is another one after any change."""
    return sha256("\n".join(part.own for part in parts).encode()).hexdigest()[:16]
