"""Ending a patrol on the street; it stays open for corrections until it is filed."""

from dataclasses import replace
from uuid import UUID

from backend.field.patrols.bodies import Act
from backend.field.patrols.commands.acting import Noun, act_on, changers, noted
from backend.field.patrols.commands.pauses import close_pause
from backend.field.patrols.commands.writing import overlaps, write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal

NOUN = Noun("end", changers, already=lambda muster: muster.patrol.ended_at is not None, late="结束巡查")


async def end(sender: Sender, patrol_id: UUID, body: Act) -> Received:
    """Refuses `patrol_not_started`, `times_crossed` and `time_in_future`; a pause ends with it."""
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry:
        patrol = muster.patrol
        if patrol.started_at is None:
            raise Refusal("patrol_not_started")
        at = times.follows(sender, body, patrol.started_at)
        await close_pause(patrol_id, max(at, patrol.paused_at or at))
        ended = replace(patrol, ended_at=at)
        shared = await overlaps(ended, muster.crew, sender.at)
        await write(patrol, {"ended_at": at, "overlapping": shared})
        return noted(sender, ended, "patrol.ended", {"at": at, "note": body.note}, body.when)

    return await act_on(sender, patrol_id, NOUN, body, work, said=body.when)
