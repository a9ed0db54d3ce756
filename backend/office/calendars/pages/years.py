"""Loading a year: pasted from its notice or as a calendar file, looked at, then loaded."""

from litestar import get, post
from litestar.response import Template

from backend.foundation.datafiles import FileRefused
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.uploads import read_upload
from backend.office.calendars.change import YearLoaded
from backend.office.calendars.pages import changing
from backend.office.calendars.queries import Standing, standing
from backend.office.calendars.rules.content import LARGEST, read_content

MANAGE = [requires("calendar.manage")]
EMPTY = {"content": "贴上通知全文，或者选一个历法文件", "file": "这个文件是空的"}


@get("/calendar/new", guards=MANAGE)
async def new_year(request: SignedRequest) -> Template:
    """Paste a notice, or choose a calendar file."""
    return _form(request, await standing(request.user), Fields([]))


@post("/calendar/new", guards=MANAGE, request_max_body_size=4 * LARGEST)
async def look_at_year(request: SignedRequest) -> Template:
    """Read it and show what it would change; nothing is changed yet."""
    sent, file = await read_upload(request, "file")
    stands, where = await standing(request.user), "file" if file else "content"
    raw = file.data if file else sent.raw("content").encode()
    try:
        change = year_from(stands, raw, sent.text("region"), where)
    except Refusal as refusal:
        return _form(request, stands, sent, refusal)
    return await changing.look(request, stands, change, "/calendar/years", {"content": change.content})


@post("/calendar/years", guards=MANAGE)
async def load_year(request: SignedRequest) -> Template:
    """Load what was looked at, and count every open limit anew."""
    sent, stands = await read_form(request), await standing(request.user)
    change = year_from(stands, sent.raw("content").encode(), stands.region)
    return await changing.do(request, stands, change, sent)


def year_from(stands: Standing, raw: bytes, region: str, where: str = "content") -> YearLoaded:
    """Refuses `calendar_refused` with the line and the reason, and a region whose calendars are not this county's; `where`:
    the field it came by, `invalid` where nothing did."""
    if not raw.strip():
        raise Refusal("invalid", fields={where: EMPTY[where]})
    wanted = region if region in stands.regions else stands.regions[0]
    try:
        year, content = read_content(raw, wanted)
    except FileRefused as refused:
        raise Refusal("calendar_refused", str(refused), fields={where: str(refused)}) from None
    if year.region not in stands.regions:
        words = f"这里按{'、'.join(stands.regions)}的历法计算，不用 {year.region} 的"
        raise Refusal("calendar_refused", words, fields={where: words})
    return YearLoaded(year, content)


def _form(
    request: SignedRequest, stands: Standing, typed: Fields, refusal: Refusal | None = None
) -> Template:
    return page(
        request,
        "calendars/new.html",
        current="calendar",
        status=refusal.status if refusal else 200,
        stands=stands,
        content=typed.raw("content"),
        region=typed.text("region") or stands.regions[0],
        refusal=refusal,
    )


ROUTES = [new_year, look_at_year, load_year]
