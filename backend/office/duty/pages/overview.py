"""/duty: one's own shifts, what is on on a day, the month on the wall."""

from datetime import date, datetime, time, timedelta
from typing import Annotated

from litestar import get
from litestar.params import QueryParameter
from litestar.response import Template

from backend.foundation.now import CHINA, local, now
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands.posts import home_of
from backend.office.duty.queries.given import calendar_in
from backend.office.duty.queries.rosters import roster_of_month
from backend.office.duty.queries.shifts import KnownShift, shifts_between, shifts_of_officer
from backend.office.duty.queries.swaps import open_swaps
from backend.office.duty.rules.days import month_before, month_of, next_month
from backend.office.duty.rules.months import days_beside, weeks
from backend.office.duty.rules.slots import KINDS

Day = Annotated[date | None, QueryParameter()]
EARLIEST, LATEST = date(2020, 1, 1), date(2059, 12, 31)


@get("/duty", guards=[requires("duty.read")])
async def show_duty(request: SignedRequest, day: Day = None) -> Template:
    """Published rosters alone; who plans is led to the drafts."""
    person, at = request.user, now()
    today = local(at).date()
    chosen = min(max(day or today, EARLIEST), LATEST)
    month = month_of(chosen)
    found = await shifts_between(person.township_id, _midnight(month), _midnight(next_month(month)))
    return page(
        request,
        "duty/duty.html",
        current="duty",
        today=today,
        day=chosen,
        beside=days_beside(chosen),
        month=month,
        months=(month_before(month), next_month(month)),
        roster=await roster_of_month(person, month),
        own=await shifts_of_officer(person.id, person.township_id, at),
        listed=[shift for shift in found if _is_on(shift, chosen)],
        weeks=weeks(month, await calendar_in(home_of(person)), [each for each in found if each.day >= month]),
        swaps=await open_swaps(person, at),
        plans=may(person, "duty.plan"),
        kinds=KINDS,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)


def _is_on(shift: KnownShift, day: date) -> bool:
    """Whether it takes place at some time of the day."""
    return shift.begins_at < _midnight(day + timedelta(days=1)) and shift.ends_at > _midnight(day)


ROUTES = [show_duty]
