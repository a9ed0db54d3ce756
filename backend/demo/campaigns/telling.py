"""The campaigns of campaigns.toml as they were planned and held, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.schedule import DAYS_BACK, FORTNIGHT
from backend.demo.weeks.story import Act
from backend.field.campaigns import bodies
from backend.field.campaigns.commands import deciding, following, planning, reporting
from backend.field.campaigns.queries.belonging import others
from backend.field.campaigns.registration import CAMPAIGNS
from backend.field.campaigns.windows import CAMPAIGN_WINDOWS, JOINT_CHECK_WINDOWS
from backend.foundation.clocks import windows
from backend.foundation.now import CHINA, local
from backend.foundation.records import register

Told = dict[str, Any]
_SAYS = ("title", "field", "cause", "checks", "arrangement", "area", "units", "people")
_DAY = timedelta(days=1)


def campaigns(now: datetime) -> Iterator[Act]:
    """Everything that was planned and held up to `now`, and the windows it met."""
    register(CAMPAIGNS)
    for series in (CAMPAIGN_WINDOWS, JOINT_CHECK_WINDOWS):
        windows.run(series)
    told = tomllib.loads(Path(__file__).with_name("campaigns.toml").read_text(encoding="utf-8"))
    today = local(now).date()
    held = [day for day in _days(today) if _at(day, "17:30") <= now]
    yield from _looks(today, held, now)
    for day in held:
        yield from _own(told["own"], day, newest=day == held[-1])
    for day in _last_of_month(held):
        yield from _over(told["over"], day)
    coming = today + (FORTNIGHT - today.toordinal() % FORTNIGHT) * _DAY
    yield from _next(told["next"], coming, now)


def _days(today: date) -> Iterator[date]:
    """Those of the fortnightly inspections whose plan falls into the weeks told."""
    for back in range(DAYS_BACK - 10, -1, -1):
        day = today - back * _DAY
        if day.toordinal() % FORTNIGHT == 0:
            yield day


def _last_of_month(days: list[date]) -> list[date]:
    return [day for day in days if not any(day < each and day.month == each.month for each in days)]


def _looks(today: date, held: list[date], now: datetime) -> Iterator[Act]:
    """The sweep's look at the windows: as each month begins, after each inspection, now."""
    begun = [day for day in (today - back * _DAY for back in range(DAYS_BACK)) if day.day == 1]
    moments = [_at(day, "00:05") for day in begun] + [_at(day, "20:30") for day in held]
    for moment in (*(each for each in moments if each < now), now):
        yield Act(moment, partial(_look, moment))


def _own(told: Told, day: date, *, newest: bool) -> Iterator[Act]:
    campaign = demo_id("campaign", told["title"], day)
    yield Act(
        _at(day - 5 * _DAY, "10:20"), partial(_plan, told, campaign, day, day, _at(day - 5 * _DAY, "10:20"))
    )
    approved = _at(day - 4 * _DAY, "09:10")
    yield Act(approved, partial(_approve, told["approved"], campaign, approved))
    evening, after = _at(day, "18:10"), _at(day + _DAY, "16:30")
    yield Act(evening, partial(_note, told, campaign, day, evening))
    yield Act(after, partial(_report, told, campaign, after))
    if not newest:
        signed = _at(day + 2 * _DAY, "10:40")
        yield Act(signed, partial(_sign, told["signed"], campaign, signed))


def _over(told: Told, day: date) -> Iterator[Act]:
    campaign, first, last = demo_id("campaign", told["title"], day), day - 3 * _DAY, day - _DAY
    planned, approved = _at(day - 8 * _DAY, "15:00"), _at(day - 7 * _DAY, "11:30")
    yield Act(planned, partial(_plan, told, campaign, first, last, planned))
    yield Act(approved, partial(_approve, told["approved"], campaign, approved))
    for who in told["joins"]:
        yield Act(_at(last, "19:40"), partial(_join, who, campaign, _at(last, "19:40")))


def _next(told: Told, coming: date, now: datetime) -> Iterator[Act]:
    planned = now - timedelta(hours=3)
    campaign = demo_id("campaign", told["title"], coming)
    yield Act(planned, partial(_plan, told, campaign, coming, coming + _DAY, planned))


async def _look(at: datetime) -> None:
    await windows.open_windows(at)
    await windows.meet_windows(at)


async def _plan(told: Told, campaign: UUID, first: date, last: date, at: datetime) -> None:
    said = {name: told[name] for name in _SAYS if name in told}
    sender = sending((await cast())[told["by"]], at, "campaign", campaign)
    body = bodies.CampaignBody(first_day=first, last_day=last, made_at=at, **said)
    await planning.propose(sender, campaign, body)


async def _approve(who: str, campaign: UUID, at: datetime) -> None:
    sender = sending((await cast())[who], at, "campaign", campaign, "approval")
    await deciding.approve(sender, campaign, bodies.Act(at=at))


async def _note(told: Told, campaign: UUID, day: date, at: datetime) -> None:
    sender = sending((await cast())[told["by"]], at, "campaign", campaign, "day")
    await following.note_day(sender, campaign, bodies.DayNote(day=day, text=told["note"], at=at))


async def _join(who: str, campaign: UUID, at: datetime) -> None:
    """Whoever of a township puts in the first patrol of those days."""
    person = (await cast())[who]
    assert person.township_id is not None
    for patrol in (await others(person, campaign, person.township_id))[:1]:
        sender = sending(person, at, "campaign", campaign, "patrol")
        await following.decide(sender, campaign, bodies.Decision(patrol=patrol["id"], belongs=True, at=at))


async def _report(told: Told, campaign: UUID, at: datetime) -> None:
    said = {name: told[name] for name in ("summary", "problems", "coming")}
    sender = sending((await cast())[told["by"]], at, "campaign", campaign, "report")
    await reporting.report(sender, campaign, bodies.Report(at=at, **said))


async def _sign(who: str, campaign: UUID, at: datetime) -> None:
    sender = sending((await cast())[who], at, "campaign", campaign, "closure")
    await reporting.close(sender, campaign, bodies.Closure(at=at))


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), CHINA)
