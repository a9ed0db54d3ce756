"""The strip of photos other rooms put on their pages (templates/evidence/_strip.html)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.evidence.photo import Photo
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.preferences import preference


@dataclass(frozen=True, slots=True)
class Strip:
    """`subject_id` is empty while the form around the strip has yet to make the record."""

    subject_kind: str
    subject_id: str
    photos: Sequence[Photo]
    may_add: bool
    edge: int

    @property
    def flags(self) -> dict[str, str]:
        """Words for photos whose file contradicts their record."""
        return FLAGS


FLAGS = {"time": "时间不符", "position": "位置不符", "time,position": "时间、位置不符"}


async def strip(
    person: Person,
    kind: str,
    subject: UUID | None = None,
    photos: Sequence[Photo] = (),
    *,
    open_: bool = True,
) -> Strip:
    """What the template needs. `open_`: the record still takes photos."""
    edge = await preference(person.township_id, "photo.long_edge_px")
    return Strip(kind, str(subject or ""), photos, open_ and may(person, "photo.write"), edge)
