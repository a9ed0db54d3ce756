"""The visits of checkins.toml as they went, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.townships import key_places
from backend.demo.weeks.moments import on_day
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.story import Act
from backend.field.assists.bodies import FixBody
from backend.field.checkins.bodies import CheckinBody, Well
from backend.field.checkins.commands.visiting import begin, end, say_well
from backend.field.checkins.commands.watching import watch
from backend.field.checkins.registration import CHECKINS
from backend.foundation.records import register

Told = dict[str, Any]
ACCURACY_M = 9.0


def visits(now: datetime) -> Iterator[Act]:
    """Every visit with what was said and what the server did; all of them have ended."""
    register(CHECKINS)
    path = Path(__file__).with_name("checkins.toml")
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["visit"]:
        begun, visit = on_day(told, now), demo_id("checkin", told["name"])
        yield Act(begun, partial(_begin, told, visit, begun))
        for step in told["steps"]:
            at = begun + timedelta(minutes=step["after"])
            yield Act(at, partial(_do, told, visit, step, at))


async def _begin(told: Told, visit: UUID, at: datetime) -> None:
    sender = sending((await cast())[told["by"]], at, "checkin", told["name"])
    body = CheckinBody(
        place=told["place"],
        reason=told["reason"],
        interval_minutes=told["minutes"],
        officer=told.get("officer"),
        position=_position(told) if "officer" not in told else None,
        at=at,
    )
    await begin(sender, visit, body)


async def _do(told: Told, visit: UUID, step: Told, at: datetime) -> None:
    if step["noun"] == "watch":
        await watch()
        return
    sender = sending((await cast())[step["by"]], at, "checkin", told["name"], step["after"])
    body = Well(at=at, channel=step.get("channel"), words=step.get("words"), position=_position(told))
    await (say_well if step["noun"] == "well" else end)(sender, visit, body)


def _position(told: Told) -> FixBody | None:
    """Beside the key place it is named after, where it is one."""
    spots = [place["at"] for place in key_places()["sfz"] if place["name"] == told["place"]]
    return FixBody(lat=spots[0][0], lon=spots[0][1], accuracy_m=ACCURACY_M, source="gps") if spots else None
