"""A month's roster for 24 people of 5 units at 6 places, from the question to the answer: by the solver and by turns.

Beside the seconds stands how fair it came out: the largest difference of nights, free days and hours between two people who could
stand in for each other. What either gives out is held against the checker of the tests.
"""

from dataclasses import replace
from time import perf_counter

from backend.office.duty.drafting import Draft, Given, Member
from backend.office.duty.drawing_up import draw_up
from tests.bench.figures import Figure
from tests.office.duty.drafting.checker import breaches
from tests.office.duty.drafting.months import leave
from tests.office.duty.drafting.township import month
from tests.rig.server import Servers

AIM_S = 10.0


async def measure(servers: Servers) -> list[Figure]:
    given = month()
    return [
        *await _drafted("a month by the solver", given, solver=True),
        *await _drafted("a month by turns", given, solver=False),
        *await _drafted("an impossible month, explained", _short_of_police(given), solver=True),
    ]


async def _drafted(name: str, given: Given, *, solver: bool) -> list[Figure]:
    begun = perf_counter()
    drafted = await draw_up(given, solver=solver)
    seconds = perf_counter() - begun
    assert breaches(given, drafted.assigned) == []
    assert drafted.how == ("solver" if solver else "rotation")
    return [Figure(f"{name}", seconds, "s", AIM_S, better="less"), *_fair(name, drafted)]


def _fair(name: str, drafted: Draft) -> list[Figure]:
    if drafted.unmet:
        assert drafted.clashes
        return []
    spread = drafted.fairness.spread
    return [
        Figure(f"{name}: nights between two peers", spread.nights, "", 3, better="less"),
        Figure(f"{name}: free days between two peers", spread.free_days, "", 3, better="less"),
        Figure(f"{name}: hours between two peers", spread.hours, "h", 36, better="less"),
    ]


def _short_of_police(given: Given) -> Given:
    """Four of the six are ordered away for two weeks: nobody can keep this month."""
    police = [each for each in given.members if each.unit == "PCS"][:4]
    return replace(
        given, members=tuple(_ordered_away(each) if each in police else each for each in given.members)
    )


def _ordered_away(member: Member) -> Member:
    return replace(member, away=(*member.away, leave("11-08T00:00", "11-22T00:00", "抽调")))
