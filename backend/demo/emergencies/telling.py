"""The emergencies of emergencies.toml as they went, each step by the product's own command at its own moment; and whom the
township reports to."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.weeks.moments import begins, on_day
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.photographing import photograph
from backend.demo.weeks.story import Act
from backend.field.emergencies import bodies
from backend.field.emergencies.commands import calling, ending
from backend.field.emergencies.commands.entering import enter
from backend.field.emergencies.commands.opening import open_one
from backend.field.emergencies.queries.log import entries_of, members_of
from backend.field.emergencies.registration import EMERGENCIES, EMERGENCY_ENTRIES
from backend.foundation.outbox import Sender
from backend.foundation.people.identity import Person
from backend.foundation.records import register
from backend.foundation.web.api import Origin
from backend.office.superior.commands import change
from backend.office.superior.rules import judged

Told = dict[str, Any]
SUPERIOR = ("县应急指挥中心", "0000-4100", "https://zhihui.shifanxian.example/")
SET = {"days": 20, "at": "10:05"}


def emergencies(now: datetime) -> Iterator[Act]:
    """Everything that happened up to `now` and a little beyond."""
    register(EMERGENCIES)
    register(EMERGENCY_ENTRIES)
    named_at = on_day(SET, now)
    yield Act(named_at, partial(_name_superior, named_at))
    path = Path(__file__).with_name("emergencies.toml")
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["emergency"]:
        begun, emergency = begins(told, now), demo_id("emergency", told["name"])
        yield Act(begun, partial(_open, told, emergency, begun))
        for number, step in enumerate(told["steps"]):
            at = begun + timedelta(minutes=step["after"])
            yield Act(at, partial(_do, told, emergency, step, number, at))


async def _name_superior(at: datetime) -> None:
    by: Person = (await cast())["guanli"]
    assert by.township_id is not None
    await change(by.township_id, judged(*SUPERIOR), seen="", by=by, at=at)


async def _open(told: Told, emergency: UUID, at: datetime) -> None:
    call = Origin(kind="assist", id=demo_id("assist", told["assist"])) if "assist" in told else None
    body = bodies.EmergencyBody(
        category=told["category"],
        happened_at=at - timedelta(minutes=told["before"]),
        text=told["text"],
        address=told["address"],
        people=told["people"],
        origin=call,
        made_at=at,
    )
    await open_one(sending((await cast())[told["by"]], at, "emergency", told["name"]), emergency, body)


async def _do(told: Told, emergency: UUID, step: Told, number: int, at: datetime) -> None:
    sender = sending((await cast())[step["by"]], at, "emergency", told["name"], number)
    if "entry" in step:
        await _enter(sender, emergency, step, demo_id("emergency entry", told["name"], number), at)
    elif "step" in step:
        people = await members_of(emergency)
        member = next(each for each in people if each.username == step["of"])
        await calling.move(sender, emergency, member.id, step["step"], bodies.Act(at=at))
    elif "ending" in step:
        await ending.end(sender, emergency, bodies.Ending(outcome=step["ending"], at=at))
    elif "linked" in step:
        report = demo_id(step["linked"], told["name"])
        await ending.connect(sender, emergency, bodies.Linking(kind=step["linked"], id=report, at=at))
    else:
        said = {name: step[name] for name in ("name", "body", "phone")}
        await calling.call_in(sender, emergency, bodies.Calling(at=at, **said))


async def _enter(sender: Sender, emergency: UUID, step: Told, entry: UUID, at: datetime) -> None:
    corrected = None
    if "corrects" in step:
        entries = await entries_of(emergency)
        corrected = next(each.id for each in entries if each.number == step["corrects"])
    body = bodies.EntryBody(text=step["entry"], note=step.get("note", False), corrects=corrected, at=at)
    await enter(sender, emergency, entry, body)
    if "photo" in step:
        await photograph(sender, "emergency_entry", entry, step["photo"], at)
