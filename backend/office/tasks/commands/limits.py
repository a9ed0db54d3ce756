"""The limit of a task on the board of all limits; a drill has none."""

from datetime import datetime

from backend.foundation.clocks import Subject, cancel, meet, start
from backend.foundation.clocks.named import minute
from backend.foundation.mechanism import load_profile
from backend.office.tasks.rules.limits import NAME, RULE, limit_until
from backend.office.tasks.rules.task import Task


async def run(task: Task, profile: str) -> None:
    """Begin it, or count it anew where it runs already: given to somebody else, until another moment."""
    if task.exercise:
        return
    subject = Subject(
        record=("task", task.id),
        title=f"派单：{task.title}",
        url=f"/tasks/{task.id}",
        township=task.township,
        chain=task.township,
    )
    await start(
        subject,
        RULE,
        limit_until(task.limited_at, task.due_at),
        profile=load_profile(profile),
        started_at=minute(task.limited_at),
        owed_by=task.unit,
        awaited_by=task.from_unit,
        responsible=task.officer,
        name=NAME,
    )


async def reported(task: Task, at: datetime) -> None:
    """Met when it was done, however late that arrived."""
    await meet(("task", task.id), RULE, at)


async def fell_away(task: Task, at: datetime) -> None:
    """Given back, or taken back."""
    await cancel(("task", task.id), RULE, at=at)
