"""The parameters a list of patrols is narrowed by, named in the API's own description."""

from typing import Annotated

from litestar.di import Provide
from litestar.params import QueryParameter

from backend.field.patrols.rules.filters import Filters, read_filters


def _asked(
    *,
    since: Annotated[str, QueryParameter(name="from", description="first day at +08:00, 2026-11-01")] = "",
    until: Annotated[str, QueryParameter(description="last day at +08:00, included")] = "",
    kind: Annotated[str, QueryParameter(description="joint, routine, pre_event, campaign, stand_by")] = "",
    unit: Annotated[str, QueryParameter(description="code of a unit on the patrol")] = "",
    officer: Annotated[str, QueryParameter(description="username of somebody on the patrol")] = "",
    place: Annotated[
        str, QueryParameter(description="words of a place passed or of a finding's address")
    ] = "",
    status: Annotated[
        str,
        QueryParameter(
            name="state", description="planned, ready, overdue, active, paused, done, filed, cancelled"
        ),
    ] = "",
    review: Annotated[str, QueryParameter(description="none, read, returned, amended")] = "",
    findings: Annotated[str, QueryParameter(description="1: with findings, 0: without")] = "",
    q: Annotated[str, QueryParameter(description="words of the patrol or of its findings")] = "",
) -> Filters:
    """Refuses `invalid` with each fault. (`state` and `request` are names Litestar keeps for itself.)"""
    named = {"from": since, "until": until, "kind": kind, "unit": unit, "officer": officer}
    more = {"place": place, "state": status, "review": review, "findings": findings, "q": q}
    return read_filters(named | more)


narrowing = Provide(_asked, sync_to_thread=False)
