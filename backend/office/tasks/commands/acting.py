"""Every other act on a task: seen, allowed on that side, perhaps done before, then done, noted and told."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, demand, needed
from backend.office.tasks import bodies
from backend.office.tasks.commands import limits
from backend.office.tasks.commands.giving import new_limit
from backend.office.tasks.commands.telling import tell_step
from backend.office.tasks.commands.writing import Step, add_step, write
from backend.office.tasks.queries.steps import steps_of
from backend.office.tasks.queries.visible import Named, load
from backend.office.tasks.rules import states
from backend.office.tasks.rules.access import is_doer, is_giver
from backend.office.tasks.rules.states import Act
from backend.office.tasks.rules.task import Task

Changes = Mapping[str, Any]
Side = Callable[[Person, Task], bool]

# What a second sending would add once more.
ADDING: Final = frozenset({"progress", "reminders", "rework"})


async def accept(sender: Sender, task_id: UUID, body: bodies.Act) -> Received:
    """接单: from now on this person is at it."""
    return await _act(sender, task_id, body, "acceptance", is_doer)


async def tell_progress(sender: Sender, task_id: UUID, body: bodies.Told) -> Received:
    """记进展: what stands now; whoever says it has taken it."""
    needed({"text": (body.said, "写明办到哪一步")})
    return await _act(sender, task_id, body, "progress", is_doer)


async def report(sender: Sender, task_id: UUID, body: bodies.Told) -> Received:
    """报告: done, in the doer's words; the limit is met at the moment it was said. The same once more changes nothing."""
    needed({"text": (body.said, "写明怎么办的、结果怎样")})
    return await _act(sender, task_id, body, "report", is_doer, also=limits.reported)


async def send_back(sender: Sender, task_id: UUID, body: bodies.Reasoned) -> Received:
    """退回: it cannot be done here, and why."""
    needed({"reason": (body.said, "写明为什么退回")})
    return await _act(sender, task_id, body, "return", is_doer, also=limits.fell_away)


async def ask_again(sender: Sender, task_id: UUID, body: bodies.Rework) -> Received:
    """要求重办: what is missing, and until when; the limit begins anew."""
    needed({"reason": (body.said, "写明哪里要重办")})
    return await _act(sender, task_id, body, "rework", is_giver, due_at=body.due_at)


async def remind(sender: Sender, task_id: UUID, body: bodies.Act) -> Received:
    """催办: they are told once more."""
    return await _act(sender, task_id, body, "reminders", is_giver)


async def close(sender: Sender, task_id: UUID, body: bodies.Act) -> Received:
    """办结: the report is what was asked for."""
    return await _act(sender, task_id, body, "closure", is_giver)


async def withdraw(sender: Sender, task_id: UUID, body: bodies.Reasoned) -> Received:
    """撤回: it need not be done any more, and why."""
    needed({"reason": (body.said, "写明为什么撤回")})
    return await _act(sender, task_id, body, "withdrawal", is_giver, also=limits.fell_away)


async def _act(
    sender: Sender,
    task_id: UUID,
    body: bodies.Act,
    noun: Act,
    side: Side,
    *,
    also: Callable[[Task, datetime], Awaitable[None]] | None = None,
    due_at: datetime | None = None,
) -> Received:
    """Refuses `not_found` to a stranger, `not_allowed`, `task_state`, `time_in_future`."""

    async def act() -> Entry | None:
        found = await load(sender.person, task_id, lock=True)
        demand(side(sender.person, found.task))
        if await _was_done(sender.person, found, noun, body.said):
            return None
        at = _moment(sender, found.task, body.when)
        changes = _changes(sender, found.task, noun, at)
        limit = new_limit(found.task, due_at, sender.at) if noun == "rework" else {}
        task = await write(found.task, changes | limit)
        if also is not None:
            await also(task, at)
        if limit:
            await limits.run(task, found.profile)
        await tell_step(sender, found, noun, body.said)
        return await add_step(
            sender, task, Step(noun=noun, at=at, text=body.said, due_at=limit.get("due_at"))
        )

    return await receive_act(
        sender.person,
        ("task", task_id),
        act,
        content=body,
        noun=noun,
        key=sender.key,
        key_required=noun in ADDING,
    )


async def _was_done(person: Person, found: Named, noun: Act, said: str) -> bool:
    """A report that stands is only the same where it says the same, and what a colleague has taken is not one's own."""
    task = found.task
    if noun == "report" and task.state == "reported":
        reports = [step for step in await steps_of(task.id) if step.noun == "report"]
        return reports[-1].text == said
    done = states.done(task.state, noun)
    if done and noun == "acceptance" and task.accepted_by != person.id:
        raise Refusal("task_state", f"{found.accepted_name}已经接单", extra={"state": task.state})
    return done


def _changes(sender: Sender, task: Task, noun: Act, at: datetime) -> dict[str, Any]:
    state = states.after(task.state, noun)
    changes: dict[str, Any] = {"state": state, "state_at": at} if state != task.state else {}
    if noun in ("acceptance", "progress", "report") and task.accepted_at is None:
        changes |= {"accepted_at": at, "accepted_by": sender.person.id}
    if noun == "report":
        changes["reported_at"] = at
    if state in states.ENDED:
        changes["ended_at"] = sender.at
    return changes


def _moment(sender: Sender, task: Task, said: datetime | None) -> datetime:
    """When it was done: not in the future, not before the task was given or the step before."""
    sender.happened(said)
    return max(sender.acted_at(said), task.state_at)
