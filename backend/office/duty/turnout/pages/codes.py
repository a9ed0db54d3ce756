"""/duty/at/{code}: what the code of a place opens; /duty/codes: the sheets that hang there."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.letters.papers.scanning import code_drawing
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.stand_in import NOWHERE
from backend.office.duty.commands.posts import home_of
from backend.office.duty.turnout.commands.codes import renew_code
from backend.office.duty.turnout.queries.codes import CodedPlace, coded_place, coded_places, place_of_code
from backend.office.duty.turnout.queries.now import own_shifts
from backend.office.duty.turnout.rules.standing import HOWS, STATES
from backend.settings import settings


@get("/duty/at/{place_code:uuid}", guards=[requires("duty.stand")])
async def show_at(request: SignedRequest, place_code: FromPath[UUID]) -> Template:
    """签到 with the code that was read. For nobody's code it is the page a phone keeps for where there is no network: there
    the shift is chosen among one's own, and the server looks at the code later."""
    person, at = request.user, now()
    home = home_of(person)
    place = None if place_code == NOWHERE else await place_of_code(home, place_code)
    if place is None and place_code != NOWHERE:
        raise Refusal("not_found", "这张二维码已经换过，或不是本地的岗位")
    own = await own_shifts(person, home, at)
    return page(
        request,
        "duty/at.html",
        current="duty",
        at=at,
        code=place_code,
        place=place,
        lines=[line for line in own.lines if place is None or line.watch.place == place.id],
        opens=own.opens,
        states=STATES,
        hows=HOWS,
    )


@get("/duty/codes", guards=[requires("duty.oversee")])
async def show_codes(request: SignedRequest) -> Template:
    """Every place in use, with or without a code."""
    return page(request, "duty/codes.html", current="duty", places=await coded_places(home_of(request.user)))


@get("/duty/codes/{place_id:uuid}", guards=[requires("duty.oversee")])
async def show_code(request: SignedRequest, place_id: FromPath[UUID]) -> Template:
    """The sheet to print."""
    place = await _place(request, place_id)
    drawn = code_drawing(_address(place.code)) if place.code else None
    return page(request, "duty/code.html", current="duty", place=place, drawn=drawn)


@post("/duty/codes/{place_id:uuid}/renewal", guards=[requires("duty.oversee")])
async def post_renewal(request: SignedRequest, place_id: FromPath[UUID]) -> Redirect:
    """Another code; the sheet that hangs there is worth nothing from now on."""
    await renew_code(place_id, request.user, now())
    return Redirect(f"/duty/codes/{place_id}", status_code=303)


async def _place(request: SignedRequest, place_id: UUID) -> CodedPlace:
    found = await coded_place(home_of(request.user), place_id)
    if found is None:
        raise Refusal("not_found")
    return found


def _address(code: UUID) -> str:
    return f"{settings().address}/duty/at/{code}"


ROUTES = [show_at, show_codes, show_code, post_renewal]
