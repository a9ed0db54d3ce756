"""Calls and people as rules see them, made out of nothing."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from backend.field.assists.rules.assist import Assist
from backend.foundation.people.identity import Person

AT = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)
TOWNSHIP = UUID(int=1)
_TEXTS: dict[str, Any] = {
    "status": "actual",
    "severity": "emergency",
    "state": "raised",
    "hazards": "[]",
    "position_marks": "[]",
    "field_versions": "{}",
    "position_source": "gps",
}
_EMPTY = (
    "reason",
    "note",
    "phone",
    "origin_kind",
    "alarm_number",
    "end_reason",
    "evidence",
    "outcome",
    "next_step",
)


def call(**changes: Any) -> Assist:
    """An open one nobody has answered, raised by somebody else at AT."""
    values: dict[str, Any] = dict.fromkeys(each.name for each in fields(Assist))
    values |= _TEXTS | dict.fromkeys(_EMPTY, "")
    values |= {
        "id": uuid4(),
        "raised_by": uuid4(),
        "township": TOWNSHIP,
        "round": 1,
        "version": 1,
        "overwritten": False,
    }
    values |= {"raised_at": AT, "received_at": AT, "round_since": AT}
    return Assist(**values | changes)


def somebody(*roles: str) -> Person:
    """Of the township."""
    return Person(
        id=uuid4(),
        username="somebody",
        name="周青岩",
        position="",
        unit_id=uuid4(),
        unit_code="sfz-pcs",
        unit_name="派出所",
        unit_kind="police",
        county_id=uuid4(),
        township_id=TOWNSHIP,
        township_name="示范镇",
        profile="eshan",
        roles=frozenset(roles),
        demo=True,
    )
