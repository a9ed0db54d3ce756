"""PUT and PATCH of a handoff, and its material."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from backend.casework.handoffs.bodies.words import (
    Address,
    Days,
    DelegatedBy,
    Facts,
    MatterCode,
    NoticeRecord,
    Reason,
    Sha256,
    StopRecord,
    Title,
    UnitCode,
)
from backend.casework.parties import Party
from backend.foundation.web.api import Moment, Origin
from backend.foundation.web.bodies import Body

Version = Annotated[int, msgspec.Meta(ge=1)]


class HandoffBody(Body, kw_only=True):
    """PUT /handoffs/{uuid}: a draft. `discovered_at` is when it was known to be the other side's. `origin`: a finding or a
    call for help; the finding a call arose from may go along in `finding`."""

    direction: Literal["out", "in", "stationed"]
    to_unit: UnitCode
    discovered_at: Moment
    facts: Facts
    urgent: bool = False
    ongoing: bool = False
    major: bool = False
    from_unit: UnitCode | None = None
    delegated_by: DelegatedBy | None = None
    matter_code: MatterCode | None = None
    discovered_reason: Reason | None = None
    stop_record: StopRecord | None = None
    notice_record: NoticeRecord | None = None
    address: Address | None = None
    party: Party | None = None
    finding: UUID | None = None
    complaint: UUID | None = None
    origin: Origin | None = None
    result_days: Days | None = None
    made_at: Moment | None = None


class HandoffChange(Body, kw_only=True):
    """PATCH /handoffs/{uuid}: the fields that change; null clears; `base` is the version it was made on."""

    to_unit: UnitCode | UnsetType = UNSET
    discovered_at: Moment | UnsetType = UNSET
    facts: Facts | UnsetType = UNSET
    urgent: bool | UnsetType = UNSET
    ongoing: bool | UnsetType = UNSET
    major: bool | UnsetType = UNSET
    delegated_by: DelegatedBy | UnsetType | None = UNSET
    matter_code: MatterCode | UnsetType | None = UNSET
    discovered_reason: Reason | UnsetType | None = UNSET
    stop_record: StopRecord | UnsetType | None = UNSET
    notice_record: NoticeRecord | UnsetType | None = UNSET
    address: Address | UnsetType | None = UNSET
    party: Party | UnsetType | None = UNSET
    finding: UUID | UnsetType | None = UNSET
    complaint: UUID | UnsetType | None = UNSET
    result_days: Days | UnsetType | None = UNSET
    base: Version | None = None
    made_at: Moment | None = None


class MaterialBody(Body, kw_only=True):
    """PUT …/materials/{uuid}: a photo by its id, or a file whose bytes follow, or a paper that is listed and not there.

    `proof`: what proves an answer that is entered on behalf of a body without accounts; no part of what was sent.
    `sealed`: it names a complainant; then it keeps no title of its own, and only named handlers on both sides open it.
    """

    kind: Literal["source", "evidence", "other"]
    title: Title
    photo: UUID | None = None
    sha256: Sha256 | None = None
    bytes: Annotated[int, msgspec.Meta(ge=1)] | None = None
    media_type: Annotated[str, msgspec.Meta(min_length=3, max_length=120)] | None = None
    extent: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    absence: Reason | None = None
    proof: bool = False
    sealed: bool | None = None


class AbsenceBody(Body, kw_only=True):
    """POST …/materials/{uuid}/absence: why a listed paper is not there; signed by whoever says so."""

    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class MaterialRemoval(Body):
    """POST …/materials/{uuid}/removal."""

    note: Reason | None = None
