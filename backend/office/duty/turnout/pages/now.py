"""/duty/now: one's own shift with 签到 and 签退, who stands where, what is empty, what one shift tells the next."""

from litestar import get
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands.posts import home_of
from backend.office.duty.rules.slots import KINDS
from backend.office.duty.turnout.queries.checks import asked_of, recent_checks
from backend.office.duty.turnout.queries.handovers import recent_notes
from backend.office.duty.turnout.queries.now import answers_for_it, look_at, own_shifts, taken_over
from backend.office.duty.turnout.rules.fence import WORDS
from backend.office.duty.turnout.rules.standing import HOWS, STATES


@get("/duty/now", guards=[requires("duty.read")])
async def show_now(request: SignedRequest) -> Template:
    """A phone keeps it: signing in goes without a network too."""
    person, at = request.user, now()
    home = home_of(person)
    own, notes = await own_shifts(person, home, at), await recent_notes(home)
    return page(
        request,
        "duty/now.html",
        current="duty",
        at=at,
        look=await look_at(home, at),
        own=own.lines,
        opens=own.opens,
        notes=notes,
        to_read=taken_over(notes, own.lines, person.id),
        asked=await asked_of(person.id),
        checks=await recent_checks(person) if may(person, "duty.oversee") else [],
        answers=answers_for_it(person),
        kinds=KINDS,
        states=STATES,
        hows=HOWS,
        fences=WORDS,
    )


ROUTES = [show_now]
