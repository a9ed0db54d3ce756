"""A draft made in a process of its own is the draft made here."""

import asyncio
import subprocess
import sys

import pytest

from backend.office.duty.drafting import Given, Wish, bounds_of, draft
from backend.office.duty.drawing_up import draw_up
from tests.office.duty.drafting.months import POLICE, TEAM, at, leave, officer, person, put, shift
from tests.rig.stage import ROOT

MONTH = Given(
    (shift(1, "11-02T20:00", 12, TEAM, POLICE), shift(2, "11-07T08:00"), shift(3, "11-08T08:00", 8, POLICE)),
    (
        person(1, wishes=(Wish(at("11-02T00:00").date(), "off"),)),
        person(2),
        officer(3, away=(leave("11-07T00:00", "11-09T00:00"),)),
    ),
    bounds_of({"duty.rest_hours": 10, "duty.most_hours_in_seven_days": 60, "duty.most_nights_running": 2}),
    (put(shift(2, "11-07T08:00"), person(1)),),
)
WITHOUT = """
import sys
sys.modules["ortools"] = None
import backend.rooms
from backend.office.duty.drafting import draft
from tests.office.duty.test_drawing_up import MONTH
print(draft(MONTH).how, [name for name in ("numpy", "pandas", "google.protobuf") if name in sys.modules])
"""


@pytest.mark.parametrize("solver", [True, False])
async def test_it_comes_back_whole(solver: bool) -> None:
    drafted = await draw_up(MONTH, solver=solver)
    assert drafted == draft(MONTH, solver=solver)
    assert [each.missing for each in drafted.unmet] == [1]


async def test_two_at_once_wait_for_each_other_and_both_come_back() -> None:
    found = await asyncio.gather(draw_up(MONTH), draw_up(MONTH), draw_up(MONTH, solver=False))
    assert [each.how for each in found] == ["solver", "solver", "rotation"]
    assert found[0] == found[1] == draft(MONTH)


async def test_a_solver_that_takes_too_long_is_replaced_by_turns() -> None:
    assert await draw_up(MONTH, patience=0) == draft(MONTH, solver=False)


def test_where_the_solver_is_not_installed_rosters_are_drafted_by_turns() -> None:
    """In a process of its own, in which the package cannot be found; nothing of it comes along by itself either."""
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["rotation", "[]"]
