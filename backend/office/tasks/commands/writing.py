"""Writing a task's row and its steps, guarded by its version."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.foundation.database import rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, write_over
from backend.office.tasks.queries.people import Assignee
from backend.office.tasks.rules.task import Task

COLUMNS = tuple(each.name for each in fields(Task))
_STEP = (
    "INSERT INTO task_steps (id, task, number, noun, at, received_at, officer, text, due_at, to_unit, to_officer) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step to be written; `to` where it was given to somebody, `due_at` where it names a limit."""

    noun: str
    at: datetime
    text: str = ""
    due_at: datetime | None = None
    to: Assignee | None = None


async def write(task: Task, changes: Mapping[str, Any]) -> Task:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("tasks", task, changes)


async def add_step(sender: Sender, task: Task, step: Step) -> Entry:
    """Write the step that made this version, and its event, dated at when it was."""
    to, officer = step.to, sender.person.id
    whom: list[UUID | None] = [to.unit, to.officer] if to else [None, None]
    values = [uuid4(), task.id, task.version, step.noun, step.at, sender.at, officer, step.text, step.due_at]
    await rows(_STEP, *values, *whom)
    said = {"title": task.title, "text": step.text, "due": step.due_at, "to": to.words if to else ""}
    return record(
        f"task.{step.noun}",
        chain=task.township,
        record=("task", task.id),
        by=officer,
        payload={name: value for name, value in said.items() if value} | _marked(task),
        made_at=step.at,
    )


def _marked(task: Task) -> dict[str, Any]:
    return {"exercise": True} if task.exercise else {}
