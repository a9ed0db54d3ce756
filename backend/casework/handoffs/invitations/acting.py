"""What a visitor may do, by noun: the same commands the addressee's own people use, signed with a name and a position."""

from collections.abc import Awaitable, Callable
from typing import Final

from backend.casework.handoffs.bodies.acting import Acceptance, Receipt, Result, Return
from backend.casework.handoffs.commands.acceptance import accept
from backend.casework.handoffs.commands.receipt import receive
from backend.casework.handoffs.commands.result import report
from backend.casework.handoffs.commands.returning import give_back
from backend.casework.handoffs.invitations.guests import Guest
from backend.casework.handoffs.invitations.visitor import Visitor
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields

ACTS: Final = {"receipt": "签收", "acceptance": "受理", "return": "退回", "result": "反馈结果"}
_LONGEST: Final = {
    "note": 500,
    "handler": 60,
    "number": 60,
    "reason": 500,
    "competent_body": 60,
    "text": 5000,
}
_WORDS: Final = {
    "note": "说明",
    "handler": "承办人",
    "number": "文号",
    "reason": "理由",
    "competent_body": "有管辖权的单位",
    "text": "处理结果",
}


async def carry_out(caller: Guest, act: str, typed: Fields) -> None:
    """Refuses `csrf`, `invalid`, and what the act itself refuses."""
    caller.prove(typed.text("csrf"))
    by = await caller.signing(typed)
    _short_enough(typed)
    await _DO[act](by, caller, typed)


async def _receive(by: Visitor, caller: Guest, typed: Fields) -> None:
    await receive(by, caller.invitation.handoff, Receipt(note=_or_none(typed, "note")))


async def _accept(by: Visitor, caller: Guest, typed: Fields) -> None:
    body = Acceptance(
        note=_or_none(typed, "note"), handler=_or_none(typed, "handler"), number=_or_none(typed, "number")
    )
    await accept(by, caller.invitation.handoff, body)


async def _give_back(by: Visitor, caller: Guest, typed: Fields) -> None:
    body = Return(
        reason=_or_none(typed, "reason"),
        competent_body=_or_none(typed, "competent_body"),
        number=_or_none(typed, "number"),
    )
    await give_back(by, caller.invitation.handoff, body)


async def _report(by: Visitor, caller: Guest, typed: Fields) -> None:
    if not typed.text("text"):
        raise Refusal("invalid", fields={"text": "写明处理结果"})
    await report(by, caller.invitation.handoff, Result(text=typed.text("text")))


def _or_none(typed: Fields, name: str) -> str | None:
    return typed.text(name) or None


def _short_enough(typed: Fields) -> None:
    """The same lengths the API holds: a form by hand says more than a column takes."""
    faults = {
        name: f"{_WORDS[name]}最多{longest}个字"
        for name, longest in _LONGEST.items()
        if len(typed.text(name)) > longest
    }
    if faults:
        raise Refusal("invalid", fields=faults)


_DO: Final[dict[str, Callable[[Visitor, Guest, Fields], Awaitable[None]]]] = {
    "receipt": _receive,
    "acceptance": _accept,
    "return": _give_back,
    "result": _report,
}
