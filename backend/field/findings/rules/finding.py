"""A finding as rules see it. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.positions import Positioned

CHANGEABLE = (
    "category",
    "found_at",
    "position",
    "facts",
    "disposition",
    "ongoing",
    "nothing_found",
    "matter_code",
    "address",
    "far_reason",
    "acting",
    "recheck_on",
    "party",
)


@dataclass(frozen=True, slots=True)
class Finding(Positioned):
    """One finding, column by column; `acting` is a JSON list of usernames."""

    id: UUID
    patrol: UUID
    township: UUID
    number: int
    category: str
    nothing_found: bool
    matter_code: str
    found_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    far_reason: str
    address: str
    facts: str
    disposition: str
    acting: str
    ongoing: bool
    recheck_on: date | None
    party_name: str
    party_kind: str
    party_contact: str
    party_age: str
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    late: bool
    overwritten: bool
    removed_at: datetime | None
    removed_by: UUID | None
    version: int
    field_versions: str

    @property
    def party(self) -> dict[str, Any] | None:
        """None where nobody was named."""
        said = {
            "name": self.party_name or None,
            "kind": self.party_kind or None,
            "contact": self.party_contact or None,
            "age": self.party_age or None,
        }
        return said if any(said.values()) else None

    @property
    def acted(self) -> list[str]:
        """Usernames of those who exercised power."""
        return msgspec.json.decode(self.acting, type=list[str])

    def values(self) -> dict[str, Any]:
        """The fields PATCH may change, by the names of the wire."""
        return {name: self.acted if name == "acting" else getattr(self, name) for name in CHANGEABLE}


def columns(values: dict[str, Any]) -> dict[str, Any]:
    """Fields by the names of the wire as columns of the row: position and party fall apart, null becomes empty."""
    row: dict[str, Any] = {}
    for name, value in values.items():
        if name == "position":
            row |= {"lat": value["lat"], "lon": value["lon"], "accuracy_m": value["accuracy_m"]}
            row["position_source"] = value["source"]
        elif name == "party":
            said = value or {}
            row |= {f"party_{part}": said.get(part) or "" for part in ("name", "kind", "contact", "age")}
        elif name == "acting":
            row["acting"] = msgspec.json.encode(value or []).decode()
        elif name in ("matter_code", "address", "far_reason"):
            row[name] = value or ""
        else:
            row[name] = value
    return row
