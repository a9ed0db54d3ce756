"""What who asked does about one body's part: who came, reminders, another limit."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.requests.bodies import Act, Attendance, NewLimit
from backend.casework.requests.commands import limits
from backend.casework.requests.commands.acting import moment, on_part, under_way
from backend.casework.requests.commands.telling import tell_step
from backend.casework.requests.commands.writing import Step, add_step, write_party
from backend.casework.requests.queries.visible import Asked, Named
from backend.casework.requests.rules import states
from backend.casework.requests.rules.limits import span
from backend.foundation.clocks.named import minute
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal, demand


@dataclass(frozen=True, slots=True)
class Following:
    """One act: what the step says by column, the words that are told of it, what it changes of the part."""

    act: str
    at: datetime
    said: dict[str, Any]
    words: str = ""
    changes: dict[str, Any] = field(default_factory=dict)


async def attend(sender: Sender, request_id: UUID, party_id: UUID, body: Attendance) -> Received:
    """记到场: how many came of this body, and who. Refuses `request_not_begun` before it begins."""

    async def do(found: Named, asked: Asked) -> Entry:
        _asks(found, "attendance")
        at = moment(sender, found.request.received_at, body.when)
        if found.request.starts_at is not None and at < found.request.starts_at:
            raise Refusal("request_not_begun")
        state = states.answer_after(asked.party.state, "attendance", came=body.head_count)
        changes: dict[str, Any] = {"state": state, "state_at": at}
        if body.head_count:
            await limits.answered(asked.party, at)
            changes["answered_at"] = asked.party.answered_at or at
        said = {"people": body.people or "", "head_count": body.head_count, "text": body.note or ""}
        words = f"到场{body.head_count}人" if body.head_count else "没有来"
        return await _follow(sender, found, asked, Following("attendance", at, said, words, changes))

    return await on_part(sender, request_id, party_id, act="attendance", body=body, do=do)


async def remind(sender: Sender, request_id: UUID, party_id: UUID, body: Act) -> Received:
    """催办: they are told once more, and it is on record."""

    async def do(found: Named, asked: Asked) -> Entry:
        _asks(found, "reminders")
        states.answer_after(asked.party.state, "reminders")
        at, said = moment(sender, asked.party.state_at, body.when), {"text": body.note or ""}
        return await _follow(sender, found, asked, Following("reminders", at, said, body.note or ""))

    return await on_part(sender, request_id, party_id, act="reminders", body=body, do=do)


async def set_limit(sender: Sender, request_id: UUID, party_id: UUID, body: NewLimit) -> Received:
    """改期限: until when this body is asked to answer now; the limit begins anew."""

    async def do(found: Named, asked: Asked) -> Entry:
        _asks(found, "limit")
        states.answer_after(asked.party.state, "limit")
        span(sender.at, body.due_at)
        due = minute(body.due_at)
        changes = {"asked_at": sender.at, "due_at": due}
        said = {"due_at": due, "text": body.note or ""}
        return await _follow(
            sender, found, asked, Following("limit", sender.at, said, body.note or "", changes)
        )

    return await on_part(sender, request_id, party_id, act="limit", body=body, do=do)


def _asks(found: Named, act: str) -> None:
    demand(found.side == "asking")
    under_way(found, act)


async def _follow(sender: Sender, found: Named, asked: Asked, doing: Following) -> Entry:
    written = await write_party(asked.party, doing.changes)
    if doing.act == "limit":
        await limits.run_answer(found.request, written, found.profile)
    await tell_step(sender, found.request, doing.act, doing.words, [written])
    told = {"unit": asked.unit_name}
    step = Step(noun=doing.act, at=doing.at, unit=sender.person.unit_id, said=doing.said, told=told)
    return await add_step(sender, found.request, step, written)
