"""What other rooms may know of a task: photos hang on it, its limit runs on it."""

from collections.abc import Collection
from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record
from backend.office.tasks.queries.visible import Named, audience, find, find_among, held


async def visible(person: Person, task_id: UUID) -> Record | None:
    """The task as a subject of photos."""
    found = await find(person, task_id)
    return _record(found) if found else None


async def visible_among(person: Person, task_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record(found) for found in await find_among(person, task_ids)]


async def hold(task_id: UUID) -> None:
    """Keep it from being closed until the transaction ends."""
    await batch([held(task_id)])


def _record(found: Named) -> Record:
    task = found.task
    return Record(
        kind="task",
        id=task.id,
        title=f"派单：{task.heading}",
        url=f"/tasks/{task.id}",
        township=task.township,
        open=task.open,
        chain=task.township,
        facts={
            "number": "",
            "address": task.address,
            "text": task.words,
            "position": task.position,
            "exercise": task.exercise,
        },
        closed_at=task.ended_at,
    )


_BEGUN = (
    "SELECT id FROM tasks WHERE township = ? AND received_at >= ? AND received_at <= ? "
    "ORDER BY received_at, id LIMIT ?"
)
TASKS = Kind(
    "task",
    "派单",
    visible,
    hold=hold,
    audience=audience,
    reading="task.read",
    visible_among=visible_among,
    begun=_BEGUN,
)
