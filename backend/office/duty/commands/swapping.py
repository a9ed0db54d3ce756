"""换班: asked by one, agreed to by the other, approved by the captain; then both stand where they said."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import batch, execute, rows
from backend.foundation.journal import Entry, record
from backend.foundation.notify import tell
from backend.foundation.outbox import Received, Sender, receive_act, receive_put
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.commands.editing import Username, Why, known, standing
from backend.office.duty.commands.exchanging import exchange, try_exchange
from backend.office.duty.commands.posts import home_of
from backend.office.duty.commands.writing import called
from backend.office.duty.queries.people import who_approve, who_plan
from backend.office.duty.queries.shifts import KnownShift, Stander, held, load_shift
from backend.office.duty.queries.swaps import KnownSwap, load_swap, unsettled_swap
from backend.office.duty.rules import swapping
from backend.office.duty.rules.editing import judge

_SWAP = (
    "INSERT INTO swaps (id, township, assignment, other_assignment, other_officer, reason, asked_by, asked_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_STEP = "UPDATE swaps SET {columns}, version = version + 1 WHERE id = ? AND version = ? RETURNING id"


class SwapBody(Body):
    """PUT: my `shift` to `officer`; for their `other_shift` where one is named."""

    shift: UUID
    officer: Username
    other_shift: UUID | None = None
    reason: Why = ""


class Answering(Body):
    """POST: a word to it; `despite` for who approves what speaks against it."""

    note: Why = ""
    despite: bool = False


async def ask(sender: Sender, swap_id: UUID, body: SwapBody) -> Received:
    """Refuses `not_on_shift`, `shift_begun`, `swap_open`, `duty_impossible`, `invalid`, and as any PUT."""
    home_of(sender.person)

    async def create() -> Entry:
        return await _asked(sender, swap_id, body)

    return await receive_put(sender.person, "swap", swap_id, body, create=create)


async def _asked(sender: Sender, swap_id: UUID, body: SwapBody) -> Entry:
    await batch([held(body.shift, *filter(None, [body.other_shift]))])
    person, shift = sender.person, await _coming(sender, body.shift)
    own = await standing(shift, person.username)
    other, other_name = await known(shift, body.officer)
    if other == person.id:
        raise Refusal("invalid", fields={"officer": "选另一个人"})
    await _make_way(sender, own)
    back = await _coming(sender, body.other_shift) if body.other_shift else None
    given = await standing(back, body.officer) if back else None
    judge(await try_exchange(shift, own, other, back, given), despite=True)  # the rest is for who approves
    values = (own.id, given.id if given else None, other, body.reason, person.id, sender.at)
    await rows(_SWAP, swap_id, shift.township, *values)
    words = called(shift) + (f"，换{called(back)}" if back else "")
    await _tell({other}, swap_id, f"{person.name}想和你换班" if back else f"{person.name}请你替班", words)
    said = {"other_name": other_name, "words": words, "reason": body.reason}
    return _noted("asked", swap_id, sender, said)


async def consent(sender: Sender, swap_id: UUID, body: Answering) -> Received:
    """Again changes nothing. Refuses `not_allowed`, `swap_settled`, also where it cannot come about any more."""

    async def work(swap: KnownSwap) -> Entry | None:
        if not swapping.consent(swap.steps, sender.person):
            return None
        if why := swap.hindrance(sender.at):
            raise Refusal("swap_settled", why)
        await _step(swap, {"consented_at": sender.at})
        await _tell({swap.asked_by}, swap.id, f"{swap.other_name}同意换班", "等队长批准")
        approvers = await who_approve(swap.township, (swap.asked_by, swap.other_officer))
        await _tell(approvers, swap.id, "换班等你批准", f"{swap.asked_by_name}和{swap.other_name}")
        return _noted("agreed", swap.id, sender, {})

    return await _act(sender, swap_id, body, "consent", work)


async def approve(sender: Sender, swap_id: UUID, body: Answering) -> Received:
    """Both stand where they said from here on. Refuses `swap_not_agreed`, `swap_settled`, `not_on_shift`, `duty_conflict`,
    `duty_impossible`, `not_allowed`."""

    async def work(swap: KnownSwap) -> Entry | None:
        if not swapping.approve(swap.steps, sender.person):
            return None
        met = await exchange(swap, sender, despite=body.despite)
        await _step(swap, {"approved_at": sender.at, "approved_by": sender.person.id})
        await _tell({swap.asked_by, swap.other_officer}, swap.id, "换班已批准", "看看自己的班次")
        planners = await who_plan(swap.township, (sender.person.id, swap.asked_by, swap.other_officer))
        await _tell(planners, swap.id, f"{swap.asked_by_name}和{swap.other_name}换了班", "")
        return _noted("approved", swap.id, sender, {"note": body.note, "despite": met})

    return await _act(sender, swap_id, body, "approval", work)


async def refuse(sender: Sender, swap_id: UUID, body: Answering) -> Received:
    """By the other, or by who approves. Refuses `not_allowed`, `swap_settled`."""

    async def work(swap: KnownSwap) -> Entry | None:
        if not swapping.refuse(swap.steps, sender.person):
            return None
        await _step(swap, {"refused_at": sender.at, "refused_by": sender.person.id, "refused_why": body.note})
        told = {swap.asked_by, swap.other_officer} - {sender.person.id}
        await _tell(told, swap.id, f"{sender.person.name}没有同意换班", body.note)
        return _noted("refused", swap.id, sender, {"note": body.note})

    return await _act(sender, swap_id, body, "refusal", work)


async def withdraw(sender: Sender, swap_id: UUID, body: Answering) -> Received:
    """By whoever asked, until it is approved."""

    async def work(swap: KnownSwap) -> Entry | None:
        if not swapping.withdraw(swap.steps, sender.person):
            return None
        return await _withdrawn(swap, sender)

    return await _act(sender, swap_id, body, "withdrawal", work)


async def _make_way(sender: Sender, own: Stander) -> None:
    """One is open for a place at a time; one that cannot come about any more is taken back. Refuses `swap_open`."""
    earlier = await unsettled_swap(own.id)
    if earlier is None:
        return
    if not earlier.hindrance(sender.at):
        raise Refusal("swap_open")
    await _withdrawn(earlier, sender)


async def _withdrawn(swap: KnownSwap, sender: Sender) -> Entry:
    await _step(swap, {"withdrawn_at": sender.at})
    await _tell({swap.other_officer}, swap.id, f"{swap.asked_by_name}不换班了", "")
    return _noted("withdrawn", swap.id, sender, {})


async def _act(
    sender: Sender,
    swap_id: UUID,
    body: msgspec.Struct,
    noun: str,
    work: Callable[[KnownSwap], Awaitable[Entry | None]],
) -> Received:
    async def act() -> Entry | None:
        return await work(await load_swap(sender.person, swap_id, lock=True))

    return await receive_act(sender.person, ("swap", swap_id), act, content=body, noun=noun, key=sender.key)


async def _coming(sender: Sender, shift_id: UUID) -> KnownShift:
    """A published shift that has not begun; refuses `shift_begun`, `shift_cancelled`, and a stranger's `not_found`."""
    shift = await load_shift(sender.person, shift_id)
    if shift.published_at is None:
        raise Refusal("not_found")
    if shift.cancelled_at is not None:
        raise Refusal("shift_cancelled")
    if shift.begins_at <= sender.at:
        raise Refusal("shift_begun")
    return shift


async def _step(swap: KnownSwap, changes: dict[str, Any]) -> None:
    sql = _STEP.format(columns=", ".join(f"{name} = ?" for name in changes))
    if not await execute(sql, *changes.values(), swap.id, swap.version):
        raise Refusal("changed_elsewhere")


async def _tell(people: set[UUID], swap_id: UUID, title: str, words: str) -> None:
    await tell(people, topic="duty", about=("swap", swap_id), title=title, words=words)


def _noted(step: str, swap_id: UUID, sender: Sender, payload: dict[str, Any]) -> Entry:
    return record(
        f"swap.{step}",
        chain=sender.person.chain,
        record=("swap", swap_id),
        by=sender.person.id,
        payload=payload,
    )
