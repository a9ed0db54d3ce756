"""请休假: asked for, approved or refused by somebody else, taken back, ended early (销假)."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, row, turns
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act, receive_put
from backend.foundation.refusals import Refusal, demand
from backend.foundation.web.api import Acted
from backend.office.absences.bodies import Decision, Ended, LeaveBody, Refused
from backend.office.absences.commands.announcing import announce_asked, announce_decided, announce_withdrawn
from backend.office.absences.commands.writing import asked, insert, new_leave, noted, write
from backend.office.absences.queries.leaves import Named, load, overlapping
from backend.office.absences.queries.people import Officer, officer_named
from backend.office.absences.rules.access import demand_decision_on_leave, may_write_for
from backend.office.absences.rules.leave import Leave, check_days, may_be_withdrawn, may_end_early, span
from backend.office.absences.rules.words import LEAVE_STATES

Work = Callable[[Named], Awaitable[Entry | None]]


async def ask(sender: Sender, leave_id: UUID, body: LeaveBody) -> Received:
    """PUT. Refuses `invalid`, `leave_overlaps`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        demand(sender.person.township_id is not None, "请休假在乡镇里用")
        who = await officer_named(sender.person, body.officer or sender.person.username)
        check_days(body.first_day, body.last_day, body.part or "", sender.at)
        leave = _leave(sender, leave_id, body, who)
        await batch(turns(who.id))
        await _demand_free(leave)
        await insert(leave)
        await announce_asked(leave, who, by=sender.person.id, at=sender.at)
        return asked(sender, leave, who)

    async def state() -> str:
        found = await row("SELECT withdrawn_at FROM leaves WHERE id = ?", leave_id)
        return "gone" if found and found["withdrawn_at"] else "conflict"

    return await receive_put(sender.person, "leave", leave_id, body, create=create, state=state)


async def approve(sender: Sender, leave_id: UUID, body: Decision) -> Received:
    """批准; again changes nothing. Refuses `own_leave`, `not_allowed`, `leave_state`."""

    async def work(found: Named) -> Entry | None:
        _demand_decider(sender, found)
        if found.leave.approved_at:
            return None
        _demand_undecided(found.leave, sender.at)
        written = await write(found.leave, {"approved_at": sender.at, "approved_by": sender.person.id})
        await announce_decided(written, by=sender.person.id, at=sender.at)
        return noted("approved", sender, written, _named_of(found))

    return await _act(sender, leave_id, body, "approval", work)


async def refuse(sender: Sender, leave_id: UUID, body: Refused) -> Received:
    """不批准, with the reason; again changes nothing. Refuses as `approve`."""

    async def work(found: Named) -> Entry | None:
        _demand_decider(sender, found)
        if found.leave.refused_at:
            return None
        _demand_undecided(found.leave, sender.at)
        decided = {"refused_at": sender.at, "refused_by": sender.person.id, "refused_why": body.reason}
        written = await write(found.leave, decided)
        await announce_decided(written, by=sender.person.id, at=sender.at)
        return noted("refused", sender, written, _named_of(found) | {"reason": body.reason})

    return await _act(sender, leave_id, body, "refusal", work)


async def withdraw(sender: Sender, leave_id: UUID, body: Ended) -> Received:
    """撤回, before it begins or is decided; again changes nothing. Refuses `not_allowed`, `leave_state`."""

    async def work(found: Named) -> Entry | None:
        leave = found.leave
        _demand_keeper(sender, leave)
        if leave.withdrawn_at:
            return None
        if not may_be_withdrawn(leave, sender.at):
            raise _wrong_state(leave, sender.at)
        written = await write(leave, {"withdrawn_at": sender.at, "withdrawn_by": sender.person.id})
        await announce_withdrawn(written, by=sender.person.id, at=sender.at)
        return noted("withdrawn", sender, written, _named_of(found))

    return await _act(sender, leave_id, body, "withdrawal", work)


async def come_back(sender: Sender, leave_id: UUID, body: Ended) -> Received:
    """销假: the person is there again from now on; again changes nothing. Refuses `not_allowed`, `leave_state`."""

    async def work(found: Named) -> Entry | None:
        leave = found.leave
        _demand_keeper(sender, leave)
        if leave.back_at:
            return None
        if not may_end_early(leave, sender.at):
            raise _wrong_state(leave, sender.at)
        ended = {"ends_at": sender.at, "back_at": sender.at, "back_by": sender.person.id}
        return noted("ended", sender, await write(leave, ended), _named_of(found))

    return await _act(sender, leave_id, body, "return", work)


async def _act(sender: Sender, leave_id: UUID, body: Acted, noun: str, work: Work) -> Received:
    async def act() -> Entry | None:
        return await work(await load(sender.person, leave_id, lock=True))

    return await receive_act(sender.person, ("leave", leave_id), act, content=body, noun=noun, key=sender.key)


async def _demand_free(leave: Leave) -> None:
    other = await overlapping(leave.officer, leave.begins_at, leave.ends_at)
    if other is not None:
        raise Refusal("leave_overlaps", f"{other.first_day}到{other.last_day}已有{other.words}")


def _demand_decider(sender: Sender, found: Named) -> None:
    leave = found.leave
    demand_decision_on_leave(sender.person, officer=leave.officer, unit=leave.unit, officer_roles=found.roles)


def _demand_keeper(sender: Sender, leave: Leave) -> None:
    person = sender.person
    demand(person.id == leave.asked_by or may_write_for(person, officer=leave.officer, unit=leave.unit))


def _demand_undecided(leave: Leave, at: datetime) -> None:
    if not leave.undecided:
        raise _wrong_state(leave, at)


def _wrong_state(leave: Leave, at: datetime) -> Refusal:
    return Refusal("leave_state", f"现在是“{LEAVE_STATES[leave.state(at)]}”")


def _leave(sender: Sender, leave_id: UUID, body: LeaveBody, who: Officer) -> Leave:
    days = (body.first_day, body.last_day, body.part or "")
    said = body.reason or ""
    return new_leave(
        sender, leave_id, who, body.kind, days=days, counts=span(*days), reason=said, made_at=body.made_at
    )


def _named_of(found: Named) -> dict[str, Any]:
    return {"name": found.name}
