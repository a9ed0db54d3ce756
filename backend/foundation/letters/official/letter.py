"""An issued paper as it stands in its row."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self
from uuid import UUID

import msgspec

from backend.foundation.letters.papers.paper import Paper
from backend.foundation.letters.wording.kinds import KINDS, Kind


class Enclosure(msgspec.Struct, frozen=True):
    """Something that goes with a paper, as the public page may show it: its kind and digest, never its title."""

    kind: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Letter:
    """`sha256` and `size` are those of the PDF, empty until it is rendered. `signed_off` is the issuing body's own to read:
    江晚晴（受方知秋委托）."""

    id: UUID
    kind: str
    body: UUID
    body_name: str
    addressee: UUID
    addressee_name: str
    chain: UUID
    record_kind: str
    record_id: UUID
    accompanies: UUID | None
    number: str
    year: int
    by_register: bool
    code: str
    paper: str
    enclosures: str
    issued_at: datetime
    issued_by: UUID
    sha256: str = ""
    size: int = 0
    rendered_at: datetime | None = None
    voided_at: datetime | None = None
    voided_by: UUID | None = None
    void_reason: str = ""
    sealed_at: datetime | None = None
    sealed_by: UUID | None = None
    scan_sha256: str = ""
    scan_size: int = 0
    scan_type: str = ""
    scanned_at: datetime | None = None
    scanned_by: UUID | None = None
    signed_off: str = ""

    @classmethod
    def of(cls, found: dict[str, Any]) -> Self:
        """From a row that may have more columns than are asked for here."""
        return cls(**{name: found[name] for name in COLUMNS})

    @property
    def words(self) -> str:
        """涉嫌违法案件移送函."""
        return self.form.words

    @property
    def form(self) -> Kind:
        """What is true of every paper of its kind."""
        return KINDS[self.kind]

    @property
    def void(self) -> bool:
        return self.voided_at is not None

    def says(self) -> Paper:
        """What it says, as it was frozen."""
        return msgspec.json.decode(self.paper, type=Paper)

    def enclosed(self) -> list[Enclosure]:
        return msgspec.json.decode(self.enclosures, type=list[Enclosure])

    def told(self) -> dict[str, Any]:
        """How the journal names it."""
        return {"letter": str(self.id), "kind": self.kind, "number": self.number}


COLUMNS = tuple(field.name for field in fields(Letter))
