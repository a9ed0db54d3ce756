"""派单 and 改派: to whom, until when."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.clocks.named import minute, span
from backend.foundation.database import batch, row
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act, receive_put
from backend.foundation.positions import whole
from backend.foundation.records import Record
from backend.foundation.records.origins import sent_origin
from backend.foundation.refusals import Refusal, needed
from backend.foundation.search import indexing
from backend.foundation.web.api import Position
from backend.office.tasks.bodies import Assignment, TaskBody
from backend.office.tasks.commands import limits
from backend.office.tasks.commands.telling import tell_given
from backend.office.tasks.commands.writing import COLUMNS, Step, add_step, write
from backend.office.tasks.queries.people import Assignee, assignee
from backend.office.tasks.queries.visible import load
from backend.office.tasks.rules import states
from backend.office.tasks.rules.access import may_give, may_hand_on
from backend.office.tasks.rules.task import Task

_INSERT = f"INSERT INTO tasks ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


async def give(sender: Sender, task_id: UUID, body: TaskBody) -> Received:
    """PUT: whoever it is given to has it now. Refuses `invalid`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        to, origin = await _judged(sender, body)
        task = _task(sender, task_id, body, to, drill=bool(origin and origin.facts.get("exercise")))
        words = [task.title, task.words, task.address, to.words]
        inserted = (_INSERT, [getattr(task, name) for name in COLUMNS])
        await batch([inserted, indexing("task", task_id, task.township, words)])
        await limits.run(task, sender.person.profile)
        await tell_given(sender, task)
        return await add_step(
            sender, task, Step(noun="given", at=sender.at, text=task.words, due_at=task.due_at, to=to)
        )

    async def state() -> str:
        found = await row("SELECT state FROM tasks WHERE id = ?", task_id)
        return "gone" if found and found["state"] == "withdrawn" else "conflict"

    return await receive_put(sender.person, "task", task_id, body, create=create, state=state)


async def assign(sender: Sender, task_id: UUID, body: Assignment) -> Received:
    """改派: somebody else has it from now on, with the limit that stands or another one. Refuses `task_state`,
    `not_allowed`, `invalid`; an Idempotency-Key is required."""

    async def act() -> Entry | None:
        found = await load(sender.person, task_id, lock=True)
        state = states.after(found.task.state, "assignment")
        to = await assignee(found.task.township, body.unit, body.officer)
        may_hand_on(sender.person, found.task, to.unit)
        changes = {"state": state, "state_at": sender.at, "unit": to.unit, "officer": to.officer}
        changes |= {"accepted_at": None, "accepted_by": None} | _limit(found.task, body.due_at, sender.at)
        task = await write(found.task, changes)
        await limits.run(task, found.profile)
        await tell_given(sender, task)
        step = Step(noun="assignment", at=sender.at, text=body.said, due_at=task.due_at, to=to)
        return await add_step(sender, task, step)

    return await receive_act(
        sender.person,
        ("task", task_id),
        act,
        content=body,
        noun="assignment",
        key=sender.key,
        key_required=True,
    )


def new_limit(task: Task, due_at: datetime | None, at: datetime) -> dict[str, Any]:
    """The columns of a limit that begins now; without another moment the old one, which must not have passed."""
    due = minute(due_at or task.due_at)
    if due_at is None and due <= minute(at):
        raise Refusal("invalid", fields={"due_at": "原来的期限已过，写明新的期限"})
    span(at, due)
    return {"limited_at": at, "due_at": due}


def _limit(task: Task, due_at: datetime | None, at: datetime) -> dict[str, Any]:
    """Nothing changes where the limit runs on."""
    return {} if due_at is None and task.state in states.TO_DO else new_limit(task, due_at, at)


async def _judged(sender: Sender, body: TaskBody) -> tuple[Assignee, Record | None]:
    """To whom, and what it comes from, once all that is said holds."""
    person = sender.person
    if person.township_id is None:
        raise Refusal("not_allowed", "派单在乡镇里用")
    needed({"title": (body.title, "写明办什么")})
    span(sender.at, body.due_at)
    if body.position is not None:
        whole(body.position)
    origin = await sent_origin(person, body.origin)
    to = await assignee(person.township_id, body.unit, body.officer)
    may_give(person, to.unit)
    return to, origin


def _task(sender: Sender, task_id: UUID, body: TaskBody, to: Assignee, *, drill: bool) -> Task:
    person, position = sender.person, body.position or Position()
    assert person.township_id is not None  # judged
    return Task(
        id=task_id,
        township=person.township_id,
        from_unit=person.unit_id,
        unit=to.unit,
        officer=to.officer,
        origin_kind=body.origin.kind if body.origin else "",
        origin_id=body.origin.id if body.origin else None,
        exercise=drill,
        urgent=body.urgent,
        title=body.title.strip(),
        words=(body.words or "").strip(),
        address=body.address or "",
        lat=position.lat,
        lon=position.lon,
        accuracy_m=position.accuracy_m,
        position_source=position.source,
        limited_at=sender.at,
        due_at=minute(body.due_at),
        created_by=person.id,
        **sender.stamps(body.made_at),
        **_untouched(sender.at),
    )


def _untouched(at: datetime) -> dict[str, Any]:
    """The columns of a task nobody has done anything with."""
    nobody = dict.fromkeys(("accepted_at", "accepted_by", "reported_at", "ended_at"))
    return {"state": "given", "state_at": at, "version": 1, **nobody}
