"""Starting and meeting the limits of an incident's reports, inside the transaction of the act.

For a drill none run: what is late in a drill must never stand among what was late.
"""

from datetime import datetime
from uuid import UUID

from backend.field.incidents.queries.visible import Named
from backend.field.incidents.rules.limits import FINAL, FOLLOWUP, WRITTEN, limit_of
from backend.foundation import clocks
from backend.foundation.clocks import Subject
from backend.foundation.mechanism import load_profile
from backend.foundation.preferences import preferences


async def reported_first(found: Named, main: UUID, at: datetime) -> None:
    """The written report is owed from here on, and while it goes on a follow-up."""
    await _start(found, WRITTEN, main, at)
    await _start(found, FOLLOWUP, main, at)


async def reported_again(found: Named, kind: str, main: UUID, at: datetime) -> None:
    """Each report meets what it answers; the final one everything."""
    record = ("incident", found.incident.id)
    if kind in ("written", "final"):
        await clocks.meet(record, WRITTEN, at)
    if kind == "final":
        await clocks.meet(record, FINAL, at)
        await clocks.cancel(record, at=at)
        return
    if await clocks.meet(record, FOLLOWUP, at):
        await _start(found, FOLLOWUP, main, at)


async def scene_over(found: Named, main: UUID, at: datetime) -> None:
    """No more follow-ups; the final report is owed."""
    await clocks.cancel(("incident", found.incident.id), FOLLOWUP, at=at)
    await _start(found, FINAL, main, at)


async def fall_away(found: Named, at: datetime) -> None:
    """Taken back: nothing is owed any more."""
    await clocks.cancel(("incident", found.incident.id), at=at)


async def _start(found: Named, rule: str, main: UUID, at: datetime) -> None:
    incident = found.incident
    profile = load_profile(found.profile)
    limit = limit_of(profile, rule, await preferences(incident.township))
    if limit is None or incident.exercise:
        return
    await clocks.start(
        Subject(
            record=("incident", incident.id),
            title=f"突发事件：{incident.category}",
            url=f"/incidents/{incident.id}",
            township=incident.township,
            chain=incident.township,
        ),
        rule,
        limit,
        profile=profile,
        started_at=at,
        owed_by=incident.body,
        awaited_by=main,
        responsible=incident.created_by,
    )
