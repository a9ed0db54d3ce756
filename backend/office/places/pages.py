"""Key places as the captain and the administrator look after them."""

from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.maps import Map
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.places import queries
from backend.office.places.market import FIGURES, WAYS, WEEKDAYS, market_words, parts
from backend.office.places.rules import KINDS, LEAST_RADIUS_M, MOST_RADIUS_M, RADIUS_M
from backend.office.places.sentences import sentence

WAY_CHOICES = [("", "没有街天"), *WAYS.items()]
RADIUS_BOUNDS = {"min": LEAST_RADIUS_M, "max": MOST_RADIUS_M}


@get("/places", guards=[requires("places.manage")])
async def show_places(request: SignedRequest) -> Template:
    """All key places of the township, those out of use at the end."""
    found = await queries.places_of(request.user.township_id, all_of_them=True)
    on_map = Map(await queries.sketch(request.user.township_id))
    return page(
        request, "places/list.html", places=found, kinds=KINDS, on_map=on_map, market_words=market_words
    )


@get("/places/new", guards=[requires("places.manage")])
async def new_place(request: SignedRequest) -> Template:
    """An empty form."""
    return page(
        request,
        "places/form.html",
        place=None,
        kinds=KINDS,
        radius=RADIUS_M,
        bounds=RADIUS_BOUNDS,
        **_market_choices(""),
    )


@get("/places/{place_id:uuid}", guards=[requires("places.manage")])
async def edit_place(request: SignedRequest, place_id: FromPath[UUID]) -> Template:
    """The same form with what is known."""
    found = await queries.visible(request.user, place_id)
    return page(
        request,
        "places/form.html",
        place=found,
        kinds=KINDS,
        radius=found["radius_m"],
        bounds=RADIUS_BOUNDS,
        **_market_choices(found["market_days"]),
        lines=told_lines(reversed(await timeline("place", place_id)), sentence),
    )


def _market_choices(market_days: str) -> dict[str, Any]:
    """What the form offers, and what is chosen."""
    return {
        "ways": WAY_CHOICES,
        "figures": [(figure, f"逢{word}") for figure, word in FIGURES.items()],
        "weekdays": [(figure, f"周{word}") for figure, word in WEEKDAYS.items()],
        "market": parts(market_days),
    }


ROUTES = [show_places, new_place, edit_place]
