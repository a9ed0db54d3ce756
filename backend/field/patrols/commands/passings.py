"""Key places passed: tapped by hand; those the track came near are noted when it arrives."""

from uuid import UUID, uuid4

from backend.field.patrols.bodies import PassingBody
from backend.field.patrols.commands.acting import Noun, act_on, contributors, noted
from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal


async def tap(sender: Sender, patrol_id: UUID, body: PassingBody) -> Received:
    """Once for each place. Refuses `invalid` for a place the township does not have and `patrol_not_started`."""
    times.happened(sender, {"at": body.at})
    place = await row("SELECT name, township FROM places WHERE id = ?", body.place)

    async def work(muster: Muster) -> Entry | None:
        if place is None or place["township"] != muster.patrol.township:
            raise Refusal("invalid", fields={"place": "没有这个重点场所"})
        if muster.patrol.started_at is None:
            raise Refusal("patrol_not_started")
        if await row("SELECT id FROM passings WHERE patrol = ? AND place = ?", patrol_id, body.place):
            return None
        at = sender.acted_at(body.when)
        await rows(
            "INSERT INTO passings (id, patrol, place, at, by_hand) VALUES (?, ?, ?, ?, TRUE)",
            uuid4(),
            patrol_id,
            body.place,
            at,
        )
        await write(muster.patrol, {})
        payload = {"place": body.place, "name": place["name"], "at": at, "by_hand": True}
        return noted(sender, muster.patrol, "patrol.place_passed", payload, body.when)

    noun = Noun("passings", contributors, late=f"途经{place['name'] if place else '重点场所'}")
    return await act_on(sender, patrol_id, noun, body, work, said=body.when)
