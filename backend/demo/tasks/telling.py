"""The tasks of tasks.toml as they went, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.weeks.moments import begins
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.photographing import photograph
from backend.demo.weeks.story import Act
from backend.foundation.outbox import Received, Sender
from backend.foundation.records import register
from backend.foundation.web.api import Origin
from backend.office.tasks import bodies
from backend.office.tasks.commands import acting
from backend.office.tasks.commands.giving import give
from backend.office.tasks.registration import TASKS

Told = dict[str, Any]
Command = Callable[[Sender, UUID, Any], Awaitable[Received]]

ACTS: dict[str, tuple[Command, type[bodies.Act]]] = {
    "acceptance": (acting.accept, bodies.Act),
    "progress": (acting.tell_progress, bodies.Told),
    "report": (acting.report, bodies.Told),
    "closure": (acting.close, bodies.Act),
}
_NO_WORDS = frozenset({"noun", "after", "by", "photo"})


def tasks(now: datetime) -> Iterator[Act]:
    """Everything that happened up to `now` and a little beyond."""
    register(TASKS)
    path = Path(__file__).with_name("tasks.toml")
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["task"]:
        begun, task = begins(told, now), demo_id("task", told["name"])
        yield Act(begun, partial(_give, told, task, begun))
        for step in told["steps"]:
            at = begun + timedelta(minutes=step["after"])
            yield Act(at, partial(_do, told, task, step, at))


async def _give(told: Told, task: UUID, at: datetime) -> None:
    origin = Origin(kind="hazard", id=demo_id("hazard", told["hazard"])) if "hazard" in told else None
    body = bodies.TaskBody(
        title=told["title"],
        words=told["words"],
        address=told["address"],
        unit=told.get("unit"),
        officer=told.get("officer"),
        urgent=told.get("urgent", False),
        due_at=at + timedelta(minutes=told["within"]),
        origin=origin,
        made_at=at,
    )
    await give(sending((await cast())[told["by"]], at, "task", told["name"]), task, body)


async def _do(told: Told, task: UUID, step: Told, at: datetime) -> None:
    command, kind = ACTS[step["noun"]]
    sender = sending((await cast())[step["by"]], at, "task", told["name"], step["noun"])
    said = {name: value for name, value in step.items() if name not in _NO_WORDS}
    if "photo" in step:
        await photograph(sender, "task", task, step["photo"], at)
    await command(sender, task, kind(at=at, **said))
