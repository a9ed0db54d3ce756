"""One year as it is counted by."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import local, now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.workdays.festivals import first_year, last_year
from backend.office.calendars.months import months_of
from backend.office.calendars.queries import local_days, local_hours, missing_year, standing
from backend.office.calendars.sentences import sentence


@get("/calendar", guards=[requires("calendar.manage")])
async def show_calendar(request: SignedRequest, year: FromQuery[str] = "") -> Template:
    """The months, the notices they rest on, what is local, and whether a year is missing."""
    stands, at = await standing(request.user), now()
    shown = read_year(year, local(at).year)
    days = await local_days(stands.county)
    moments = reversed(await timeline("calendar", stands.county))
    return page(
        request,
        "calendars/year.html",
        current="calendar",
        stands=stands,
        year=shown,
        months=months_of(stands.calendar, shown, {day.on_day for day in days}),
        days=[day for day in days if day.on_day.year == shown],
        own_hours=await local_hours(stands.county),
        missing=missing_year(stands.calendar, at),
        lines=told_lines(moments, sentence),
    )


def read_year(text: str, otherwise: int) -> int:
    """A year that can be counted in, else the present one."""
    return int(text) if text.isdecimal() and first_year() < int(text) < last_year() else otherwise


ROUTES = [show_calendar]
