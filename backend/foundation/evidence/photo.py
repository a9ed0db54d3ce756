"""A photo as it stands in its row, with who made it."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self
from uuid import UUID

import msgspec

from backend.foundation.evidence.corroboration import Corroboration, Exif, Place, corroborate
from backend.foundation.evidence.redaction import Box


@dataclass(frozen=True, slots=True)
class Photo:
    """`exif` and the size are known once it was developed; `drawn` is the newest set of redaction boxes."""

    id: UUID
    township: UUID | None
    subject_kind: str
    subject_id: UUID
    taken_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    source: str
    sha256: str
    size: int
    media_type: str
    created_by: UUID
    device: UUID | None
    made_at: datetime | None
    received_at: datetime
    clock_offset_s: float | None
    late: bool
    maker_name: str
    maker_unit: str
    maker_unit_id: UUID
    content_at: datetime | None = None
    exif: str | None = None
    corroboration: str = ""
    renditions: str = "waiting"
    rendition_failure: str = ""
    width: int | None = None
    height: int | None = None
    removed_at: datetime | None = None
    version: int = 1
    drawn: str | None = None

    @classmethod
    def of(cls, found: dict[str, Any]) -> Self:
        """From a row that has more columns than are asked for here."""
        return cls(**{name: found[name] for name in FIELDS})

    @property
    def chain(self) -> UUID:
        """The journal chain its events belong to."""
        return self.township or self.maker_unit_id

    @property
    def place(self) -> Place | None:
        """Latitude and longitude, where the position is known."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None

    @property
    def boxes(self) -> list[Box]:
        """What no copy that leaves may show."""
        return msgspec.json.decode(self.drawn, type=list[Box]) if self.drawn else []

    @property
    def camera_says(self) -> Exif:
        """What the file itself says; nothing before it was developed."""
        return msgspec.json.decode(self.exif, type=Exif) if self.exif else Exif()

    @property
    def trailing(self) -> int:
        """Bytes behind the end of the picture."""
        return int(msgspec.json.decode(self.exif).get("trailing", 0)) if self.exif else 0

    def verdict(self) -> Corroboration:
        """Record and file held against each other."""
        return corroborate(self.camera_says, self.taken_at, self.place)


FIELDS = [field.name for field in fields(Photo)]
