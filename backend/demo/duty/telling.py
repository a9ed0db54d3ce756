"""The posts of posts.toml, the months made of them, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from backend.demo.ids import demo_id
from backend.demo.organisation import township_id
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.story import Act
from backend.foundation.now import CHINA, local
from backend.foundation.records import register
from backend.foundation.refusals import Refusal
from backend.office.duty.commands.drafting import Drafting, draft_month
from backend.office.duty.commands.making import MonthBody, begin_month
from backend.office.duty.commands.posts import add_post
from backend.office.duty.commands.publishing import Publishing, publish
from backend.office.duty.commands.swapping import Answering, SwapBody, ask, consent
from backend.office.duty.commands.wishing import Wishing, wish
from backend.office.duty.drafting import Draft, Given, draft
from backend.office.duty.queries.shifts import KnownShift, shifts_of_officer
from backend.office.duty.registration import ROSTERS, SHIFTS, SWAPS
from backend.office.duty.rules.days import month_of, next_month
from backend.office.duty.rules.posts import Post
from backend.office.duty.rules.slots import Slot

PLANNER = "zhihui"
ASKED = timedelta(hours=3)
MORNING = time(9, 30)
# So far back people came and went, so far ahead whoever looks finds who stands there.
BEHIND, AHEAD = timedelta(days=4), timedelta(days=8)
# A month is made so long before it begins and published the day after: what lies AHEAD is out by then.
MADE_BEFORE = AHEAD + timedelta(days=2)


def rosters(now: datetime) -> Iterator[Act]:
    """Every month of the days around now, published; the one after them as a draft since yesterday."""
    for kind in (ROSTERS, SHIFTS, SWAPS):
        register(kind)
    published = months(now)
    yield Act(_made(published[0]), partial(_posts, published[0] - MADE_BEFORE))
    for month in published:
        made, out = _made(month), _made(month) + timedelta(days=1)
        yield from _month(month, made + timedelta(minutes=20))
        yield Act(out, partial(_publish, month, out))
    drafted, coming = now - timedelta(days=1), next_month(published[-1])
    yield Act(drafted, partial(_wish, coming, drafted))
    yield from _month(coming, drafted + timedelta(minutes=5))
    yield Act(now - ASKED, partial(_swap, now - ASKED))


def months(now: datetime) -> list[date]:
    """Those that are out: the month of the day, in its first days the one before, in its last days the one to come."""
    today = local(now).date()
    return sorted({month_of(day) for day in (today - BEHIND, today, today + AHEAD)})


def _made(month: date) -> datetime:
    return datetime.combine(month - MADE_BEFORE, MORNING, CHINA)


def _month(month: date, at: datetime) -> Iterator[Act]:
    yield Act(at, partial(_begin, month, at))
    yield Act(at + timedelta(minutes=10), partial(_draft, month, at + timedelta(minutes=10)))


async def _posts(since: date) -> None:
    person = (await cast())[PLANNER]
    path = Path(__file__).with_name("posts.toml")
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["post"]:
        await add_post(_post(told, since), person)


def _post(told: dict[str, Any], since: date) -> Post:
    begins = time.fromisoformat(told["begins"])
    place = demo_id("place", "sfz", told["place"]) if "place" in told else None
    return Post(
        kind=told["kind"],
        name=told["name"],
        place=place,
        days=told["days"],
        begins_minute=begins.hour * 60 + begins.minute,
        length_minutes=told["hours"] * 60,
        needs=msgspec.convert(told["slots"], tuple[Slot, ...]),
        first_day=since,
        last_day=None,
    )


async def _begin(month: date, at: datetime) -> None:
    sender = sending((await cast())[PLANNER], at, "roster", month)
    await begin_month(sender, demo_id("roster", month), MonthBody(month=f"{month:%Y-%m}"))


async def _draft(month: date, at: datetime) -> None:
    sender = sending((await cast())[PLANNER], at, "draft", month)
    await draft_month(sender, demo_id("roster", month), Drafting(solver=False), by=_by_turns)


async def _by_turns(given: Given, *, solver: bool) -> Draft:
    return draft(given, solver=solver)


async def _publish(month: date, at: datetime) -> None:
    sender = sending((await cast())[PLANNER], at, "publication", month)
    await publish(sender, demo_id("roster", month), Publishing())


async def _wish(month: date, at: datetime) -> None:
    sender = sending((await cast())["duiyuan"], at, "wishes", month)
    off = [month + timedelta(days=9), month + timedelta(days=10)]
    await wish(sender, Wishing(month=f"{month:%Y-%m}", off=off, on=[]))


async def _swap(at: datetime) -> None:
    """duiyuan asks for a coming shift what duiyuan2 has of the kind, the first two that can be swapped; where none can, nobody asks."""
    people = await cast()
    own, theirs = await _coming(people["duiyuan"].id, at), await _coming(people["duiyuan2"].id, at)
    pairs = [(one, other) for one in own for other in theirs if one.name == other.name and one.id != other.id]
    for one, other in pairs:
        swap = demo_id("swap", one.id)
        body = SwapBody(shift=one.id, officer="duiyuan2", other_shift=other.id, reason="孩子开家长会")
        with suppress(Refusal):  # one of them rests too little then, is away, or stands elsewhere
            await ask(sending(people["duiyuan"], at, "swap", one.id, other.id), swap, body)
            agreed = sending(people["duiyuan2"], at + timedelta(minutes=20), "swap", one.id, other.id)
            await consent(agreed, swap, Answering())
            return


async def _coming(officer: UUID, at: datetime) -> list[KnownShift]:
    found = await shifts_of_officer(officer, township_id("sfz"), at)
    return [shift for shift in found if shift.begins_at > at + ASKED]
