"""处置完毕, 撤回, 误报: the call ends; positions stop, nothing rings any more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.assists.alarm import sound
from backend.field.assists.bodies import Act, Cancellation
from backend.field.assists.commands.acting import Noun, act_on, enders, moment_in
from backend.field.assists.commands.forestalling import forestall
from backend.field.assists.commands.writing import Step, add_step, noted, settle
from backend.field.assists.queries.visible import Called
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal


async def resolve(sender: Sender, assist_id: UUID, body: Act) -> Received:
    """处置完毕. Refuses `assist_ended` where it ended in another way."""
    return await _end(sender, assist_id, "resolved", body, body.note or "")


async def cancel(sender: Sender, assist_id: UUID, body: Cancellation) -> Received:
    """撤回 or 误报, with the reason; refuses `assist_reason_needed`, and `not_found` where it has not come: then it will not."""
    reason = (body.reason or body.note or "").strip()[:200]
    if not reason:
        raise Refusal("assist_reason_needed", fields={"reason": "写明原因"})
    ending = "false_alarm" if body.false_alarm else "cancelled"
    try:
        return await _end(sender, assist_id, ending, body, reason)
    except Refusal as refused:
        if refused.code != "not_found" or await forestall(sender, assist_id, reason, body.when):
            raise
    return await _end(sender, assist_id, ending, body, reason)  # it may have come meanwhile


async def _end(sender: Sender, assist_id: UUID, ending: str, body: Act, why: str) -> Received:
    async def work(called: Called) -> Entry:
        at = moment_in(sender, called, body.when)
        written = await settle(called, called.responses, _ended(sender, ending, at, why), sender.at)
        await add_step(sender, written, Step(noun=ending, at=at, words=why))
        payload: dict[str, Any] = {
            "at": at,
            "reason": why,
            "told": (await sound("ended", replace(called, assist=written), sender.at, words=why)).told,
        }
        return noted(sender, written, f"assist.{ending}", payload, body.when)

    noun = "resolution" if ending == "resolved" else "cancellation"
    return await act_on(sender, assist_id, Noun(noun, enders, _ended_as(ending)), body, work)


def _ended(sender: Sender, ending: str, at: datetime, why: str) -> dict[str, Any]:
    return {
        "state": ending,
        "ended_at": at,
        "ended_by": sender.person.id,
        "end_reason": why[:200],
    }


def _ended_as(ending: str) -> Callable[[Called], bool]:
    return lambda called: called.assist.state == ending
