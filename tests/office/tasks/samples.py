"""A task for the tests of the house, by the product's own command: nobody of the neighbouring township may give one over the API."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from backend.foundation.database import row
from backend.foundation.now import now
from backend.foundation.outbox import Device, Sender
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, person_from
from backend.office.tasks.bodies import TaskBody
from backend.office.tasks.commands.giving import give


async def sample_task(giver: str, officer: str) -> str:
    """Given to `officer`, to be done within a day; its id."""
    found = await row(f"SELECT {PERSON_COLUMNS} FROM officers o {PERSON_JOINS} WHERE o.username = ?", giver)
    assert found is not None
    chief = replace(person_from(found), roles=frozenset({"captain"}))
    sender, task = Sender(chief, Device(uuid4(), 0.0), now()), uuid4()
    await give(
        sender, task, TaskBody(title="清理河堤堆料", officer=officer, due_at=now() + timedelta(days=1))
    )
    return str(task)
