"""The short rules of a patrol, each at both sides of its limit."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from backend.field.patrols.rules import conduct, crew, times
from backend.field.patrols.rules.lateness import arrival
from backend.field.patrols.rules.overlaps import Span, overlapping
from backend.field.patrols.rules.patrol import present, sort_moment, was_in_crew
from backend.field.patrols.rules.review import after_addendum, after_remark
from backend.foundation.refusals import Refusal
from tests.field.patrols.rules.people import NOON, stay

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@dataclass
class Closing:
    filed_at: datetime | None = None
    cancelled_at: datetime | None = None


def refused(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, match=code)


def test_a_stay_covers_from_joining_up_to_leaving() -> None:
    there = stay(1, joined_at=NOON, left_at=NOON + HOUR)
    moments = (NOON - SECOND, NOON, NOON + HOUR - SECOND, NOON + HOUR)
    assert [there.covers(at) for at in moments] == [False, True, True, False]


def test_before_the_start_everybody_planned_counts() -> None:
    assert stay(1).covers(NOON)


def test_who_left_was_in_the_crew_and_is_not_present() -> None:
    gone = stay(1, left_at=NOON)
    assert was_in_crew([gone], gone.officer)
    assert present([gone, stay(2)]) == [stay(2)]


def test_what_was_made_before_the_filing_is_late_and_after_it_refused() -> None:
    assert arrival(Closing(), NOON) == "in_time"
    assert arrival(Closing(filed_at=NOON), NOON - SECOND) == "late"
    with refused("filed"):
        arrival(Closing(filed_at=NOON), NOON)
    with refused("patrol_not_open"):
        arrival(Closing(cancelled_at=NOON), NOON - HOUR)


@pytest.mark.parametrize(
    ("review", "then"),
    [("none", "none"), ("read", "amended"), ("returned", "amended"), ("amended", "amended")],
)
def test_what_was_read_and_amended_is_read_again(review: str, then: str) -> None:
    assert after_addendum(review) == then
    assert (after_remark(returned=False), after_remark(returned=True)) == ("read", "returned")


@pytest.mark.parametrize(
    ("begins", "ends", "shared"),
    [(-60, 0, False), (-60, 1, True), (59, None, True), (60, None, False), (10, 20, True), (-60, 90, True)],
)
def test_touching_ends_do_not_overlap(begins: int, ends: int | None, shared: bool) -> None:
    """The other patrol in minutes around one from noon to one o'clock."""
    minutes = [None if each is None else NOON + timedelta(minutes=each) for each in (begins, ends)]
    assert minutes[0] is not None
    other = Span(UUID(int=1), minutes[0], minutes[1])
    assert bool(overlapping(NOON, NOON + HOUR, [other])) == shared


def test_a_plan_overlaps_nothing_and_an_open_end_runs_on() -> None:
    later = Span(UUID(int=1), NOON + 5 * HOUR, None)
    assert overlapping(None, None, [later]) == []
    assert overlapping(NOON, None, [later]) == [later.id]


def test_times_in_order() -> None:
    times.in_order(NOON, NOON)
    times.in_order(None, None)
    times.planned_in_order(NOON, None)
    for crossed in ((None, NOON), (NOON, NOON - SECOND)):
        with refused("times_crossed"):
            times.in_order(*crossed)
    with refused("times_crossed"):
        times.planned_in_order(NOON, NOON - SECOND)
    times.not_before("at", NOON, NOON)
    with refused("times_crossed"):
        times.not_before("at", NOON - SECOND, NOON)


def test_the_ledger_puts_a_patrol_at_its_start_or_plan_or_arrival() -> None:
    start, plan = NOON - HOUR, NOON + HOUR
    assert sort_moment(start, plan, NOON, clock_trusted=True) == start
    assert sort_moment(None, plan, NOON, clock_trusted=True) == plan
    assert sort_moment(None, None, NOON, clock_trusted=True) == NOON
    assert sort_moment(start, plan, NOON, clock_trusted=False) == NOON


def test_a_joint_patrol_takes_two_units() -> None:
    crew.joint("joint", [stay(1, 1), stay(2, 2)])
    crew.joint("routine", [stay(1, 1)])
    with refused("joint_needs_two_units"):
        crew.joint("joint", [stay(1, 1), stay(2, 1)])


def test_the_organising_unit_is_named_first() -> None:
    assert crew.unit_names([stay(1, 1), stay(2, 2), stay(3, 2)], "u2") == ["单位2", "单位1"]


def test_strangers_are_named_in_order() -> None:
    with pytest.raises(Refusal) as unknown:
        crew.known(["b", "a", "c"], ["c"])
    assert unknown.value.extra == {"unknown": ["a", "b"]}


def test_points_of_conduct_come_in_their_order() -> None:
    assert list(conduct.checked({"recorder": True, "uniform": False})) == ["uniform", "recorder"]
    for wrong in ({}, {"hat": True}):
        with refused("invalid"):
            conduct.checked(wrong)
