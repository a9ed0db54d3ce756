"""A handoff and its sendings as rules see them. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.handoffs.rules.ongoing import Notice, Stop
from backend.casework.handoffs.rules.sender import Direction, Provision
from backend.casework.handoffs.rules.states import State

CHANGEABLE = (
    "to_unit",
    "matter_code",
    "discovered_at",
    "discovered_reason",
    "urgent",
    "ongoing",
    "major",
    "stop_record",
    "notice_record",
    "facts",
    "address",
    "party",
    "delegated_by",
    "finding",
    "complaint",
    "result_days",
)
_PARTY = ("name", "kind", "contact", "age")


class Consent(msgspec.Struct, frozen=True):
    """The department's prior consent to a major case: who gave it, when and how."""

    at: datetime
    by: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Handoff:
    """One handed-over case, column by column."""

    id: UUID
    township: UUID
    profile: str
    direction: Direction
    from_unit: UUID
    from_body: UUID
    to_unit: UUID
    delegated_source: str
    delegated_title: str
    delegated_article: str
    matter_code: str
    matter_name: str
    discovered_at: datetime
    discovered_reason: str
    urgent: bool
    urgent_at: datetime | None
    ongoing: bool
    major: bool
    stop_record: str | None
    notice_record: str | None
    consent_record: str | None
    facts: str
    address: str
    party_name: str
    party_kind: str
    party_contact: str
    party_age: str
    finding: UUID | None
    complaint: UUID | None
    assist: UUID | None
    result_days: int | None
    state: State
    sending: int
    returns: int
    submitted_by: UUID | None
    extended_at: datetime | None
    number: str
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    overwritten: bool
    sort_at: datetime
    version: int
    field_versions: str

    @property
    def sources(self) -> list[tuple[str, UUID]]:
        """What it came of, by kind and id, the nearest first."""
        named = (("assist", self.assist), ("finding", self.finding), ("complaint", self.complaint))
        return [(kind, record_id) for kind, record_id in named if record_id]

    @property
    def next_sending(self) -> int:
        """The ordinal of the sending under preparation: after a return it is another one."""
        return self.sending + 1 if self.state == "returned" else self.sending

    @property
    def title(self) -> str:
        """What it is about, without any person: 未经许可从事餐厨垃圾收运."""
        return self.matter_name or "涉嫌违法案件"

    @property
    def heading(self) -> str:
        """With the firm where one is named, or the place where no matter was chosen: a list of 涉嫌违法案件 tells nobody
        which. A person is not written on lists and boards."""
        firm = self.party_name if self.party_kind == "firm" else ""
        if self.matter_name:
            return f"{firm}涉嫌{self.matter_name}" if firm else self.matter_name
        return firm or (f"{self.title}：{self.address}" if self.address else self.title)

    @property
    def provision(self) -> Provision | None:
        if not self.delegated_source:
            return None
        return Provision(self.delegated_source, self.delegated_title, self.delegated_article)  # type: ignore[arg-type]

    @property
    def stop(self) -> Stop | None:
        return msgspec.json.decode(self.stop_record, type=Stop) if self.stop_record else None

    @property
    def notice(self) -> Notice | None:
        return msgspec.json.decode(self.notice_record, type=Notice) if self.notice_record else None

    @property
    def consent(self) -> Consent | None:
        return msgspec.json.decode(self.consent_record, type=Consent) if self.consent_record else None

    @property
    def party(self) -> dict[str, Any] | None:
        """None where nobody was named."""
        said = {name: getattr(self, f"party_{name}") or None for name in _PARTY}
        return said if any(said.values()) else None

    def values(self) -> dict[str, Any]:
        """The fields PATCH may change, by the names of the wire."""
        return {name: self._value(name) for name in CHANGEABLE}

    def _value(self, name: str) -> Any:
        if name == "delegated_by":
            given = self.provision
            return {"source": given.source, "title": given.title, "article": given.article} if given else None
        if name in ("stop_record", "notice_record"):
            text = getattr(self, name)
            return msgspec.json.decode(text) if text else None
        return getattr(self, name)


@dataclass(frozen=True, slots=True)
class Sending:
    """One sending; `content` is the case as its addressee got it."""

    id: UUID
    handoff: UUID
    ordinal: int
    to_unit: UUID
    number: str
    letter: UUID | None
    channel: str
    content: str
    state: State
    sent_at: datetime
    sent_by: UUID
    arrived_at: datetime | None
    receipt_at: datetime | None


def columns(values: dict[str, Any]) -> dict[str, Any]:
    """Fields by the names of the wire as columns of the row: party and provision fall apart, records become JSON."""
    row: dict[str, Any] = {}
    for name, value in values.items():
        if name == "party":
            said = value or {}
            row |= {f"party_{part}": said.get(part) or "" for part in _PARTY}
        elif name == "delegated_by":
            said = value or {}
            row |= {f"delegated_{part}": said.get(part) or "" for part in ("source", "title", "article")}
        elif name in ("stop_record", "notice_record"):
            row[name] = msgspec.json.encode(value).decode() if value else None
        else:
            row[name] = value
    return row
