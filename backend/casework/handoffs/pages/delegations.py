"""委托审批: whom one's approvals were given to, and whose one was given."""

from litestar import get
from litestar.response import Template

from backend.casework.handoffs.queries import delegations
from backend.foundation.now import local, now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/handoffs/delegations", guards=[requires("handoff.decide")])
async def show_delegations(request: SignedRequest) -> Template:
    """Those that run or are to come, those that are over; a main leader also gives one."""
    person, today = request.user, local(now()).date()
    leads = await delegations.led_by(person)
    found = await delegations.concerning(person.id, today)
    return page(
        request,
        "handoffs/delegations.html",
        current="me",
        leads=leads is not None,
        colleagues=await delegations.colleagues(person, leads) if leads else [],
        taken=[each for each in found if each.delegate == person.id],
        given=[each for each in found if each.leader == person.id],
        over=await delegations.over(person.id, today),
        today=today,
    )


ROUTES = [show_delegations]
