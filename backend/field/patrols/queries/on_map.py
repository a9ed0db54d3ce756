"""A patrol as the map of a page shows it; the caller has made sure the patrol may be seen."""

import asyncio
from datetime import datetime

from backend.field.patrols.queries.track import judged_track
from backend.field.patrols.rules.patrol import Patrol
from backend.field.patrols.rules.simplification import ways
from backend.foundation.database import rows
from backend.foundation.maps import Map
from backend.office.places.queries import sketch

# As many as the list on the page begins with: ten thousand discs on one picture say nothing.
_NUMBERED = (
    "SELECT number, lat, lon FROM findings WHERE patrol = ? AND removed_at IS NULL AND lat IS NOT NULL "
    "ORDER BY number DESC LIMIT 200"
)


async def on_map(patrol: Patrol, at: datetime, settings: dict[str, int]) -> Map:
    """Its track, its last findings, the township beneath; thinned in a thread, as the track is judged in one."""
    judged = await judged_track(patrol.id, at, settings)
    found = await rows(_NUMBERED, patrol.id)
    return Map(
        await sketch(patrol.township),
        await asyncio.to_thread(ways, judged.track),
        [(entry["number"], (entry["lat"], entry["lon"])) for entry in reversed(found)],
    )
