"""The checklist of a handoff, each line with whether it is here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.rules.materials import KINDS, Paper
from backend.foundation.database import row, rows
from backend.foundation.database.access import Row
from backend.foundation.refusals import Refusal

_LINES = (
    "SELECT m.id, m.handoff, m.sending, m.kind, m.title, m.extent, m.photo, m.absence, m.proof, m.sealed, m.added_by, m.added_at, "
    "m.removed_at, o.name AS added_by_name, COALESCE(p.sha256, m.sha256) AS sha256, COALESCE(p.size, m.size) AS size, "
    "COALESCE(p.media_type, m.media_type) AS media_type, m.content_at, p.content_at AS photo_at, p.renditions "
    "FROM handoff_materials m JOIN officers o ON o.id = m.added_by "
    "LEFT JOIN photos p ON p.id = m.photo"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `sha256`, `size` and `media_type` are the photo's where it is one. `renditions` only for photos."""

    id: UUID
    handoff: UUID
    sending: int
    kind: str
    title: str
    extent: str
    photo: UUID | None
    absence: str
    proof: bool
    sealed: bool
    added_by: UUID
    added_at: datetime
    removed_at: datetime | None
    added_by_name: str
    sha256: str
    size: int
    media_type: str
    content_at: datetime | None
    renditions: str | None

    @property
    def here(self) -> bool:
        return self.content_at is not None

    @property
    def kind_name(self) -> str:
        return KINDS[self.kind]

    @property
    def paper(self) -> Paper:
        return Paper(self.id, self.kind, self.title, self.here, self.absence)


async def lines_of(handoff_id: UUID) -> list[Line]:
    """What stands on the checklist, by kind and in the order it was put there; proofs of others' acts are apart."""
    found = await rows(
        f"{_LINES} WHERE m.handoff = ? AND m.removed_at IS NULL ORDER BY m.added_at, m.id", handoff_id
    )
    order = list(KINDS)
    return sorted((_line(entry) for entry in found), key=lambda line: order.index(line.kind))


async def find_line(material_id: UUID) -> Line | None:
    """Also one that was taken off; for whoever has checked the handoff."""
    found = await row(f"{_LINES} WHERE m.id = ?", material_id)
    return _line(found) if found else None


async def line_on(handoff_id: UUID, material_id: UUID) -> Line:
    """Refuses `not_found` for one of another handoff."""
    found = await find_line(material_id)
    if found is None or found.handoff != handoff_id:
        raise Refusal("not_found")
    return found


def checklist(lines: Iterable[Line]) -> list[Paper]:
    """As the rules judge it."""
    return [line.paper for line in lines if not line.proof]


def _line(found: Row) -> Line:
    """A photo is here once its own bytes are. (An engine gives a moment back only from a plain column.)"""
    photo_at = found.pop("photo_at")
    content_at = found["content_at"] if found["photo"] is None else photo_at
    return Line(
        **{**found, "proof": bool(found["proof"]), "sealed": bool(found["sealed"]), "content_at": content_at}
    )
