"""Writing a campaign's row and what hangs on it, guarded by its version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.field.campaigns.rules.campaign import Campaign
from backend.foundation.database import batch
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, write_over

COLUMNS = tuple(each.name for each in fields(Campaign))
_INSERT = f"INSERT INTO campaigns ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_PARTS = {"units": "unit", "people": "officer", "places": "place"}


@dataclass(frozen=True, slots=True)
class Parts:
    """Who takes part and where, as ids."""

    units: frozenset[UUID]
    people: frozenset[UUID]
    places: frozenset[UUID]


async def add(campaign: Campaign, parts: Parts) -> None:
    await batch([(_INSERT, [getattr(campaign, name) for name in COLUMNS]), *_written(campaign.id, parts)])


async def write(campaign: Campaign, changes: Mapping[str, Any]) -> Campaign:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("campaigns", campaign, changes)


async def replace_parts(campaign_id: UUID, parts: Parts) -> None:
    """Instead of those there were."""
    away = [(f"DELETE FROM campaign_{name} WHERE campaign = ?", [campaign_id]) for name in _PARTS]
    await batch([*away, *_written(campaign_id, parts)])


def _written(campaign_id: UUID, parts: Parts) -> Iterable[tuple[str, list[Any]]]:
    for name, column in _PARTS.items():
        for each in sorted(getattr(parts, name)):
            yield (
                f"INSERT INTO campaign_{name} (id, campaign, {column}) VALUES (?, ?, ?)",
                [uuid4(), campaign_id, each],
            )


def noted(
    sender: Sender, campaign: Campaign, kind: str, payload: Mapping[str, Any], made_at: datetime | None = None
) -> Entry:
    """The event, in the chain of whoever acted."""
    return record(
        kind,
        chain=sender.person.chain,
        record=("campaign", campaign.id),
        by=sender.person.id,
        payload=dict(payload),
        made_at=made_at,
    )
