"""What the API takes for findings. Lengths are those of the columns."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from backend.casework.parties import Party
from backend.field.patrols.bodies import Note, Username, Version
from backend.foundation.web.api import Moment, Position
from backend.foundation.web.bodies import Body

Disposition = Literal[
    "none",
    "persuaded",
    "corrected",
    "ordered",
    "summary_penalty",
    "case",
    "handoff",
    "notified",
    "assist",
    "other",
]
Category = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
MatterCode = Annotated[str, msgspec.Meta(max_length=40)]
Address = Annotated[str, msgspec.Meta(max_length=200)]
Facts = Annotated[str, msgspec.Meta(max_length=5000)]
Acting = Annotated[list[Username], msgspec.Meta(max_length=10)]


class FindingBody(Body, kw_only=True):
    """PUT /patrols/{uuid}/findings/{uuid}."""

    category: Category
    found_at: Moment
    position: Position
    facts: Facts
    disposition: Disposition
    ongoing: bool = False
    nothing_found: bool = False
    matter_code: MatterCode | None = None
    address: Address | None = None
    far_reason: Note | None = None
    acting: Acting | None = None
    recheck_on: date | None = None
    party: Party | None = None
    made_at: Moment | None = None


class FindingChange(Body, kw_only=True):
    """PATCH: the fields that change; `position` and `party` are replaced whole; null clears."""

    category: Category | UnsetType = UNSET
    found_at: Moment | UnsetType = UNSET
    position: Position | UnsetType = UNSET
    facts: Facts | UnsetType = UNSET
    disposition: Disposition | UnsetType = UNSET
    ongoing: bool | UnsetType = UNSET
    nothing_found: bool | UnsetType = UNSET
    matter_code: MatterCode | UnsetType | None = UNSET
    address: Address | UnsetType | None = UNSET
    far_reason: Note | UnsetType | None = UNSET
    acting: Acting | UnsetType | None = UNSET
    recheck_on: date | UnsetType | None = UNSET
    party: Party | UnsetType | None = UNSET
    base: Version | None = None
    made_at: Moment | None = None


class Removal(Body):
    """DELETE has no body; this is what its digest is made of."""
