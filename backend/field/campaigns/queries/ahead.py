"""The occasions before a township, with the checks that are planned for them."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.field.campaigns.rules.ahead import DAYS, Check, MarketPlace, Occasion, occasions, with_checks
from backend.foundation.clocks.calendars import calendar_of, home_of
from backend.foundation.database import batch
from backend.foundation.now import local
from backend.foundation.people.bodies import body_of

_PLACES = "SELECT id, name, market_days FROM places WHERE township = ? AND active AND market_days <> '' ORDER BY name"
_CHECKS = (
    "SELECT id, title, planned_route, sort_at FROM patrols WHERE township = ? AND kind = 'pre_event' AND cancelled_at IS NULL "
    "AND sort_at >= ? AND sort_at < ? ORDER BY sort_at, id"
)


async def ahead(township: UUID, at: datetime) -> list[Occasion]:
    """Of the next thirty days. Nothing where no body of the township is entered: then nobody's calendar holds."""
    body = await body_of(township)
    if body is None:
        return []
    home = await home_of(body)
    places, checks = await batch(
        [
            (_PLACES, [township]),
            (_CHECKS, [township, at - timedelta(days=8), at + timedelta(days=DAYS + 1)]),
        ]
    )
    found = occasions(
        await calendar_of(home.county, home.region),
        [MarketPlace(each["id"], each["name"], each["market_days"]) for each in places],
        local(at).date(),
    )
    return with_checks(
        found,
        [
            Check(each["id"], local(each["sort_at"]).date(), f"{each['title']} {each['planned_route']}")
            for each in checks
        ],
    )
