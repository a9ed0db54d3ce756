"""What the told body does, or what is recorded on its behalf (代录): 签收, 派员, 到场, 拒绝, 措施, 结果."""

from dataclasses import replace
from uuid import UUID

from backend.casework.hazards.bodies import Answer, Departure, Refused, Said
from backend.casework.hazards.commands.acting import Doing, act_on
from backend.casework.hazards.commands.reporting import draft_report, lapse_report
from backend.casework.hazards.queries.steps import course
from backend.casework.hazards.queries.visible import Named
from backend.casework.hazards.rules.access import Side
from backend.casework.hazards.rules.times import not_before
from backend.casework.on_behalf import in_whose_name, spoken
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import needed

_BOTH: frozenset[Side] = frozenset({"sender", "addressee"})


async def receive(sender: Sender, hazard_id: UUID, body: Answer) -> Received:
    """签收: it has been read; no answer yet."""
    return await _answer(sender, hazard_id, Doing("receipt", _BOTH, {}), body)


async def depart(sender: Sender, hazard_id: UUID, body: Departure) -> Received:
    """派员: who was sent, how many. It takes back an earlier refusal."""
    needed({"people": (body.people, "写明派了谁")})
    said = {"people": body.people, "head_count": body.head_count}
    return await _answer(sender, hazard_id, Doing("departure", _BOTH, said, also=lapse_report), body)


async def arrive(sender: Sender, hazard_id: UUID, body: Answer) -> Received:
    """到场; refuses `times_crossed` before they were sent."""

    async def judge(found: Named, _: Side) -> None:
        left = (await course(found.hazard.id)).last("departure")
        if left is not None:
            not_before(sender.acted_at(body.when), left.at, "早于派员的时间")

    return await _answer(sender, hazard_id, Doing("arrival", _BOTH, {}, judge=judge), body)


async def refuse(sender: Sender, hazard_id: UUID, body: Refused) -> Received:
    """拒绝处理. Without a reason the report to the government is drafted where the place's text asks for it; a reason
    given afterwards takes the draft back."""
    reason = (body.reason or "").strip()

    async def done(found: Named) -> bool:
        last = (await course(found.hazard.id)).last("refusal")
        reasoned_before = bool(last and last.reason)
        return found.hazard.state == "refused" and (reasoned_before or not reason)

    also = lapse_report if reason else draft_report
    doing = Doing("refusal", _BOTH, {"reason": reason}, done=done, also=also)
    return await _answer(sender, hazard_id, doing, body)


async def take_measures(sender: Sender, hazard_id: UUID, body: Said) -> Received:
    """分析研究、提出建议、采取措施 (C); may be said more than once."""
    needed({"text": (body.text, "写明研究意见、建议和措施")})
    doing = Doing("measures", _BOTH, {"text": body.text}, also=lapse_report)
    return await _answer(sender, hazard_id, doing, body)


async def give_result(sender: Sender, hazard_id: UUID, body: Said) -> Received:
    """反馈结果."""
    needed({"text": (body.text, "写明处理结果")})
    doing = Doing("result", _BOTH, {"text": body.text}, also=lapse_report)
    return await _answer(sender, hazard_id, doing, body)


async def _answer(sender: Sender, hazard_id: UUID, doing: Doing, body: Answer) -> Received:
    """The act in the told body's own name, or recorded for it."""
    on_behalf = body.on_behalf is not None

    async def judge(found: Named, where: Side) -> None:
        in_whose_name(own=where == "addressee", on_behalf=on_behalf)
        if doing.judge is not None:
            await doing.judge(found, where)

    said = {**doing.said, **spoken(body.on_behalf)}
    return await act_on(sender, hazard_id, replace(doing, said=said, on_behalf=on_behalf, judge=judge), body)
