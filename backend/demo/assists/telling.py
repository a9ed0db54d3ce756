"""The calls of assists.toml as they came about, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.townships import key_places
from backend.demo.weeks.moments import on_day
from backend.demo.weeks.people import UPLINK, cast, sending
from backend.demo.weeks.schedule import outings, over
from backend.demo.weeks.story import Act
from backend.demo.weeks.telling import CANCELLED
from backend.field.assists import bodies
from backend.field.assists.commands import answering, change, ending, outcome, raising, speaking
from backend.field.assists.commands.escalation import escalate
from backend.field.assists.registration import ASSISTS
from backend.foundation.database import rows
from backend.foundation.notify.commands import read_all
from backend.foundation.now import CHINA, local
from backend.foundation.outbox import Received, Sender
from backend.foundation.records import register
from backend.office.duty.commands import presence as duty

Told = dict[str, Any]
Command = Callable[[Sender, UUID, Any], Awaitable[Received]]

ON_DUTY = ("duiyuan", "duizhang", "minjing", "zhihui")
ON_DUTY_SINCE = timedelta(days=45)
# They stand by from one hand-over to the next: nobody has been on duty for weeks.
HAND_OVERS = (time(8), time(20))
HANDING_OVER = timedelta(minutes=1)
ACTS: dict[str, tuple[Command, type[Any]]] = {
    "acknowledgement": (answering.acknowledge, bodies.Answer),
    "departure": (answering.depart, bodies.Answer),
    "arrival": (answering.arrive, bodies.Answer),
    "reinforcement": (speaking.ask_for_more, bodies.Spoken),
    "remarks": (speaking.remark, bodies.Spoken),
    "resolution": (ending.resolve, bodies.Act),
    "cancellation": (ending.cancel, bodies.Cancellation),
    "outcome": (outcome.tell_outcome, bodies.OutcomeBody),
}
ACCURACY_M = 8.0
READ_AFTER = timedelta(minutes=20)


def calls(now: datetime) -> Iterator[Act]:
    """Who comes on duty first, then every call with what came of it."""
    register(ASSISTS)
    begins = now - ON_DUTY_SINCE
    for username in ON_DUTY:
        yield Act(begins, partial(_on_duty, username, begins))
    again = _last_hand_over(now - HANDING_OVER)
    for username in ON_DUTY:
        yield Act(again - HANDING_OVER, partial(_off_duty, username, again - HANDING_OVER))
        yield Act(again, partial(_on_duty, username, again))
    for told in tomllib.loads(Path(__file__).with_name("assists.toml").read_text(encoding="utf-8"))["assist"]:
        raised = _raised_at(told, now)
        assist = demo_id("assist", told["name"])
        yield Act(raised, partial(_call, told, assist, raised))
        for step in told["steps"]:
            at = raised + timedelta(seconds=step["after"])
            yield Act(at, partial(_do, told, assist, step, at))
        read = raised + timedelta(seconds=told["steps"][-1]["after"]) + READ_AFTER
        yield Act(read, partial(_read, read))


def _raised_at(told: Told, now: datetime) -> datetime:
    if "outing" not in told:
        return on_day(told, now)
    own = [each for each in over(outings(now), now) if each.township == "sfz"][::-1]
    walked = [
        each for number, each in enumerate(own, 1) if number != CANCELLED and told["outing"] in each.title
    ]
    begins: datetime = walked[told["back"] - 1].begins
    return begins + timedelta(minutes=told["after"])


def _last_hand_over(now: datetime) -> datetime:
    today = local(now).date()
    days = (today, today - timedelta(days=1))
    return max(at for day in days for hour in HAND_OVERS if (at := datetime.combine(day, hour, CHINA)) <= now)


async def _on_duty(username: str, at: datetime) -> None:
    await duty.begin(sending((await cast())[username], at, "duty", f"{at:%m%d%H}"))


async def _off_duty(username: str, at: datetime) -> None:
    await duty.end(sending((await cast())[username], at, "duty", f"{at:%m%d%H}", "over"))


async def _call(told: Told, assist: UUID, at: datetime) -> None:
    lat, lon = next(place["at"] for place in key_places()["sfz"] if place["name"] == told["place"])
    said = {name: told[name] for name in ("severity", "status", "reason", "note", "hazards") if name in told}
    position = bodies.FixBody(lat=lat, lon=lon, accuracy_m=ACCURACY_M, source="gps", at=at.isoformat())
    sender = sending((await cast())[told["by"]], at, "assist", told["name"])
    await raising.call(sender, assist, bodies.AssistBody(position=position, at=at, **said))


async def _read(at: datetime) -> None:
    """Whoever was told looks at it afterwards: inboxes of weeks ago are not full of alarms."""
    told = {
        found["officer"] for found in await rows("SELECT DISTINCT officer FROM notices WHERE read_at IS NULL")
    }
    for person in (await cast()).values():
        if person.id in told:
            await read_all(person, at + UPLINK, at)


async def _do(told: Told, assist: UUID, step: Told, at: datetime) -> None:
    if step["noun"] == "watch":
        await escalate()
        return
    said = {name: value for name, value in step.items() if name not in ("noun", "after", "by", "on_behalf")}
    said |= step.get("on_behalf", {})
    sender = sending((await cast())[step["by"]], at, "assist", told["name"], step["noun"], step["after"])
    if step["noun"] == "change":
        await change.change(sender, assist, bodies.AssistChange(**said))
        return
    command, body = ACTS[step["noun"]]
    await command(sender, assist, body(at=at, **said))
