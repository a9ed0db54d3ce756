"""The calls of a township in a span of time, with the unit that answered first and the key place they were near."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from backend.field.assists.rules.figures import Figures, Timed, figures
from backend.field.assists.rules.positions import USELESS
from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.foundation.distance import along_sphere
from backend.office.places.queries import places_of

NEAR_M = 500
_CALLS = (
    "SELECT a.status, a.received_at, a.acknowledged_at, a.departed_at, a.arrived_at, a.lat, a.lon, a.position_marks, (SELECT u.name "
    "FROM assist_responses r JOIN units u ON u.id = r.unit WHERE r.assist = a.id AND r.police "
    "AND r.acknowledged_at IS NOT NULL ORDER BY r.acknowledged_at, r.id LIMIT 1) AS unit FROM assists a "
    "WHERE a.township = ? AND a.received_at >= ? AND a.received_at < ? AND a.status <> 'test' "
    "AND a.state <> 'false_alarm' ORDER BY a.received_at"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Real calls, and drills apart: these are never counted among those."""

    actual: Figures
    exercises: Figures


async def figures_of(township: UUID | None, since: datetime, until: datetime) -> Told:
    """Of the calls that arrived from `since` to before `until`; false alarms and tests are no calls."""
    [found] = await batch([(_CALLS, [township, since, until])])
    places = await places_of(township, all_of_them=True)
    real, drills = (
        [_timed(entry, places) for entry in found if entry["status"] == status]
        for status in ("actual", "exercise")
    )
    return Told(figures(real), figures(drills))


def _timed(entry: Row, places: Sequence[Row]) -> Timed:
    return Timed(
        entry["received_at"],
        entry["acknowledged_at"],
        entry["departed_at"],
        entry["arrived_at"],
        entry["unit"] or ("其他单位" if entry["acknowledged_at"] else ""),
        _nearest(entry, places),
    )


def _nearest(entry: Row, places: Sequence[Row]) -> str:
    """The key place within 500 m that is nearest; empty for none."""
    marks = msgspec.json.decode(entry["position_marks"], type=set[str])
    if entry["lat"] is None or entry["lon"] is None or not USELESS.isdisjoint(marks):
        return ""
    spot = (entry["lat"], entry["lon"])
    near = [(along_sphere(spot, (place["lat"], place["lon"])), place["name"]) for place in places]
    return min([each for each in near if each[0] <= NEAR_M], default=(0, ""))[1]
