"""Starting a planned patrol."""

from dataclasses import replace
from uuid import UUID

from backend.field.patrols.bodies import Act
from backend.field.patrols.commands.acting import Noun, act_on, changers, noted
from backend.field.patrols.commands.writing import overlaps, write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import crew as crew_rules
from backend.field.patrols.rules import times
from backend.field.patrols.rules.patrol import present
from backend.foundation.database import rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender

NOUN = Noun("start", changers, already=lambda muster: muster.patrol.started_at is not None, late="开始巡查")


async def start(sender: Sender, patrol_id: UUID, body: Act) -> Received:
    """Everybody planned joins. Refuses `time_in_future` and `joint_needs_two_units`; a crew without two certified
    officers starts and is warned (`power` on the page)."""
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry:
        crew_rules.joint(muster.patrol.kind, present(muster.crew))
        at = sender.acted_at(body.when)
        started = replace(muster.patrol, started_at=at)
        shared = await overlaps(started, muster.crew, sender.at)
        await write(muster.patrol, {"started_at": at, "sort_at": at, "overlapping": shared})
        await rows("UPDATE crew SET joined_at = ? WHERE patrol = ? AND joined_at IS NULL", at, patrol_id)
        payload = {"at": at, "note": body.note, "crew": [stay.username for stay in present(muster.crew)]}
        return noted(sender, started, "patrol.started", payload, body.when)

    return await act_on(sender, patrol_id, NOUN, body, work, said=body.when)
