"""How long help takes, by unit, hour and place; drills apart."""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

from litestar import get
from litestar.params import QueryParameter

from backend.field.assists.api.answering import TAGS
from backend.field.assists.queries.figures import figures_of
from backend.foundation.now import CHINA, local, now
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import EARLIEST, LATEST
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

USUAL_DAYS, MOST_DAYS = 90, 1100
Day = Annotated[str, QueryParameter(description="YYYY-MM-DD at +08:00")]


@get("/api/v1/assists/figures", guards=[requires("assist.figures")], tags=TAGS)
async def get_figures(request: SignedRequest, since: Day = "", until: Day = "") -> dict[str, Any]:
    """Seconds from the arrival of a call to 接警, 出警, 到场 (first of the police): median and 90th percentile."""
    begins, ends = span(since, until)
    found = await figures_of(request.user.township_id, begins, ends)
    return {
        "since": local(begins).date().isoformat(),
        "until": local(ends - timedelta(microseconds=1)).date().isoformat(),
        "actual": asdict(found.actual),
        "exercises": asdict(found.exercises),
    }


def span(since: str, until: str) -> tuple[datetime, datetime]:
    """Whole days, both included; the last 90 where nothing is said. Refuses `invalid`."""
    last = _day("until", until) or local(now()).replace(hour=0, minute=0, second=0, microsecond=0)
    first = _day("since", since) or last - timedelta(days=USUAL_DAYS - 1)
    if not timedelta(0) <= last - first <= timedelta(days=MOST_DAYS):
        raise Refusal("invalid", fields={"since": f"从早到晚，最多{MOST_DAYS}天"})
    return first, last + timedelta(days=1)


def _day(name: str, text: str) -> datetime | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        raise Refusal("invalid", fields={name: "写成 2026-11-20 这样"}) from None
    if day is not None and not EARLIEST <= day.year <= LATEST:
        raise Refusal("invalid", fields={name: f"年份从{EARLIEST}到{LATEST}"})
    return datetime.combine(day, time(), CHINA) if day else None


ROUTES = [get_figures]
