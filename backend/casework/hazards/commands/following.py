"""What the sender does after telling: calls, meetings, addenda, closing, withdrawing."""

from uuid import UUID

from backend.casework.hazards.bodies import Addendum, Call, Closure, Meeting, Withdrawal
from backend.casework.hazards.commands.acting import Doing, act_on
from backend.casework.hazards.commands.reporting import lapse_report
from backend.casework.hazards.rules.access import Side
from backend.casework.on_behalf import spoken_with
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import needed

_SENDER: frozenset[Side] = frozenset({"sender"})
_BOTH: frozenset[Side] = frozenset({"sender", "addressee"})


async def call(sender: Sender, hazard_id: UUID, body: Call) -> Received:
    """电话通知: who took it and what they said; a call before the record counts as the moment of telling."""
    return await act_on(sender, hazard_id, Doing("calls", _SENDER, spoken_with(body)), body)


async def meet(sender: Sender, hazard_id: UUID, body: Meeting) -> Received:
    """专题会议: called about it, who took part, what came of it."""
    needed({"text": (body.text, "写明商定的事项")})
    said = {"text": body.text, "people": body.people or ""}
    return await act_on(sender, hazard_id, Doing("meetings", _SENDER, said), body)


async def amend(sender: Sender, hazard_id: UUID, body: Addendum) -> Received:
    """补充情况, by either side: what was told is never rewritten."""
    needed({"text": (body.text, "写明要补充的情况")})
    return await act_on(sender, hazard_id, Doing("addenda", _BOTH, {"text": body.text}), body)


async def close(sender: Sender, hazard_id: UUID, body: Closure) -> Received:
    """办结: the sender has checked that the danger is gone."""
    needed({"text": (body.text, "写明怎么核实的")})
    doing = Doing("closure", _SENDER, {"text": body.text}, also=lapse_report)
    return await act_on(sender, hazard_id, doing, body)


async def withdraw(sender: Sender, hazard_id: UUID, body: Withdrawal) -> Received:
    """撤回: told by mistake, or to the wrong body. The told body keeps seeing it with the reason."""
    needed({"reason": (body.reason, "写明为什么撤回")})
    doing = Doing("withdrawal", _SENDER, {"reason": body.reason}, also=lapse_report)
    return await act_on(sender, hazard_id, doing, body)
