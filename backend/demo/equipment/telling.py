"""The equipment of equipment.toml, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.story import Act
from backend.foundation.now import CHINA, local
from backend.foundation.outbox import Sender
from backend.foundation.records import register
from backend.office.equipment.bodies import Back, HandOut, ThingBody
from backend.office.equipment.commands.keeping import add
from backend.office.equipment.commands.lending import hand_out, take_back
from backend.office.equipment.registration import EQUIPMENT

Told = dict[str, Any]
ADDED = {"days": -20, "at": "10:00"}
EVENING = "18:00"


def equipment(now: datetime) -> Iterator[Act]:
    """What there is, who took it, what came back."""
    register(EQUIPMENT)
    today = local(now).date()
    path = Path(__file__).with_name("equipment.toml")
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["thing"]:
        thing = demo_id("equipment", told["number"])
        yield Act(_moment(ADDED, today), partial(_add, told, thing, today))
        if "out" in told:
            yield Act(_moment(told["out"], today), partial(_hand_out, told, thing, today))
        if "back" in told:
            yield Act(_moment(told["back"], today), partial(_take_back, told, thing, today))


async def _add(told: Told, thing: UUID, today: date) -> None:
    body = ThingBody(kind=told["kind"], number=told["number"], name=told["name"])
    await add(await _sender(told, told["by"], _moment(ADDED, today), "added"), thing, body)


async def _hand_out(told: Told, thing: UUID, today: date) -> None:
    out = told["out"]
    due = _moment({"days": out["due"], "at": EVENING}, today) if "due" in out else None
    body = HandOut(officer=out["who"], due_at=due, purpose=out.get("purpose"))
    await hand_out(await _sender(told, told["by"], _moment(out, today), "out"), thing, body)


async def _take_back(told: Told, thing: UUID, today: date) -> None:
    back = told["back"]
    sender = await _sender(told, told["by"], _moment(back, today), "back")
    await take_back(sender, thing, Back(damage=back.get("damage")))


async def _sender(told: Told, username: str, at: datetime, noun: str) -> Sender:
    return sending((await cast())[username], at, "equipment", told["number"], noun)


def _moment(told: Told, today: date) -> datetime:
    return datetime.combine(today + timedelta(days=told["days"]), time.fromisoformat(told["at"]), CHINA)
