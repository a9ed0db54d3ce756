"""Fixes of a phone on their way into the record, each once per device and seq."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4, uuid5

import msgspec

from backend.field.patrols.bodies import Point, TrackBody
from backend.field.patrols.commands.acting import contributors, noted, write_late
from backend.field.patrols.commands.measuring import measure
from backend.field.patrols.queries.track import held
from backend.field.patrols.queries.visible import Muster, load
from backend.field.patrols.rules.lateness import arrival
from backend.foundation.database import after_commit, row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal, demand

MOST = 5000
CHUNK = 1000
_ANOTHERS = "SELECT id FROM track_points WHERE patrol = ? AND device = ? AND officer <> ? LIMIT 1"
_COLUMNS = "(id, patrol, officer, device, seq, at, lat, lon, accuracy_m, late)"


async def receive(sender: Sender, patrol_id: UUID, body: TrackBody) -> tuple[Received, int]:
    """Keep what is new; the highest seq up to which nothing is missing. The first fix under a seq stays.

    Fixes are never judged here (rules.track does when they are read): what a receiver said is kept as it said it.
    Refuses `track_too_long`, `patrol_not_started`, `not_allowed`, and `filed` for fixes made after the filing.
    """
    if len(body.points) > MOST:
        raise Refusal("track_too_long")

    async def act() -> Entry | None:
        muster = await load(sender.person, patrol_id, lock=True)
        device = await _line_of(sender, patrol_id, body.device)
        demand(contributors(muster, sender.person))
        if muster.patrol.started_at is None:
            raise Refusal("patrol_not_started")
        points, late = _in_time(sender, muster, body.points)
        new = await _keep(sender, patrol_id, device, points, late=late)
        if not new:
            return None
        if late:
            await write_late(sender, muster.patrol, f"{len(new)}个轨迹点", points[-1].at)
        else:
            after_commit(lambda: measure(patrol_id))
        return noted(sender, muster.patrol, "patrol.track_received", _payload(device, new), body.made_at)

    received = await receive_act(
        sender.person, ("patrol", patrol_id), act, content=body, noun="track", key=sender.key
    )
    return received, await held(patrol_id, await _line_of(sender, patrol_id, body.device))


async def _line_of(sender: Sender, patrol_id: UUID, device: UUID | None) -> UUID:
    """What this person's fixes are numbered under. Two on one phone both begin at nought: the second has a line of their own."""
    said = device or sender.device.id or sender.person.id
    taken = await row(_ANOTHERS, patrol_id, said, sender.person.id)
    return uuid5(said, str(sender.person.id)) if taken else said


def _in_time(sender: Sender, muster: Muster, points: Sequence[Point]) -> tuple[Sequence[Point], bool]:
    """All of them on an open patrol; on a filed one those made before the filing. Refuses `filed` if there is none."""
    patrol = muster.patrol
    if patrol.open or not points:
        return points, False
    before = [point for point in points if patrol.filed_at and sender.put_right(point.at) < patrol.filed_at]
    arrival(patrol, min(sender.put_right(point.at) for point in points))
    return before, True


async def _keep(
    sender: Sender, patrol_id: UUID, device: UUID, points: Sequence[Point], *, late: bool
) -> list[Point]:
    """Those that were not held before."""
    new: set[int] = set()
    for start in range(0, len(points), CHUNK):
        chunk = points[start : start + CHUNK]
        values: list[object] = []
        for point in chunk:
            values += [uuid4(), patrol_id, sender.person.id, device, point.seq, point.at]
            values += [point.lat, point.lon, point.accuracy_m, late]
        marks = ", ".join(["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"] * len(chunk))
        kept = await rows(
            f"INSERT INTO track_points {_COLUMNS} VALUES {marks} ON CONFLICT (patrol, device, seq) DO NOTHING "
            "RETURNING seq",
            *values,
        )
        new.update(entry["seq"] for entry in kept)
    return [point for point in points if point.seq in new]


def _payload(device: UUID, new: Sequence[Point]) -> dict[str, object]:
    """What the journal remembers of a batch: enough to prove every fix of it."""
    moments: list[datetime] = sorted(point.at for point in new)
    digest = hashlib.sha256(msgspec.json.encode(new)).hexdigest()
    return {"device": device, "points": len(new), "from": moments[0], "until": moments[-1], "sha256": digest}
