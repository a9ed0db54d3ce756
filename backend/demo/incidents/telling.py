"""The incidents of incidents.toml as they were reported, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.weeks.moments import on_day
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.story import Act
from backend.field.incidents import bodies
from backend.field.incidents.commands import following, opening, reporting
from backend.field.incidents.registration import INCIDENTS
from backend.foundation.outbox import Received, Sender
from backend.foundation.records import register
from backend.foundation.web.api import Origin

Told = dict[str, Any]
Command = Callable[[Sender, UUID, Any], Awaitable[Received]]

ACTS: dict[str, tuple[Command, type[bodies.Act]]] = {
    "tellings": (following.say, bodies.Telling),
    "receipt": (following.receive, bodies.Receipt),
    "explanations": (following.explain, bodies.Explanation),
    "ending": (following.end_scene, bodies.Ending),
}
BESIDE = frozenset({"noun", "after", "by", "signed", "signs"})


def incidents(now: datetime) -> Iterator[Act]:
    """Everything that was reported up to `now` and a little beyond."""
    register(INCIDENTS)
    for told in tomllib.loads(Path(__file__).with_name("incidents.toml").read_text(encoding="utf-8"))[
        "incident"
    ]:
        called, incident = on_day(told, now), demo_id("incident", told["name"])
        first = called + timedelta(minutes=told["after"])
        yield Act(first, partial(_report_first, told, incident, called, first))
        for number, step in enumerate(told["steps"]):
            at = called + timedelta(minutes=step["after"])
            if step["noun"] != "report":
                yield Act(at, partial(_do, told, incident, step, at))
                continue
            report = demo_id("incident report", told["name"], number)
            yield Act(at, partial(_report, incident, report, step, at))
            signs = called + timedelta(minutes=step["signs"])
            yield Act(signs, partial(_sign, incident, report, step["signed"], signs))


async def _report_first(told: Told, incident: UUID, called: datetime, at: datetime) -> None:
    said = {name: told[name] for name in ("category", "address", "to", "facts", "measures")}
    origin = Origin(kind="assist", id=demo_id("assist", told["name"]))
    sender = sending((await cast())[told["by"]], at, "incident", told["name"])
    body = bodies.IncidentBody(happened_at=called, origin=origin, made_at=at, **said)
    await opening.report_first(sender, incident, body)


async def _report(incident: UUID, report: UUID, step: Told, at: datetime) -> None:
    said = {name: value for name, value in step.items() if name not in BESIDE}
    sender = sending((await cast())[step["by"]], at, "incident", report)
    await reporting.report(sender, incident, report, bodies.ReportBody(made_at=at, **said))


async def _sign(incident: UUID, report: UUID, who: str, at: datetime) -> None:
    sender = sending((await cast())[who], at, "incident", report, "approval")
    await reporting.approve(sender, incident, report, bodies.Approval(at=at))


async def _do(told: Told, incident: UUID, step: Told, at: datetime) -> None:
    command, kind = ACTS[step["noun"]]
    said = {name: value for name, value in step.items() if name not in BESIDE}
    sender = sending((await cast())[step["by"]], at, "incident", told["name"], step["noun"])
    await command(sender, incident, kind(at=at, **said))
