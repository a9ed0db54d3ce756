"""Telling those whom a step concerns, in its own transaction."""

from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.queries.told import told
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.news import NEWS
from backend.foundation.notify import tell


async def announce(case: Case, step: str, *, shared: bool, by: UUID | None, at: datetime) -> None:
    """Nothing where the step is no news; whoever entered it is not told of it, nor is an addressee of a step it does not
    see. A body's group hears of what came to it."""
    news = NEWS.get(step)
    if news is None or (news.whom == "addressee" and not shared):
        return
    people = [officer for officer in await told(case, news.whom, at) if officer != by]
    groups = [case.with_unit] if news.whom == "addressee" else []
    await tell(
        people,
        topic="handoff",
        about=("handoff", case.handoff.id),
        title=news.title,
        words=case.handoff.heading,
        groups=groups,
    )
