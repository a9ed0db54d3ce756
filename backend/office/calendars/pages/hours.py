"""本地作息: the county's own office hours; looked at, then set or taken back."""

from litestar import get, post
from litestar.response import Template

from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.workdays import Season
from backend.office.calendars.change import HoursWithdrawn
from backend.office.calendars.pages import changing
from backend.office.calendars.queries import standing
from backend.office.calendars.rules import hours as rules

MANAGE = [requires("calendar.manage")]
FIELDS = [f"{name}{number}" for number in rules.SEASONS for name in rules.FIELDS] + ["source"]


@get("/calendar/hours/new", guards=MANAGE)
async def new_hours(request: SignedRequest) -> Template:
    """Filled with those in force."""
    stands = await standing(request.user)
    return _form(request, _filled(stands.calendar.seasons.hours))


@post("/calendar/hours/new", guards=MANAGE)
async def look_at_hours(request: SignedRequest) -> Template:
    """Show what the hours would change; nothing is changed yet."""
    typed = _typed(await read_form(request))
    try:
        change = rules.read_hours(typed)
    except Refusal as refusal:
        return _form(request, typed, refusal)
    return await changing.look(request, await standing(request.user), change, "/calendar/hours", typed)


@post("/calendar/hours", guards=MANAGE)
async def set_hours(request: SignedRequest) -> Template:
    """Lay them over the region's, and count every open limit anew."""
    sent = await read_form(request)
    return await changing.do(request, await standing(request.user), rules.read_hours(_typed(sent)), sent)


@get("/calendar/hours/withdrawal", guards=MANAGE)
async def look_at_withdrawal(request: SignedRequest) -> Template:
    """Show what going back to the region's hours would change."""
    where = "/calendar/hours/withdrawal"
    return await changing.look(request, await standing(request.user), HoursWithdrawn(), where, {})


@post("/calendar/hours/withdrawal", guards=MANAGE)
async def withdraw_hours(request: SignedRequest) -> Template:
    """The region's hours hold again, and every open limit is counted anew."""
    stands = await standing(request.user)
    return await changing.do(request, stands, HoursWithdrawn(), await read_form(request))


def _filled(seasons: tuple[Season, ...]) -> dict[str, str]:
    typed = dict.fromkeys(FIELDS, "")
    for number, season in zip(rules.SEASONS, seasons, strict=False):
        spans = "，".join(season.spans)
        typed |= {f"name{number}": season.name, f"since{number}": season.since, f"spans{number}": spans}
    return typed


def _typed(sent: Fields) -> dict[str, str]:
    return {field: sent.text(field) for field in FIELDS}


def _form(request: SignedRequest, typed: dict[str, str], refusal: Refusal | None = None) -> Template:
    return page(
        request,
        "calendars/hours.html",
        current="calendar",
        status=refusal.status if refusal else 200,
        typed=typed,
        seasons=rules.SEASONS,
        most={"name": rules.MOST_NAME, "spans": rules.MOST_SPANS, "source": rules.MOST_SOURCE},
        refusal=refusal,
    )


ROUTES = [new_hours, look_at_hours, set_hours, look_at_withdrawal, withdraw_hours]
