"""What who asked does with the whole: calls, the paper after a call, closing, withdrawing."""

from typing import Any
from uuid import UUID

from backend.casework.on_behalf import spoken_with
from backend.casework.requests.bodies import Act, Call, Closure, Paper, Withdrawal
from backend.casework.requests.commands import limits
from backend.casework.requests.commands.acting import Doing, moment, on_whole
from backend.casework.requests.commands.telling import tell_step
from backend.casework.requests.commands.writing import Step, add_step, write
from backend.casework.requests.papers import issued
from backend.casework.requests.queries.visible import Named
from backend.casework.requests.rules import states
from backend.casework.requests.rules.kinds import NOTICE
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal, demand, needed


async def call(sender: Sender, request_id: UUID, body: Call) -> Received:
    """记电话: who took it and what was said."""
    said = {**spoken_with(body), "text": body.note or ""}
    return await _whole(sender, request_id, body, Doing("calls", said, body.words))


async def send_paper(sender: Sender, request_id: UUID, body: Paper) -> Received:
    """补书面通知: numbered and out; the limit is met by it. Refuses as letters are refused."""

    async def do(found: Named) -> Entry | None:
        demand(found.side == "asking")
        if found.request.kind != NOTICE:
            raise Refusal("request_state", "只有书面通知才有这份文件")
        if found.request.letter is not None:
            return None
        states.after(found.request.state, "paper")
        letter = await issued(sender, found, number=body.number, signed_by=body.signed_by)
        request = await write(found.request, {"letter": letter.id})
        await limits.sent_paper(request, sender.at)
        await tell_step(sender, request, "paper", letter.number, [each.party for each in found.asked])
        said = {"text": letter.number}
        step = Step(noun="paper", at=sender.at, unit=sender.person.unit_id, said=said)
        return await add_step(sender, request, step)

    return await on_whole(sender, request_id, "paper", body, do)


async def close(sender: Sender, request_id: UUID, body: Closure) -> Received:
    """办结. Refuses `request_paper_owed` while the 书面通知 is owed."""
    said = (body.text or body.note or "").strip()
    return await _whole(sender, request_id, body, Doing("closure", {"text": said}, said))


async def withdraw(sender: Sender, request_id: UUID, body: Withdrawal) -> Received:
    """撤回: not needed any more, and why; the asked bodies keep seeing it."""
    needed({"reason": (body.reason, "写明为什么撤回")})
    return await _whole(sender, request_id, body, Doing("withdrawal", {"text": body.reason}, body.reason))


async def _whole(sender: Sender, request_id: UUID, body: Act, doing: Doing) -> Received:
    async def do(found: Named) -> Entry | None:
        demand(found.side == "asking")
        if states.done(found.request.state, doing.act):
            return None
        state = states.after(found.request.state, doing.act)
        if doing.act == "closure" and found.request.paper_owed:
            raise Refusal("request_paper_owed")
        at = moment(sender, found.request.received_at, body.when)
        parties = [each.party for each in found.asked]
        changes: dict[str, Any] = {}
        if state in states.ENDED:
            changes = {"state": state, "state_at": at, "ended_at": sender.at}
            await limits.fell_away(found.request, parties, sender.at)
        request = await write(found.request, changes)
        await tell_step(sender, request, doing.act, doing.words, parties)
        step = Step(noun=doing.act, at=at, unit=sender.person.unit_id, said=doing.said)
        return await add_step(sender, request, step)

    return await on_whole(sender, request_id, doing.act, body, do)
