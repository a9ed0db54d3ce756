"""结束处置; what belongs to it; the report that came of it."""

from uuid import UUID

from backend.field.emergencies.bodies import Ending, Linking
from backend.field.emergencies.commands.acting import act_on
from backend.field.emergencies.commands.telling import tell_ended
from backend.field.emergencies.commands.writing import link, noted, write
from backend.field.emergencies.queries.visible import Named, find
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.records import visible_record
from backend.foundation.refusals import Refusal, needed


async def end(sender: Sender, emergency_id: UUID, body: Ending) -> Received:
    """It is over, and how; again changes nothing. Refuses `invalid`."""

    async def work(found: Named) -> Entry | None:
        if not found.emergency.open:
            return None
        needed({"outcome": (body.outcome or "", "写一句结果")})
        at = max(sender.acted_at(body.when), found.emergency.happened_at)
        outcome = (body.outcome or "").strip()
        written = await write(
            found.emergency, {"ended_at": at, "ended_by": sender.person.id, "outcome": outcome}
        )
        await tell_ended(sender, written)
        return noted(sender, written, "ending", {"text": outcome}, at)

    return await act_on(sender, emergency_id, "ending", body, work)


async def connect(sender: Sender, emergency_id: UUID, body: Linking) -> Received:
    """A record belongs to it; again changes nothing. Refuses `invalid`."""

    async def work(found: Named) -> Entry | None:
        linked = await visible_record(sender.person, body.kind, body.id)
        if linked is None or linked.id == emergency_id:
            raise Refusal("invalid", fields={"id": "没有这条记录，或你无权查看"})
        if not await link(sender, emergency_id, (body.kind, body.id)):
            return None
        written = await write(found.emergency, {})
        return noted(sender, written, "linked", {"title": linked.title, "id": linked.id}, body.when)

    return await act_on(sender, emergency_id, "links", body, work)


async def follow(sender: Sender, emergency_id: UUID, record: tuple[str, UUID], title: str) -> None:
    """A record that names it as its origin belongs to it at once, in the open transaction of whoever made it."""
    found = await find(sender.person, emergency_id, lock=True)
    if found is not None and await link(sender, emergency_id, record):
        noted(sender, await write(found.emergency, {}), "linked", {"title": title, "id": record[1]})
