"""台账: the list beside the record, narrowed by what stands in the address."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Template

from backend.desk.ledger.export.queries import filters_in_words
from backend.desk.ledger.lines import ahead, by_day
from backend.desk.ledger.paper.printing import patrol_pdf
from backend.desk.ledger.periods import periods
from backend.desk.ledger.queries.choices import choices
from backend.desk.ledger.queries.figures import figures_of
from backend.desk.ledger.queries.lines import line_of, page_of
from backend.desk.ledger.queries.record import Opened, opened, pictured
from backend.desk.ledger.queries.totals import totals_of, totals_over
from backend.field.patrols.cards import conduct_of
from backend.field.patrols.queries.on_map import on_map
from backend.field.patrols.rules.filters import Filters, read_filters
from backend.field.patrols.rules.patrol import KINDS
from backend.field.patrols.rules.review import CHOICES as REVIEWS
from backend.field.patrols.rules.states import WORDS as STATES
from backend.foundation.now import local, now
from backend.foundation.web.api import read_cursor
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest

# Counting more than so many by unit and category takes longer than a page may.
COUNTED_AT_ONCE = 2_000


@get("/ledger", guards=[requires("ledger.read")])
async def show_ledger(request: SignedRequest) -> Template:
    """The list, newest first; with a cursor the older lines that follow it."""
    filters = read_filters(request.query_params)
    if is_fragment(request) and request.query_params.get("cursor"):
        return page(request, "ledger/_lines.html", **await _lines(request, filters))
    return page(request, "ledger/ledger.html", current="ledger", **await _ledger(request, filters))


@get("/ledger/{patrol_id:uuid}", guards=[requires("ledger.read")])
async def show_record(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """The same page with that record open; to htmx the record alone."""
    filters, at = read_filters(request.query_params), now()
    found = await opened(request.user, patrol_id, at)
    record = _record(found, filters) | {"on_map": await on_map(found.sheet.patrol, at, found.sheet.settings)}
    if is_fragment(request):
        changed = await line_of(request.user, patrol_id, at) if "changed" in request.query_params else None
        return page(request, "ledger/_record.html", changed=changed, **record)
    return page(request, "ledger/ledger.html", current="ledger", **record | await _ledger(request, filters))


@get("/ledger/totals", guards=[requires("ledger.read")])
async def show_totals(request: SignedRequest) -> Template:
    """The line of sums, asked for once the list is there."""
    filters = read_filters(request.query_params)
    return page(request, "ledger/_totals.html", totals=await totals_of(request.user, filters, now()))


@get("/ledger/figures", guards=[requires("ledger.read")])
async def show_figures(request: SignedRequest) -> Template:
    """The same filters as charts, each with its table; over very many patrols the charts follow when they are counted."""
    filters, at = read_filters(request.query_params), now()
    if is_fragment(request) and "counted" in request.query_params:
        return page(request, "ledger/_figures.html", figures=await figures_of(request.user, filters, at))
    totals = await totals_of(request.user, filters, at)
    counted = totals.patrols <= COUNTED_AT_ONCE or "counted" in request.query_params
    return page(
        request,
        "ledger/figures.html",
        current="ledger",
        asked=filters,
        suffix=_suffix(filters),
        told=await filters_in_words(request.user, filters),
        totals=totals,
        figures=await figures_of(request.user, filters, at) if counted else None,
    )


@get("/ledger/{patrol_id:uuid}/photos/{photo_id:uuid}", guards=[requires("ledger.read")])
async def show_photo(request: SignedRequest, patrol_id: FromPath[UUID], photo_id: FromPath[UUID]) -> Template:
    """One photo large over the page, with the way to the one before and after it."""
    shown = await pictured(request.user, patrol_id, photo_id, now())
    return page(request, "ledger/_photo.html", shown=shown, patrol_id=patrol_id)


@get("/ledger/{patrol_id:uuid}/paper", guards=[requires("ledger.read")])
async def get_paper(request: SignedRequest, patrol_id: FromPath[UUID]) -> Response[bytes]:
    """The paper page; what goes wrong is told on a page, not in the problem document of the API."""
    return await patrol_pdf(request.user, patrol_id)


async def _ledger(request: SignedRequest, filters: Filters) -> dict[str, Any]:
    today = local(now()).date()
    return {
        **await _lines(request, filters),
        "offered": await choices(request.user),
        "periods": periods(today),
        "kinds": KINDS,
        "states": STATES,
        "reviews": REVIEWS,
    }


async def _lines(request: SignedRequest, filters: Filters) -> dict[str, Any]:
    after = read_cursor(request.query_params.get("cursor", ""))
    found = await page_of(request.user, filters, now(), after=after)
    whole = after is None and found.next is None
    plans = ahead(found.lines) if after is None else 0
    return {
        "asked": filters,
        "suffix": _suffix(filters),
        "plans": list(by_day(found.lines[:plans], after=None, more=False)),
        "plan_count": plans,
        "days": list(
            by_day(found.lines[plans:], after=after.at if after else None, more=found.next is not None)
        ),
        "more": found.next.text() if found.next else "",
        "totals": totals_over(found.lines) if whole else None,
    }


def _record(found: Opened, filters: Filters) -> dict[str, Any]:
    return {
        "record": found,
        "patrol": found.sheet.patrol,
        "card": found.card,
        "sheet": found.sheet,
        "conduct": conduct_of(found.sheet),
        "suffix": _suffix(filters),
    }


def _suffix(filters: Filters) -> str:
    """What follows an address so that it keeps the filters."""
    asked = filters.address()
    return f"?{asked}" if asked else ""


ROUTES = [show_ledger, show_record, show_totals, show_figures, show_photo, get_paper]
