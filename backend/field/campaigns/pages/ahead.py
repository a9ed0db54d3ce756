"""事前检查: what lies before the township in the next thirty days; a tap plans a patrol for it."""

from datetime import date
from urllib.parse import urlencode

from litestar import get
from litestar.response import Template

from backend.field.campaigns.queries.ahead import ahead
from backend.field.campaigns.rules.access import township_of
from backend.field.campaigns.rules.ahead import Occasion
from backend.foundation.mechanism import load_profile
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/campaigns/ahead", guards=[requires("ledger.read")])
async def show_ahead(request: SignedRequest) -> Template:
    """Festivals and market days by their day, each with its check or the way to plan one."""
    person, at = request.user, now()
    duty = load_profile(person.profile).duty("patrol.beforehand")
    return page(
        request,
        "campaigns/ahead.html",
        current="campaigns",
        occasions=[(each, plan_url(each)) for each in await ahead(township_of(person), at)],
        basis=(load_profile(person.profile).cite(duty.clause), duty.quote) if duty and duty.stated else None,
        at=at,
    )


def plan_url(occasion: Occasion) -> str:
    """The form of a planned patrol, filled in: the afternoon before, to the place where there is one."""
    told = {
        "plan": "true",
        "kind": "pre_event",
        "title": f"{_day(occasion.first)}{occasion.title}",
        "planned_from": f"{occasion.best_day.isoformat()}T15:00",
        "route": occasion.name.removesuffix("街天") if occasion.kind == "market" else "",
    }
    return f"/patrols/new?{urlencode(told)}"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


ROUTES = [show_ahead]
