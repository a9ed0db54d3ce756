"""A patrol for other people's maps: itself, its track and its findings, without anything about parties."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.patrols.queries.track import judged_track
from backend.field.patrols.queries.visible import load
from backend.field.patrols.rules.track import Track
from backend.field.patrols.track_files import Outing, Spot
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.private_numbers import numbers_hidden

_SPOTS = (
    "SELECT number, found_at, category, facts, disposition, lat, lon, accuracy_m, position_source, party_name FROM findings "
    "WHERE patrol = ? AND removed_at IS NULL ORDER BY number"
)


async def outing(person: Person, patrol_id: UUID, at: datetime) -> tuple[Outing, Track, list[Spot]]:
    """What the writers of GPX and GeoJSON take; refuses `not_found` to a stranger."""
    patrol = (await load(person, patrol_id)).patrol
    judged = await judged_track(patrol_id, at, await preferences(patrol.township))
    found = await rows(_SPOTS, patrol_id)
    spots = [
        Spot(
            number=entry["number"],
            found_at=entry["found_at"],
            category=_said(entry, "category"),
            facts=_said(entry, "facts"),
            disposition=entry["disposition"],
            position=None if entry["lat"] is None else (entry["lat"], entry["lon"]),
            accuracy_m=entry["accuracy_m"],
            source=entry["position_source"],
        )
        for entry in found
    ]
    told = Outing(
        title=numbers_hidden(patrol.title),
        township=person.township_name,
        number=patrol.number,
        started_at=patrol.started_at,
        ended_at=patrol.ended_at,
        demo=person.demo,
    )
    return told, judged.track, spots


def _said(entry: Mapping[str, Any], field: str) -> str:
    """What was written, without the party's name and without anybody's numbers."""
    name, text = entry["party_name"], entry[field]
    return numbers_hidden(text.replace(name, "当事人") if len(name) > 1 else text)
