"""Everything the page and the API show of one task."""

from dataclasses import dataclass
from uuid import UUID

from backend.foundation.clocks import Clock, clocks_of
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_record
from backend.office.tasks.queries.steps import Step, steps_of
from backend.office.tasks.queries.visible import Named, load


@dataclass(frozen=True, slots=True)
class Sheet:
    """`origin` only for those it is theirs to see; `clocks` is empty in a drill."""

    named: Named
    steps: list[Step]
    clocks: list[Clock]
    photos: list[Photo]
    origin: Record | None


async def sheet(person: Person, task_id: UUID) -> Sheet:
    """Refuses `not_found` to a stranger."""
    found = await load(person, task_id)
    task = found.task
    return Sheet(
        found,
        await steps_of(task_id),
        await clocks_of(("task", task_id)),
        (await photos_of("task", [task_id], task.township))[task_id],
        await visible_record(person, *task.origin) if task.origin else None,
    )
