"""What every change shares: the look at what it moves, and the page that tells what it moved."""

from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.web.forms import Fields
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.calendars.change import Change, DaySet, DayWithdrawn, HoursSet, YearLoaded
from backend.office.calendars.commands import make, preview
from backend.office.calendars.queries import Standing
from backend.office.calendars.shifts import Shift


async def look(
    request: SignedRequest, stands: Standing, change: Change, action: str, fields: dict[str, str]
) -> Template:
    """What the change would move; `fields` carry it to the form that makes it."""
    shifts = await preview(stands, change, now())
    return _page(request, stands, change, shifts=shifts, action=action, fields=fields | {"seen": stands.seen})


async def do(request: SignedRequest, stands: Standing, change: Change, sent: Fields) -> Template:
    """Make it, if the calendars still are what was looked at; raises Refusal."""
    as_seen = stands.as_of(sent.number("seen"))
    shifts = await make(request.user, as_seen, change, now())
    return _page(request, stands, change, shifts=shifts, action="", fields={})


def _page(
    request: SignedRequest,
    stands: Standing,
    change: Change,
    *,
    shifts: list[Shift],
    action: str,
    fields: dict[str, str],
) -> Template:
    return page(
        request,
        "calendars/change.html",
        current="calendar",
        year=change.year if isinstance(change, YearLoaded) else None,
        day=change.day if isinstance(change, DaySet | DayWithdrawn) else None,
        hours=change.hours if isinstance(change, HoursSet) else None,
        local=change if isinstance(change, DaySet) else None,
        stands=stands,
        shifts=shifts,
        action=action,
        fields=fields,
    )
