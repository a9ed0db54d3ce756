"""The figure beside 派单: what is late of that which waits for this person, else how much waits."""

from datetime import datetime

from backend.foundation.database.access import Row, Statement
from backend.foundation.people.identity import Person
from backend.foundation.web.frame import Badge, Counter
from backend.office.tasks.queries.listed import counted
from backend.office.tasks.rules.states import TO_DO


def _asked(person: Person, _at: datetime) -> Statement:
    return counted(person)


async def _read(_person: Person, found: list[Row], at: datetime) -> Badge | None:
    late = sum(entry["state"] in TO_DO and at > entry["due_at"] for entry in found)
    if late:
        return Badge(late, urgent=True)
    return Badge(len(found), urgent=False) if found else None


TASKS_WAITING = Counter("task.read", _asked, _read)
