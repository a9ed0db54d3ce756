"""The photos of a notification: those taken for it, and those it brought along from the record it came from."""

from backend.casework.hazards.queries.visible import Named
from backend.casework.hazards.rules.access import Side
from backend.foundation.evidence.brought import Picture, pictures
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of


async def hung_on(named: Named) -> list[Photo]:
    """Photos taken for the notification itself, oldest first."""
    hazard = named.hazard
    return (await photos_of("hazard", [hazard.id], hazard.township))[hazard.id]


async def brought(named: Named, side: Side) -> list[Picture]:
    """Photos of the record it came from: whoever was told sees them through the notification, not the record."""
    hazard = named.hazard
    return await pictures(hazard.brought, "" if side == "sender" else f"/api/v1/hazards/{hazard.id}")
