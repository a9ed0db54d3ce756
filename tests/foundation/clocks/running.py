"""A clock made by hand, for what needs no database."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.clocks import Clock, Party
from backend.foundation.clocks.reckoning import reckon
from backend.foundation.now import CHINA
from backend.foundation.workdays import Term, calendar_for

NOBODY = UUID(int=0)


def at(text: str) -> datetime:
    """2026-11-25T09:10 on the street."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def a_clock(term: Term, start: str, *, region: str = "CN", met: str = "", **told: Any) -> Clock:
    """A limit of the township, running since `start`."""
    begun, calendar = at(start), calendar_for(region)
    reckoning = reckon(term, begun, calendar, begun)
    kept: dict[str, Any] = {"strength": "应", "origin": "text", "says": "", "basis": "", **told}
    return Clock(
        id=NOBODY, county=NOBODY, township=NOBODY, chain=NOBODY, record=("handoff", NOBODY), title="", url="/",
        rule="handoff.transfer", name="案件移送", term=term, region=region, edition=1, awaited_by=None,
        responsible=None, owed_by=Party(id=NOBODY, code="sfz", name="示范镇人民政府"), started_at=begun,
        counted_from=begun, due_at=reckoning.due_at, late_from=reckoning.late_from, soon_from=reckoning.soon_from,
        provisional=reckoning.provisional, moved_from=None, next_at=None, next_kind="", met_at=at(met) if met else None,
        cancelled_at=None, calendar=calendar, **kept,
    )  # fmt: skip
