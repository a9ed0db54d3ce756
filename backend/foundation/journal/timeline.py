"""Reading the journal of one record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import rows


@dataclass(frozen=True)
class Moment:
    """One event of a record as its timeline shows it; `payload` is None once retention erased it."""

    seq: int
    kind: str
    actor_name: str
    unit_name: str
    made_at: datetime | None
    received_at: datetime
    head: str
    payload: dict[str, Any] | None
    erased_at: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline: the moment, its sentence, and the lines it stands for when it sums up a run of them."""

    moment: Moment
    sentence: str
    inner: tuple["Line", ...] = ()


def told_lines(moments: Iterable[Moment], told: Callable[[Moment], str]) -> list[Line]:
    """One line each, in the sentences of a room."""
    return [Line(moment, told(moment)) for moment in moments]


def across_chains(moments: Iterable[Moment]) -> list[Moment]:
    """Oldest first, where several bodies acted and each noted it in its own chain."""
    return sorted(moments, key=lambda moment: (moment.received_at, moment.seq))


_MOMENTS = (
    "SELECT e.seq, e.kind, e.made_at, e.received_at, e.head, p.body, p.erased_at, o.name AS actor_name, "
    "u.name AS unit_name FROM events e JOIN payloads p ON p.id = e.id LEFT JOIN officers o ON o.id = e.actor "
    "LEFT JOIN units u ON u.id = o.unit"
)


async def timeline(record_kind: str, record_id: UUID) -> list[Moment]:
    """All events of one record, oldest first."""
    return await moments("e.record_kind = ? AND e.record_id = ?", record_kind, record_id)


async def moments(condition: str, *args: Any) -> list[Moment]:
    """The events a room's own condition on `events e` chooses, in the order the journal holds them."""
    found = await rows(f"{_MOMENTS} WHERE {condition} ORDER BY e.chain, e.seq", *args)
    return [
        Moment(
            event["seq"],
            event["kind"],
            event["actor_name"] or "系统",
            event["unit_name"] or "",
            event["made_at"],
            event["received_at"],
            event["head"],
            msgspec.json.decode(event["body"]) if event["body"] else None,
            event["erased_at"],
        )
        for event in found
    ]
