"""A patrol that is only on this phone yet: the page a phone keeps beforehand, filled there from what was made there."""

import msgspec
from litestar import get
from litestar.response import Template

from backend.field.patrols.pages.record import PAUSE_REASONS
from backend.field.patrols.rules.access import township_of
from backend.foundation.maps import Map
from backend.foundation.now import now
from backend.foundation.people.queries import officers_on
from backend.foundation.preferences import preference
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.stand_in import NOWHERE
from backend.office.places.queries import sketch


@get("/patrols/here", guards=[requires("patrol.write")])
async def show_here(request: SignedRequest) -> Template:
    """Names, the township's map and the acts; the rest is on the phone (static/js/behaviours/here-patrol.js)."""
    township = township_of(request.user)
    units = await officers_on(township, now())
    names = {member.username: member.name for unit in units for member in unit.members}
    return page(
        request,
        "patrols/here.html",
        current="patrols",
        patrol={"id": str(NOWHERE)},
        names=msgspec.json.encode(names).decode(),
        on_map=Map(await sketch(township)),
        gap_s=await preference(township, "track.gap_seconds"),
        reasons=PAUSE_REASONS,
        offers={"note": True, "run": True},
    )


ROUTES = [show_here]
