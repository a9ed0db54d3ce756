"""The absences of absences.toml, each step by the product's own command at its own moment."""

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
from backend.office.absences.bodies import BorrowingBody, Decision, Ended, LeaveBody, OnDay, Refused
from backend.office.absences.commands import borrowing, leaving
from backend.office.absences.registration import BORROWINGS, LEAVES

Told = dict[str, Any]


def absences(now: datetime) -> Iterator[Act]:
    """Everything that was asked for, decided and ended up to now."""
    register(LEAVES)
    register(BORROWINGS)
    today = local(now).date()
    told = tomllib.loads(Path(__file__).with_name("absences.toml").read_text(encoding="utf-8"))
    for each in told["leave"]:
        yield from _leave(each, today)
    for each in told["borrowing"]:
        yield from _borrowing(each, today)


def _leave(told: Told, today: date) -> Iterator[Act]:
    leave = demo_id("leave", told["name"])
    yield Act(_moment(told["asked"], today), partial(_ask, told, leave, today))
    if decided := told.get("decided"):
        yield Act(_moment(decided, today), partial(_decide_leave, told, leave, today))
    if back := told.get("back"):
        yield Act(_moment(back, today), partial(_back_from_leave, told, leave, today))


def _borrowing(told: Told, today: date) -> Iterator[Act]:
    record = demo_id("borrowing", told["name"])
    yield Act(_moment(told["asked"], today), partial(_note, told, record, today))
    if decided := told.get("decided"):
        yield Act(_moment(decided, today), partial(_decide_borrowing, told, record, today))
    if back := told.get("back"):
        yield Act(_moment(back, today), partial(_back_from_borrowing, told, record, today))


async def _ask(told: Told, leave: UUID, today: date) -> None:
    body = LeaveBody(
        kind=told["kind"],
        first_day=_day(told["first"], today),
        last_day=_day(told["last"], today),
        part=told.get("part"),
        reason=told.get("reason"),
        officer=told["who"],
    )
    by = str(told.get("by", told["who"]))
    await leaving.ask(await _sender(by, _moment(told["asked"], today), told["name"]), leave, body)


async def _decide_leave(told: Told, leave: UUID, today: date) -> None:
    decided = told["decided"]
    sender = await _sender(decided["by"], _moment(decided, today), told["name"], "decided")
    if why := decided.get("refused"):
        await leaving.refuse(sender, leave, Refused(reason=why))
    else:
        await leaving.approve(sender, leave, Decision())


async def _back_from_leave(told: Told, leave: UUID, today: date) -> None:
    sender = await _sender(told["who"], _moment(told["back"], today), told["name"], "back")
    await leaving.come_back(sender, leave, Ended())


async def _note(told: Told, record: UUID, today: date) -> None:
    body = BorrowingBody(
        officer=told["who"],
        first_day=_day(told["first"], today),
        last_day=_day(told["last"], today) if "last" in told else None,
        left_on=_day(told["left"], today) if "left" in told else None,
        **{name: told.get(name) for name in ("department", "department_name", "letter", "purpose")},
    )
    await borrowing.note(await _sender(told["by"], _moment(told["asked"], today), told["name"]), record, body)


async def _decide_borrowing(told: Told, record: UUID, today: date) -> None:
    decided = told["decided"]
    sender = await _sender(decided["by"], _moment(decided, today), told["name"], "decided")
    await borrowing.approve(sender, record, Decision())


async def _back_from_borrowing(told: Told, record: UUID, today: date) -> None:
    at = _moment(told["back"], today)
    body = OnDay(day=local(at).date())
    await borrowing.come_back(await _sender(told["by"], at, told["name"], "back"), record, body)


async def _sender(username: str, at: datetime, *key: str) -> Sender:
    return sending((await cast())[username], at, "absence", *key)


def _moment(told: Told, today: date) -> datetime:
    return datetime.combine(_day(told["days"], today), time.fromisoformat(told["at"]), CHINA)


def _day(days: int, today: date) -> date:
    return today + timedelta(days=days)
