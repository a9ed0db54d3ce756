"""抽调: written down, approved or refused by a leader, gone (also without approval), back."""

from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import batch, row, rows, turns
from backend.foundation.journal import Entry, record
from backend.foundation.now import local
from backend.foundation.outbox import Received, Sender, receive_act, receive_put, write_over
from backend.foundation.refusals import Refusal, demand
from backend.foundation.web.api import Acted
from backend.office.absences.bodies import BorrowingBody, Decision, Ended, OnDay, Refused
from backend.office.absences.commands.announcing import announce_borrowing, who_decides
from backend.office.absences.queries.borrowings import Named, load, overlapping
from backend.office.absences.queries.departments import department
from backend.office.absences.queries.people import Officer, keepers, officer_named
from backend.office.absences.rules.access import demand_decision_on_borrowing, may_write_for
from backend.office.absences.rules.borrowing import Borrowing, check_day, check_days
from backend.office.absences.rules.words import BORROWING_STATES

COLUMNS: Final = tuple(each.name for each in fields(Borrowing))
_INSERT = f"INSERT INTO borrowings ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
Work = Callable[[Named], Awaitable[Entry | None]]


async def note(sender: Sender, borrowing_id: UUID, body: BorrowingBody) -> Received:
    """PUT. Refuses `invalid`, `borrowing_overlaps`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        demand(sender.person.township_id is not None, "抽调由乡镇登记")
        who = await officer_named(sender.person, body.officer)
        check_days(body.first_day, body.last_day, sender.at)
        borrowing = await _borrowing(sender, borrowing_id, body, who)
        check_day(borrowing.left_on, sender.at, "left_on")
        await batch(turns(who.id))
        await _demand_free(borrowing)
        await rows(_INSERT, *(getattr(borrowing, name) for name in COLUMNS))
        gone = "，人已经走了" if borrowing.left_on else ""
        title = f"抽调{who.name}，等你决定"
        await announce_borrowing(borrowing, title, gone, await who_decides(borrowing), by=sender.person.id)
        return _noted("noted", sender, borrowing, await _told(borrowing, who))

    async def state() -> str:
        found = await row("SELECT withdrawn_at FROM borrowings WHERE id = ?", borrowing_id)
        return "gone" if found and found["withdrawn_at"] else "conflict"

    return await receive_put(sender.person, "borrowing", borrowing_id, body, create=create, state=state)


async def approve(sender: Sender, borrowing_id: UUID, body: Decision) -> Received:
    """同意; again changes nothing. Refuses `own_borrowing`, `not_allowed`, `borrowing_state`."""

    async def work(found: Named) -> Entry | None:
        _demand_decider(sender, found.borrowing)
        if found.borrowing.approved_at:
            return None
        _demand_undecided(sender, found.borrowing)
        return await _decide(sender, found, "approved", {})

    return await _act(sender, borrowing_id, body, "approval", work)


async def refuse(sender: Sender, borrowing_id: UUID, body: Refused) -> Received:
    """不同意, with the reason; again changes nothing. Refuses as `approve`."""

    async def work(found: Named) -> Entry | None:
        _demand_decider(sender, found.borrowing)
        if found.borrowing.refused_at:
            return None
        _demand_undecided(sender, found.borrowing)
        return await _decide(sender, found, "refused", {"refused_why": body.reason})

    return await _act(sender, borrowing_id, body, "refusal", work)


async def withdraw(sender: Sender, borrowing_id: UUID, body: Ended) -> Received:
    """The department wants nobody any more, or it was a slip; only while nobody has gone."""

    async def work(found: Named) -> Entry | None:
        borrowing = found.borrowing
        _demand_keeper(sender, borrowing)
        if borrowing.withdrawn_at:
            return None
        if borrowing.state(sender.at) not in ("waiting", "coming"):
            raise _wrong_state(sender, borrowing)
        changes = {"withdrawn_at": sender.at, "withdrawn_by": sender.person.id}
        return _noted("withdrawn", sender, await _write(borrowing, changes), {"name": found.name})

    return await _act(sender, borrowing_id, body, "withdrawal", work)


async def leave(sender: Sender, borrowing_id: UUID, body: OnDay) -> Received:
    """人已经走了: with or without approval. Refuses `invalid` for a day that has not come, `borrowing_state`."""

    async def work(found: Named) -> Entry | None:
        borrowing = found.borrowing
        _demand_keeper(sender, borrowing)
        if borrowing.left_on == body.day:
            return None
        if borrowing.withdrawn_at or borrowing.returned_on:
            raise _wrong_state(sender, borrowing)
        check_day(body.day, sender.at, "day")
        changes = {"left_on": body.day, "left_by": sender.person.id}
        written = await _write(borrowing, changes)
        if borrowing.approved_at is None:
            title = f"{found.name}没有批准就被{found.department_words}抽走了"
            await announce_borrowing(written, title, "", await who_decides(written), by=sender.person.id)
        return _noted("left", sender, written, {"name": found.name, "day": str(body.day)})

    return await _act(sender, borrowing_id, body, "departure", work)


async def come_back(sender: Sender, borrowing_id: UUID, body: OnDay) -> Received:
    """返回: the first day the person is here again. Refuses `invalid` before they went or in the future, `borrowing_state`."""

    async def work(found: Named) -> Entry | None:
        borrowing = found.borrowing
        _demand_keeper(sender, borrowing)
        if borrowing.returned_on:
            return None
        begins = borrowing.from_day
        if begins is None or begins > local(sender.at).date():
            raise _wrong_state(sender, borrowing)
        check_day(body.day, sender.at, "day")
        if body.day < begins:
            raise Refusal("invalid", fields={"day": "不能早于走的那天"})
        changes = {"returned_on": body.day, "returned_by": sender.person.id}
        return _noted(
            "returned", sender, await _write(borrowing, changes), {"name": found.name, "day": str(body.day)}
        )

    return await _act(sender, borrowing_id, body, "return", work)


async def _act(sender: Sender, borrowing_id: UUID, body: Acted, noun: str, work: Work) -> Received:
    async def act() -> Entry | None:
        return await work(await load(sender.person, borrowing_id, lock=True))

    subject = ("borrowing", borrowing_id)
    return await receive_act(sender.person, subject, act, content=body, noun=noun, key=sender.key)


async def _decide(sender: Sender, found: Named, decided: str, besides: dict[str, Any]) -> Entry:
    changes = {f"{decided}_at": sender.at, f"{decided}_by": sender.person.id, **besides}
    written = await _write(found.borrowing, changes)
    people = [written.officer, written.asked_by, *await keepers(written.township, written.unit)]
    word = "同意" if decided == "approved" else "没有同意"
    title = f"{word}{found.department_words}抽调{found.name}"
    await announce_borrowing(written, title, written.refused_why, people, by=sender.person.id)
    return _noted(decided, sender, written, {"name": found.name, "reason": written.refused_why})


async def _write(borrowing: Borrowing, changes: dict[str, Any]) -> Borrowing:
    return await write_over("borrowings", borrowing, changes)


async def _demand_free(borrowing: Borrowing) -> None:
    if await overlapping(borrowing) is not None:
        raise Refusal("borrowing_overlaps")


def _demand_decider(sender: Sender, borrowing: Borrowing) -> None:
    demand_decision_on_borrowing(sender.person, officer=borrowing.officer, asked_by=borrowing.asked_by)


def _demand_keeper(sender: Sender, borrowing: Borrowing) -> None:
    person = sender.person
    own = person.id == borrowing.officer  # who is borrowed reads it; others keep it
    demand(not own and may_write_for(person, officer=borrowing.officer, unit=borrowing.unit))


def _demand_undecided(sender: Sender, borrowing: Borrowing) -> None:
    if not borrowing.undecided:
        raise _wrong_state(sender, borrowing)


def _wrong_state(sender: Sender, borrowing: Borrowing) -> Refusal:
    return Refusal("borrowing_state", f"现在是“{BORROWING_STATES[borrowing.state(sender.at)]}”")


async def _borrowing(sender: Sender, borrowing_id: UUID, body: BorrowingBody, who: Officer) -> Borrowing:
    person = sender.person
    assert person.township_id is not None  # judged
    if not body.department and not (body.department_name or "").strip():
        raise Refusal("invalid", fields={"department": "选哪个单位抽调，名单里没有的写名称"})
    unsaid: dict[str, Any] = {
        f"{act}_{what}": None for act in ("approved", "refused", "withdrawn") for what in ("at", "by")
    }
    return Borrowing(
        id=borrowing_id,
        township=person.township_id,
        unit=who.unit,
        officer=who.id,
        department=await department(person, body.department) if body.department else None,
        department_name="" if body.department else (body.department_name or "").strip(),
        letter=body.letter or "",
        purpose=body.purpose or "",
        first_day=body.first_day,
        last_day=body.last_day,
        asked_by=person.id,
        refused_why="",
        left_on=body.left_on,
        left_by=person.id if body.left_on else None,
        returned_on=None,
        returned_by=None,
        version=1,
        **sender.stamps(body.made_at),
        **unsaid,
    )


async def _told(borrowing: Borrowing, who: Officer) -> dict[str, Any]:
    named = (
        await row("SELECT name FROM units WHERE id = ?", borrowing.department)
        if borrowing.department
        else None
    )
    return {
        "name": who.name,
        "department": named["name"] if named else borrowing.department_name,
        "letter": borrowing.letter,
        "first_day": str(borrowing.first_day),
        "last_day": str(borrowing.last_day) if borrowing.last_day else "",
        "left_on": str(borrowing.left_on) if borrowing.left_on else "",
    }


def _noted(noun: str, sender: Sender, borrowing: Borrowing, payload: dict[str, Any]) -> Entry:
    return record(
        f"borrowing.{noun}",
        chain=borrowing.township,
        record=("borrowing", borrowing.id),
        by=sender.person.id,
        payload=payload,
    )
