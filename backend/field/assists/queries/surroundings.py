"""What goes along with a call without being said: township, running patrol, phone, the last point of the track."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.assists.bodies import AssistBody, FixBody
from backend.field.assists.rules.positions import NOWHERE, STALE_AFTER, Corner, Fix, Measure, judged
from backend.foundation.database import batch, row
from backend.foundation.outbox import Sender
from backend.foundation.outbox.device import OLDEST
from backend.foundation.outbox.sender import TOLERANCE
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.office.places.queries import boundaries
from backend.office.places.rules import holds

_RUNNING = (
    "SELECT p.id FROM patrols p JOIN crew c ON c.patrol = p.id WHERE c.officer = ? AND c.left_at IS NULL "
    "AND p.started_at IS NOT NULL AND p.ended_at IS NULL AND p.cancelled_at IS NULL AND p.filed_at IS NULL "
    "ORDER BY p.started_at DESC LIMIT 1"
)
# The caller's own phone first: the crew may have parted. Of a patrol they walk along: any other is somewhere else.
_TRACK = (
    "SELECT officer, lat, lon, accuracy_m, at FROM track_points WHERE patrol = ? "
    "AND patrol IN (SELECT patrol FROM crew WHERE officer = ?) "
    "ORDER BY CASE WHEN officer = ? THEN 0 ELSE 1 END, at DESC LIMIT 1"
)
_PATROL_PLACE = (
    "SELECT p.township FROM patrols p JOIN townships t ON t.id = p.township WHERE p.id = ? AND t.county = ?"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`said`: the position that came along, judged; `track`: the last point of the patrol; `own_track`: whether the
    caller's own phone wrote it."""

    township: UUID | None
    patrol: UUID | None
    phone: str
    said: Fix
    track: Fix | None
    own_track: bool


async def surroundings(sender: Sender, body: AssistBody) -> Surroundings:
    """Of the person who calls, at this moment."""
    person = sender.person
    running, own = await batch(
        [(_RUNNING, [person.id]), ("SELECT phone FROM officers WHERE id = ?", [person.id])]
    )
    patrol = body.patrol or (running[0]["id"] if running else None)
    outlines = await boundaries(person.county_id)
    settings = await preferences(person.township_id)
    measure = measure_of(settings, outlines.get(person.township_id) if person.township_id else None, outlines)
    track, own_track = await _track(patrol, person, sender.at, measure)
    before = track if own_track else None  # a colleague may be somewhere else by now
    said = judge(sender, body.position, before, measure) if body.position else NOWHERE
    return Surroundings(
        township=person.township_id or await _township_of(patrol, person, said, outlines),
        patrol=patrol,
        phone=own[0]["phone"],
        said=said,
        track=track,
        own_track=own_track,
    )


def measure_of(
    settings: dict[str, int], corners: list[Corner] | None, outlines: dict[UUID, list[Corner]]
) -> Measure:
    """What positions are judged by; who serves the county is near any of its townships."""
    everywhere = [corner for outline in outlines.values() for corner in outline]
    return Measure(
        settings["position.reason_accuracy_m"], settings["track.max_speed_kmh"], corners or everywhere
    )


def judge(sender: Sender, said: FixBody, before: Fix | None, measure: Measure) -> Fix:
    """A position as it came, with its marks; one that says nothing of when it was taken is of this moment."""
    taken_at, known = _taken(sender, said.at)
    fix = judged(
        (said.lat, said.lon, said.accuracy_m),
        said.source or "gps",
        taken_at,
        now=sender.at,
        before=before,
        measure=measure,
    )
    return fix if known or "stale" in fix.marks else replace(fix, marks=(*fix.marks, "stale"))


def _taken(sender: Sender, text: str | None) -> tuple[datetime, bool]:
    """When it was taken by the server's clock, and whether that can be believed."""
    if text is None:
        return sender.at, True
    try:
        said = datetime.fromisoformat(text)
        right = sender.put_right(said) if said.tzinfo else None
    except (ValueError, OverflowError):
        right = None
    if right is None or not sender.at - OLDEST <= right <= sender.at + TOLERANCE:
        return sender.at, False
    return min(right, sender.at), True


async def _track(
    patrol: UUID | None, person: Person, at: datetime, measure: Measure
) -> tuple[Fix | None, bool]:
    """The last point, and whether it is the person's own."""
    found = await row(_TRACK, patrol, person.id, person.id) if patrol else None
    if found is None:
        return None, False
    marks = {
        "track": True,
        "stale": at - found["at"] > STALE_AFTER,
        "inexact": (found["accuracy_m"] or 0) > measure.inexact_m,
    }
    kept = tuple(mark for mark, true in marks.items() if true)
    fix = Fix(found["lat"], found["lon"], found["accuracy_m"], "gps", found["at"], kept)
    return fix, found["officer"] == person.id


async def _township_of(
    patrol: UUID | None, person: Person, said: Fix, outlines: dict[UUID, list[Corner]]
) -> UUID | None:
    """For whoever serves the whole county: the patrol's township, else the one whose outline goes around the position."""
    found: dict[str, Any] | None = await row(_PATROL_PLACE, patrol, person.county_id) if patrol else None
    if found is not None:
        township: UUID = found["township"]
        return township
    if not said.usable or said.lat is None or said.lon is None:
        return None
    spot = (said.lat, said.lon)
    return next((township for township, corners in outlines.items() if holds(corners, spot)), None)
