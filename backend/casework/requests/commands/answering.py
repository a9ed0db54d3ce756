"""What an asked body does, or what is recorded on its behalf (代录): 签收, 答应, 不能来, 反馈."""

from typing import Any
from uuid import UUID

from backend.casework.on_behalf import in_whose_name, spoken
from backend.casework.requests.bodies import Acceptance, Answer, Refused, Result
from backend.casework.requests.commands import limits
from backend.casework.requests.commands.acting import Doing, moment, on_part, under_way
from backend.casework.requests.commands.telling import tell_step
from backend.casework.requests.commands.writing import Step, add_step, write_party
from backend.casework.requests.queries.steps import steps_of
from backend.casework.requests.queries.visible import Asked, Named
from backend.casework.requests.rules import states
from backend.casework.requests.rules.access import answers_for
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal, demand, needed


async def receive(sender: Sender, request_id: UUID, party_id: UUID, body: Answer) -> Received:
    """签收: it has been read; no answer yet."""
    return await _answer(sender, request_id, party_id, body, Doing("receipt"))


async def accept(sender: Sender, request_id: UUID, party_id: UUID, body: Acceptance) -> Received:
    """答应: who comes, or how it will be done; said again where that changes, an earlier refusal taken back by it."""
    needed({"people": (body.people, "写明谁来、怎么来")})
    said = {"people": body.people, "head_count": body.head_count, "text": body.note or ""}
    return await _answer(sender, request_id, party_id, body, Doing("acceptance", said, body.people))


async def refuse(sender: Sender, request_id: UUID, party_id: UUID, body: Refused) -> Received:
    """不能来, and why."""
    needed({"reason": (body.reason, "写明为什么不能来")})
    doing = Doing("refusal", {"text": body.reason}, body.reason)
    return await _answer(sender, request_id, party_id, body, doing)


async def give_result(sender: Sender, request_id: UUID, party_id: UUID, body: Result) -> Received:
    """反馈: what was done."""
    needed({"text": (body.text, "写明怎么办的、结果怎样")})
    return await _answer(sender, request_id, party_id, body, Doing("result", {"text": body.text}, body.text))


async def _answer(sender: Sender, request_id: UUID, party_id: UUID, body: Answer, doing: Doing) -> Received:
    """Refuses `not_allowed`, `on_behalf_needed`, `on_behalf_of_oneself`, `request_state`, `time_in_future`."""

    async def do(found: Named, asked: Asked) -> Entry | None:
        person = sender.person
        demand(found.side == "asking" or answers_for(person, found.request, asked.party.unit))
        in_whose_name(own=found.side == "asked", on_behalf=body.on_behalf is not None)
        if await _was_done(found, asked, doing):
            return None
        under_way(found, doing.act)
        return await _write(sender, found, asked, body, doing)

    # Its proof hangs on the key of what is recorded on behalf.
    needs_key = body.on_behalf is not None
    return await on_part(
        sender, request_id, party_id, act=doing.act, body=body, do=do, key_required=needs_key
    )


async def _was_done(found: Named, asked: Asked, doing: Doing) -> bool:
    """What was refused or fed back before is only the same where it says the same."""
    party = asked.party
    if not states.answer_done(party.state, doing.act):
        return False
    said = [step.text for step in await steps_of(found.request.id, [party.id]) if step.noun == doing.act]
    return not said or said[-1] == doing.said.get("text", said[-1])


async def _write(sender: Sender, found: Named, asked: Asked, body: Answer, doing: Doing) -> Entry:
    party = asked.party
    if doing.act == "result" and found.request.kind == "police":
        raise Refusal("request_state", "警力保障不用反馈，由请求单位记到场")
    state = states.answer_after(party.state, doing.act)
    at = moment(sender, party.state_at, body.when)
    changes: dict[str, Any] = {"state": state, "state_at": at}
    if doing.act in states.ANSWERS:
        changes |= {"answered_at": party.answered_at or at}
        await limits.answered(party, at)
    written = await write_party(party, changes)
    told = f"{asked.unit_name}：{doing.words}" if doing.words else asked.unit_name
    await tell_step(sender, found.request, doing.act, told, [])
    unit = party.unit if found.side == "asking" else sender.person.unit_id
    said = {"text": body.note or "", **doing.said, **spoken(body.on_behalf)}
    step = Step(noun=doing.act, at=at, unit=unit, said=said, told={"unit": asked.unit_name})
    return await add_step(sender, found.request, step, written)
