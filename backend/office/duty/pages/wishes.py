"""Wishes for a month: every day is one choice."""

from datetime import date
from typing import Annotated

from litestar import get
from litestar.params import QueryParameter
from litestar.response import Template

from backend.foundation.now import local, now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands.posts import home_of
from backend.office.duty.queries.given import calendar_in
from backend.office.duty.queries.rosters import roster_of_month
from backend.office.duty.queries.wishes import wishes_of
from backend.office.duty.rules.days import month_days, month_of, next_month

MonthWord = Annotated[str, QueryParameter(pattern=r"^(|20[1-5]\d-(0[1-9]|1[0-2]))$")]


@get("/duty/wishes", guards=[requires("duty.stand")])
async def show_wishes(request: SignedRequest, month: MonthWord = "") -> Template:
    """The coming month, or the one that is asked for."""
    person = request.user
    this = month_of(local(now()).date())
    chosen = date.fromisoformat(f"{month}-01") if month else next_month(this)
    calendar = await calendar_in(home_of(person))
    roster = await roster_of_month(person, chosen)
    return page(
        request,
        "duty/wishes.html",
        current="duty",
        month=chosen,
        months=[this, next_month(this), next_month(next_month(this))],
        days=[(day, calendar.why(day), not calendar.is_workday(day)) for day in month_days(chosen)],
        wishes=await wishes_of(person.id, chosen),
        published=roster is not None and roster.published_at is not None,
    )


ROUTES = [show_wishes]
