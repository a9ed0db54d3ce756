"""A word from the scene, and the call for more people."""

from uuid import UUID

from backend.field.assists.alarm import sound
from backend.field.assists.bodies import Spoken
from backend.field.assists.commands.acting import Noun, act_on, moment_in, speakers
from backend.field.assists.commands.writing import Step, add_step, noted, write
from backend.field.assists.queries.visible import Called
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender


async def remark(sender: Sender, assist_id: UUID, body: Spoken) -> Received:
    """现场补充; refuses `idempotency_key_missing`."""
    return await _say(sender, assist_id, body, "remarks")


async def ask_for_more(sender: Sender, assist_id: UUID, body: Spoken) -> Received:
    """请求增援: rings again, for all of the station; refuses as `remark`."""
    return await _say(sender, assist_id, body, "reinforcement")


async def _say(sender: Sender, assist_id: UUID, body: Spoken, noun: str) -> Received:
    async def work(called: Called) -> Entry:
        at = moment_in(sender, called, body.when)
        written = await write(called.assist, {})
        await add_step(sender, written, Step(noun=noun, at=at, words=body.text))
        more = noun == "reinforcement"
        sounded = await sound("reinforcement", called, sender.at, words=body.text) if more else None
        told = {"told": sounded.told} if sounded else {}
        kind = "assist.reinforcement_asked" if more else "assist.remarked"
        return noted(sender, written, kind, {"text": body.text, "at": at, **told}, body.when)

    return await act_on(sender, assist_id, Noun(noun, speakers, key_required=True), body, work)
