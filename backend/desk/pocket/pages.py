"""/pocket: whom to call, where the key places are, the way to 归谁管."""

from litestar import get
from litestar.response import Template

from backend.field.assists.queries.lines import lines_for
from backend.foundation.navigation import amap_link, geo_link
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.queries.presence import on_duty_with
from backend.office.places.queries import places_of
from backend.office.places.rules import KINDS


@get("/pocket", guards=[requires("self.use")])
async def show_pocket(request: SignedRequest) -> Template:
    """Today's people with their numbers, the key places with the way there."""
    person, at = request.user, now()
    there = await on_duty_with(person, at)
    return page(
        request,
        "pocket/show.html",
        current="me",
        at=at,
        on_duty=there,
        lines=await lines_for(person, there),
        places=await places_of(person.township_id),
        kinds=KINDS,
        amap=amap_link,
        geo=geo_link,
    )


ROUTES = [show_pocket]
