"""A month begun: its roster, and the shifts its posts ask for."""

from datetime import date
from typing import Annotated
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import batch, row, rows
from backend.foundation.database.access import Statement
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act, receive_put
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.commands.posts import home_of
from backend.office.duty.commands.writing import note, touch
from backend.office.duty.queries.given import calendar_in
from backend.office.duty.queries.posts import posts_of
from backend.office.duty.queries.rosters import Roster, load_roster
from backend.office.duty.queries.shifts import KnownShift, shifts_of
from backend.office.duty.rules.making import Made
from backend.office.duty.rules.making import shifts_of as shifts_from
from backend.office.duty.rules.slots import write_slots

Month = Annotated[str, msgspec.Meta(pattern=r"^20[1-5]\d-(0[1-9]|1[0-2])$")]
_ROSTER = "INSERT INTO rosters (id, township, month) VALUES (?, ?, ?)"
_SHIFT = (
    "INSERT INTO shifts (id, roster, post, kind, name, place, begins_at, ends_at, needs) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CHANGED = "UPDATE shifts SET kind = ?, name = ?, place = ?, ends_at = ?, needs = ?, version = version + 1 WHERE id = ?"


class MonthBody(Body):
    """PUT: which month (2026-12)."""

    month: Month


class Making(Body):
    """POST: nothing besides; the posts say it."""


async def begin_month(sender: Sender, roster_id: UUID, body: MonthBody) -> Received:
    """A draft with every shift the posts ask for. Refuses `roster_exists`, `not_allowed`, and as any PUT."""
    township, month = home_of(sender.person), date.fromisoformat(f"{body.month}-01")

    async def create() -> Entry:
        if await row("SELECT id FROM rosters WHERE township = ? AND month = ?", township, month):
            raise Refusal("roster_exists")
        await rows(_ROSTER, roster_id, township, month)
        made = await _wanted(township, month)
        await batch(_inserted(roster_id, each) for each in made)
        return note("roster.begun", roster_id, sender, {"month": body.month, "shifts": len(made)})

    return await receive_put(sender.person, "roster", roster_id, body, create=create)


async def make_again(sender: Sender, roster_id: UUID, body: Making) -> Received:
    """The posts were changed: shifts that are missing come, those no post asks for go where nobody stands on them, others are as
    their post is now. Refuses `roster_published`."""

    async def act() -> Entry | None:
        roster = await load_roster(sender.person, roster_id, lock=True)
        if roster.published_at is not None:
            raise Refusal("roster_published")
        counted = await _brought_up(roster)
        if not any(counted.values()):
            return None
        await touch(roster_id)
        return note("roster.made", roster_id, sender, counted)

    return await receive_act(
        sender.person, ("roster", roster_id), act, content=body, noun="making", key=sender.key
    )


async def _brought_up(roster: Roster) -> dict[str, int]:
    """How many shifts came, went and were changed."""
    wanted = {(each.post, each.begins_at): each for each in await _wanted(roster.township, roster.month)}
    there = {(each.post, each.begins_at): each for each in await shifts_of(roster.id) if each.post}
    new = [each for key, each in wanted.items() if key not in there]
    gone = [each for key, each in there.items() if key not in wanted and not each.people]
    other = [
        (each, wanted[key]) for key, each in there.items() if key in wanted and _differs(each, wanted[key])
    ]
    await batch(_inserted(roster.id, each) for each in new)
    await batch(("DELETE FROM assignments WHERE shift = ?", [each.id]) for each in gone)
    await batch(("DELETE FROM shifts WHERE id = ?", [each.id]) for each in gone)
    await batch(_changed(shift, made) for shift, made in other)
    return {"came": len(new), "went": len(gone), "changed": len(other)}


async def _wanted(township: UUID, month: date) -> list[Made]:
    known = await posts_of(township)
    markets = {each.post.place: each.market_days for each in known if each.post.place}
    posts = {each.id: each.post for each in known}
    return list(shifts_from(posts, month, await calendar_in(township), markets))


def _differs(shift: KnownShift, made: Made) -> bool:
    return (shift.kind, shift.name, shift.place, shift.ends_at, shift.needs) != (
        made.kind,
        made.name,
        made.place,
        made.ends_at,
        made.needs,
    )


def _inserted(roster: UUID, made: Made) -> Statement:
    return _SHIFT, [
        uuid4(),
        roster,
        made.post,
        made.kind,
        made.name,
        made.place,
        made.begins_at,
        made.ends_at,
        write_slots(made.needs),
    ]


def _changed(shift: KnownShift, made: Made) -> Statement:
    return _CHANGED, [made.kind, made.name, made.place, made.ends_at, write_slots(made.needs), shift.id]
