"""Who hears of each step, within the transaction."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from backend.foundation.notify import tell
from backend.foundation.outbox import Sender
from backend.foundation.web.words import zh_datetime
from backend.office.tasks.queries.people import told_of
from backend.office.tasks.queries.visible import Named
from backend.office.tasks.rules.task import Task

# What the doer does is news to who gave it; the others are news to whoever does it.
_TO_GIVER: Final = {
    "acceptance": "已接单",
    "progress": "有进展",
    "report": "已报告，等你确认",
    "return": "被退回",
}
_TO_DOER: Final = {
    "rework": "要求重办",
    "reminders": "催办",
    "closure": "已办结",
    "withdrawal": "已撤回",
}


async def tell_given(sender: Sender, task: Task) -> None:
    """Whoever it was given to; of a unit those on duty and its chiefs."""
    people = await told_of(task.township, task.unit, task.officer, sender.at)
    by = f"{sender.person.unit_name}{sender.person.name}"
    words = f"{zh_datetime(task.due_at, sender.at)}前办完，{by}派"
    await _tell(sender, people, task, f"派单：{task.title}", words)


async def tell_step(sender: Sender, found: Named, noun: str, said: str) -> None:
    """The other side, in one sentence."""
    task = found.task
    if noun in _TO_GIVER:
        await _tell(sender, [task.created_by], task, f"派单{_TO_GIVER[noun]}：{task.title}", said)
    else:
        await _tell(sender, await _doers(sender, task), task, f"派单{_TO_DOER[noun]}：{task.title}", said)


async def _doers(sender: Sender, task: Task) -> set[UUID]:
    """Whoever took it is at it; before that, whoever was told when it was given."""
    if task.officer is None and task.accepted_by is not None:
        return {task.accepted_by}
    return await told_of(task.township, task.unit, task.officer, sender.at)


async def _tell(sender: Sender, people: Iterable[UUID], task: Task, title: str, words: str) -> None:
    await tell(
        [officer for officer in people if officer != sender.person.id],
        topic="task",
        about=("task", task.id),
        title=title,
        words=words,
        urgent=task.urgent,
        exercise=task.exercise,
    )
