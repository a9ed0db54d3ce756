"""The months, and one month as whoever plans works on it: shifts, drafting, what is lacking and why, fairness, publishing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import local, now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.burdens import burdens
from backend.office.duty.drafting import Conflict
from backend.office.duty.queries.conflicts import Sheet, sheet_of_roster
from backend.office.duty.queries.given import calendar_in
from backend.office.duty.queries.posts import posts_of
from backend.office.duty.queries.rosters import load_roster, page_of
from backend.office.duty.queries.shifts import KnownShift, shifts_of
from backend.office.duty.rules.days import month_of, next_month
from backend.office.duty.rules.months import weeks
from backend.office.duty.rules.slots import KINDS
from backend.office.duty.sentences import HOW, told

MONTHS_SHOWN = 24


@get("/duty/rosters", guards=[requires("duty.read")])
async def show_rosters(request: SignedRequest) -> Template:
    """The months there are; those that can be begun, for whoever plans."""
    person = request.user
    found = await page_of(person, None, MONTHS_SHOWN)
    this = month_of(local(now()).date())
    there = {each.month for each in found}
    plans = may(person, "duty.plan")
    return page(
        request,
        "duty/rosters.html",
        current="duty",
        rosters=found,
        open_months=[each for each in (this, next_month(this)) if each not in there] if plans else [],
        posts=sum(each.post.active for each in await posts_of(person.township_id)),
        plans=plans,
    )


@get("/duty/rosters/{roster_id:uuid}", guards=[requires("duty.read")])
async def show_roster(request: SignedRequest, roster_id: FromPath[UUID]) -> Template:
    """The month on the wall; who plans sees besides what it breaks, what it lacks and who bears how much."""
    person, at = request.user, now()
    roster = await load_roster(person, roster_id)
    shifts = await shifts_of(roster_id)
    plans = may(person, "duty.plan")
    calendar = await calendar_in(roster.township)
    sheet = await sheet_of_roster(roster, shifts, calendar) if plans else None
    return page(
        request,
        "duty/roster.html",
        current="duty",
        roster=roster,
        shifts={shift.id: shift for shift in shifts},
        weeks=weeks(roster.month, calendar, shifts),
        lacks=sum(shift.lacks for shift in shifts),
        placed=any(shift.people for shift in shifts),
        plans=plans,
        posts=await _posts(person) if plans else [],
        conflicts=_to_mend(sheet, shifts, at) if sheet else [],
        burdens=burdens(sheet) if sheet else [],
        kinds=KINDS,
        how=HOW,
        lines=told_lines(reversed(await timeline("roster", roster_id)), told) if plans else [],
    )


def _to_mend(sheet: Sheet, shifts: Sequence[KnownShift], at: datetime) -> list[Conflict]:
    """What the month breaks, without what is over: nobody can put another there."""
    coming = {each.id for each in shifts if each.ends_at > at}
    return [each for each in sheet.standing() if each.shift in coming]


async def _posts(person: Person) -> list[tuple[UUID, str]]:
    """Like which of them a shift can be added."""
    return [(each.id, each.post.name) for each in await posts_of(person.township_id) if each.post.active]


ROUTES = [show_rosters, show_roster]
