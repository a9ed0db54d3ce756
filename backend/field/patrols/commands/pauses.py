"""Pausing a patrol with a reason, and going on."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.field.patrols.bodies import Act, Pause
from backend.field.patrols.commands.acting import Noun, act_on, changers, noted
from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal


def _pausing(body: Pause) -> Noun:
    return Noun(
        "pause",
        changers,
        already=lambda muster: muster.patrol.running and muster.patrol.paused_at is not None,
        late=f"暂停巡查，原因：{body.reason}",
    )


RESUMPTION = Noun(
    "resumption",
    changers,
    already=lambda muster: muster.patrol.running and muster.patrol.paused_at is None,
    late="恢复巡查",
)


async def pause(sender: Sender, patrol_id: UUID, body: Pause) -> Received:
    """Refuses `patrol_not_started`, `patrol_not_open`, `times_crossed` and `time_in_future`."""
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry | None:
        started_at = _running(muster.patrol)
        at = times.follows(sender, body, started_at)
        if await row("SELECT id FROM pauses WHERE patrol = ? AND paused_at = ?", patrol_id, at):
            return None  # an outbox replays pause and resumption one after the other
        await rows(
            "INSERT INTO pauses (id, patrol, paused_at, reason) VALUES (?, ?, ?, ?)",
            uuid4(),
            patrol_id,
            at,
            body.reason,
        )
        await write(muster.patrol, {})
        payload = {"at": at, "reason": body.reason, "note": body.note}
        return noted(sender, muster.patrol, "patrol.paused", payload, body.when)

    return await act_on(sender, patrol_id, _pausing(body), body, work, said=body.when)


async def resume(sender: Sender, patrol_id: UUID, body: Act) -> Received:
    """Refuses as `pause`."""
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry:
        _running(muster.patrol)
        assert muster.patrol.paused_at is not None  # else it was already as asked
        at = times.follows(sender, body, muster.patrol.paused_at)
        await close_pause(patrol_id, at)
        await write(muster.patrol, {})
        return noted(sender, muster.patrol, "patrol.resumed", {"at": at, "note": body.note}, body.when)

    return await act_on(sender, patrol_id, RESUMPTION, body, work, said=body.when)


async def close_pause(patrol_id: UUID, at: datetime) -> None:
    """End the pause that is open, if one is."""
    await rows("UPDATE pauses SET resumed_at = ? WHERE patrol = ? AND resumed_at IS NULL", at, patrol_id)


def _running(patrol: Patrol) -> datetime:
    if patrol.started_at is None:
        raise Refusal("patrol_not_started")
    if not patrol.running:
        raise Refusal("patrol_not_open")
    return patrol.started_at
