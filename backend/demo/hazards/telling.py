"""The dangers of hazards.toml as they came about, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.casework.hazards import bodies
from backend.casework.hazards.commands import answering, following, notifying, reporting
from backend.casework.hazards.registration import HAZARD_STEPS, HAZARDS
from backend.demo.ids import demo_id
from backend.demo.townships import key_places
from backend.demo.weeks.moments import begins
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.photographing import photograph
from backend.demo.weeks.story import Act
from backend.foundation.now import year_of
from backend.foundation.outbox import Received, Sender
from backend.foundation.records import register
from backend.foundation.web.api import Position

Told = dict[str, Any]
Command = Callable[[Sender, UUID, Any], Awaitable[Received]]

ACTS: dict[str, tuple[Command, type[bodies.Act]]] = {
    "calls": (following.call, bodies.Call),
    "receipt": (answering.receive, bodies.Answer),
    "departure": (answering.depart, bodies.Departure),
    "arrival": (answering.arrive, bodies.Answer),
    "refusal": (answering.refuse, bodies.Refused),
    "result": (answering.give_result, bodies.Said),
    "report": (reporting.report, bodies.ReportBody),
    "closure": (following.close, bodies.Closure),
}
WRITING = timedelta(seconds=48)
ACCURACY_M = 9.0


@cache
def _told() -> list[Told]:
    told: list[Told] = tomllib.loads(Path(__file__).with_name("hazards.toml").read_text(encoding="utf-8"))[
        "hazard"
    ]
    return told


def dangers(now: datetime) -> Iterator[Act]:
    """Everything that happened up to `now` and a little beyond."""
    for kind in (HAZARDS, HAZARD_STEPS):
        register(kind)
    for told in _told():
        begun, hazard = begins(told, now), demo_id("hazard", told["name"])
        yield Act(begun, partial(_notify, told, hazard, begun))
        for step in told["steps"]:
            at = begun + timedelta(minutes=step["after"])
            yield Act(at, partial(_do, told, hazard, step, at))


async def _notify(told: Told, hazard: UUID, at: datetime) -> None:
    person, position = (await cast())[told["by"]], _position(told)
    body = bodies.HazardBody(
        category=told["category"],
        endangers=told["endangers"],
        facts=told["facts"],
        found_at=at - WRITING,
        position=position,
        address=told["address"],
        to_unit=told["to"],
        made_at=at,
    )
    sender = sending(person, at, "hazard", told["name"])
    await notifying.notify(sender, hazard, body)
    await photograph(sender, "hazard", hazard, told["photo"], at - WRITING, position=position)


async def _do(told: Told, hazard: UUID, step: Told, at: datetime) -> None:
    command, kind = ACTS[step["noun"]]
    said = {name: value for name, value in step.items() if name not in ("noun", "after", "by", "proof")}
    if "on_behalf" in said:
        said["on_behalf"] = bodies.OnBehalf(**said["on_behalf"])
    if "number" in said:
        said["number"] = said["number"].format(year=year_of(at))
    sender = sending((await cast())[step["by"]], at, "hazard", told["name"], step["noun"])
    await command(sender, hazard, kind(at=at, **said))
    if step.get("proof"):
        assert sender.key is not None  # everybody in the demo sends under a key
        await photograph(sender, "hazard_step", sender.key, "sign", at)


def _position(told: Told) -> Position:
    """Beside the key place it is named after."""
    lat, lon = next(place["at"] for place in key_places()["sfz"] if place["name"] == told["place"])
    return Position(source="gps", lat=lat, lon=lon, accuracy_m=ACCURACY_M)
