"""Local days: a festival of the county, a day worked in a flood; looked at, then set or taken back."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.calendars.change import DayWithdrawn
from backend.office.calendars.pages import changing
from backend.office.calendars.queries import Standing, local_days, standing
from backend.office.calendars.rules.days import MOST_SOURCE, MOST_WHY, WORDS, read_day

MANAGE = [requires("calendar.manage")]
FIELDS = ("day", "kind", "why", "source")


@get("/calendar/days/new", guards=MANAGE)
async def new_day(request: SignedRequest) -> Template:
    """A day the county makes free or worked itself."""
    return _form(request, Fields([]))


@post("/calendar/days/new", guards=MANAGE)
async def look_at_day(request: SignedRequest) -> Template:
    """Show what the day would change; nothing is changed yet."""
    sent = await read_form(request)
    try:
        change = read_day(_typed(sent))
    except Refusal as refusal:
        return _form(request, sent, refusal)
    return await changing.look(request, await standing(request.user), change, "/calendar/days", _typed(sent))


@post("/calendar/days", guards=MANAGE)
async def set_day(request: SignedRequest) -> Template:
    """Lay the day over the calendars, and count every open limit anew."""
    sent = await read_form(request)
    return await changing.do(request, await standing(request.user), read_day(_typed(sent)), sent)


@get("/calendar/days/{day_id:uuid}/withdrawal", guards=MANAGE)
async def look_at_withdrawal(request: SignedRequest, day_id: FromPath[UUID]) -> Template:
    """Show what taking the day back would change."""
    stands = await standing(request.user)
    change = await _withdrawal(stands, day_id)
    return await changing.look(request, stands, change, f"/calendar/days/{day_id}/withdrawal", {})


@post("/calendar/days/{day_id:uuid}/withdrawal", guards=MANAGE)
async def withdraw_day(request: SignedRequest, day_id: FromPath[UUID]) -> Template:
    """The day is as everywhere again, and every open limit is counted anew."""
    stands = await standing(request.user)
    return await changing.do(request, stands, await _withdrawal(stands, day_id), await read_form(request))


async def _withdrawal(stands: Standing, day_id: UUID) -> DayWithdrawn:
    for day in await local_days(stands.county):
        if day.id == day_id:
            return DayWithdrawn(day.id, day.on_day)
    raise Refusal("not_found")


def _typed(sent: Fields) -> dict[str, str]:
    return {field: sent.text(field) for field in FIELDS}


def _form(request: SignedRequest, typed: Fields, refusal: Refusal | None = None) -> Template:
    return page(
        request,
        "calendars/day.html",
        current="calendar",
        status=refusal.status if refusal else 200,
        typed=_typed(typed),
        words=WORDS,
        most={"why": MOST_WHY, "source": MOST_SOURCE},
        refusal=refusal,
    )


ROUTES = [new_day, look_at_day, set_day, look_at_withdrawal, withdraw_day]
