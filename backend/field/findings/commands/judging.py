"""A finding held against the rules before it is written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.field.findings.rules.content import coherent
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules.patrol import Patrol
from backend.field.patrols.rules.power import EXERCISES_POWER, exercise
from backend.foundation.outbox import Sender
from backend.foundation.people.power import two_officers_clause
from backend.foundation.people.power.queries import power_of
from backend.office.matters import demand_matter

# What the verdict on power depends on: only a change of these is judged anew.
BEARS_ON_POWER = frozenset({"disposition", "found_at", "acting"})


async def judge(sender: Sender, muster: Muster, finding: Mapping[str, Any]) -> list[str]:
    """Usernames of those who exercised power (none where nobody had to).

    Refuses `invalid` as rules.content and `power_needs_two_officers` by the crew and certificates of that moment.
    """
    coherent(finding)
    acting: list[str] = finding["acting"] or []
    if finding["disposition"] not in EXERCISES_POWER:
        return acting
    moment = judged_moment(sender, muster.patrol, finding["found_at"])
    judged = await power_of([stay for stay in muster.crew if stay.covers(moment)], moment)
    exercise(finding["disposition"], judged, acting, two_officers_clause())
    return acting or list(judged.officers)


async def judge_matter(sender: Sender, patrol: Patrol, finding: Mapping[str, Any]) -> None:
    """Refuse `matter_unknown` and `matter_not_in_force`: the list counts as it was when it was found, or as it is now
    that the finding has come, for a township's first list is younger than what its officers saw."""
    if code := finding["matter_code"]:
        moment = judged_moment(sender, patrol, finding["found_at"])
        await demand_matter(patrol.township, code, moment, sender.at)


def judged_moment(sender: Sender, patrol: Patrol, found_at: datetime) -> datetime:
    """When somebody acted, within the patrol: a wrong clock must not find a crew that was never there."""
    moment = sender.acted_at(found_at)
    if patrol.ended_at is not None:
        moment = min(moment, patrol.ended_at)
    return max(moment, patrol.started_at or moment)
