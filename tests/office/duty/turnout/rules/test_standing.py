"""Late, absent, out of area, gone early: on both sides of each limit, over midnight too."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.refusals import Refusal
from backend.office.duty.turnout.rules.standing import (
    LEAVING,
    Limits,
    Mark,
    Noun,
    Span,
    Standing,
    in_time,
    limits_of,
    standing,
)

BEGINS = datetime.fromisoformat("2026-12-31T20:00:00+08:00")
ENDS = datetime.fromisoformat("2027-01-01T08:00:00+08:00")
SPAN = Span(BEGINS, ENDS)
MINUTE, INSTANT = timedelta(minutes=1), timedelta(microseconds=1)
LIMITS = Limits(late=5 * MINUTE, early=5 * MINUTE, absent=30 * MINUTE, opens=60 * MINUTE)
IN: Noun = "arrival"
OUT: Noun = "departure"


def came(after: timedelta, how: str = "gps", fence: str = "inside") -> Mark:
    return Mark(IN, BEGINS + after, how, fence)  # type: ignore[arg-type]


def went(before: timedelta) -> Mark:
    return Mark(OUT, ENDS - before, "gps", "inside")


def at(moment: datetime, *marks: Mark) -> Standing:
    return standing(SPAN, marks, moment, LIMITS)


@pytest.mark.parametrize(
    ("after", "state", "gap"),
    [
        (-INSTANT, "ahead", False),
        (0 * MINUTE, "expected", False),
        (5 * MINUTE - INSTANT, "expected", False),
        (5 * MINUTE, "missing", True),
        (30 * MINUTE - INSTANT, "missing", True),
        (30 * MINUTE, "absent", True),
        (ENDS - BEGINS, "absent", True),
    ],
)
def test_nobody_came(after: timedelta, state: str, gap: bool) -> None:
    found = at(BEGINS + after)
    assert (found.state, found.leaves_a_gap) == (state, gap)


@pytest.mark.parametrize(
    ("after", "late"),
    [
        (-60 * MINUTE, None),
        (5 * MINUTE, None),
        (5 * MINUTE + INSTANT, 5 * MINUTE + INSTANT),
        (45 * MINUTE, 45 * MINUTE),
    ],
)
def test_late_is_counted_from_the_beginning_once_more_than_is_forgiven(
    after: timedelta, late: timedelta | None
) -> None:
    found = at(BEGINS + 60 * MINUTE, came(after))
    assert (found.state, found.late) == ("there", late)


@pytest.mark.parametrize(
    ("before", "early"),
    [(5 * MINUTE, None), (5 * MINUTE + INSTANT, 5 * MINUTE + INSTANT), (-60 * MINUTE, None)],
)
def test_early_is_counted_to_the_end(before: timedelta, early: timedelta | None) -> None:
    found = at(ENDS + 2 * LEAVING, came(0 * MINUTE), went(before))
    assert (found.state, found.early, found.leaves_a_gap) == ("left", early, early is not None)


@pytest.mark.parametrize(
    ("how", "fence", "state"),
    [
        ("gps", "inside", "there"),
        ("gps", "outside", "unproven"),
        ("gps", "weak", "unproven"),
        ("bare", "", "unproven"),
        ("code", "", "there"),
        ("code", "weak", "there"),
        ("code", "outside", "unproven"),
        ("colleague", "", "there"),
        ("self", "", "there"),
    ],
)
def test_what_shows_that_somebody_is_there(how: str, fence: str, state: str) -> None:
    found = at(BEGINS + MINUTE, came(0 * MINUTE, how, fence))
    assert (found.state, found.leaves_a_gap) == (state, state != "there")


def test_at_call_at_no_place_nobody_has_to_sign_in() -> None:
    span = Span(BEGINS, ENDS, at_call=True)
    moments = (BEGINS - INSTANT, BEGINS, ENDS - INSTANT, ENDS)
    found = [standing(span, (), moment, LIMITS) for moment in moments]
    assert [(each.state, each.leaves_a_gap) for each in found] == [
        ("ahead", False), ("at_call", False), ("at_call", False), ("over", False),
    ]  # fmt: skip


def test_outside_first_and_then_inside_is_there_from_then_on() -> None:
    found = at(BEGINS + 10 * MINUTE, came(0 * MINUTE, fence="outside"), came(7 * MINUTE))
    assert (found.state, found.late) == ("there", 7 * MINUTE)


def test_who_came_back_has_not_left() -> None:
    gone, back = went(4 * 60 * MINUTE), Mark(IN, ENDS - 180 * MINUTE, "code")
    assert at(gone.at, came(0 * MINUTE), gone, back).state == "left"
    found = at(ENDS - INSTANT, came(0 * MINUTE), gone, back)
    assert (found.state, found.left) == ("there", None)
    assert at(ENDS, came(0 * MINUTE), gone, back).state == "over"


@pytest.mark.parametrize(
    ("noun", "moment", "code"),
    [
        (IN, BEGINS - 60 * MINUTE - INSTANT, "turnout_too_early"),
        (IN, BEGINS - 60 * MINUTE, None),
        (IN, ENDS - INSTANT, None),
        (IN, ENDS, "turnout_over"),
        (OUT, BEGINS - INSTANT, "turnout_too_early"),
        (OUT, BEGINS, None),
        (OUT, ENDS + LEAVING - INSTANT, None),
        (OUT, ENDS + LEAVING, "turnout_over"),
    ],
)
def test_when_one_signs_in_and_out(noun: str, moment: datetime, code: str | None) -> None:
    if code is None:
        in_time(noun, SPAN, moment, LIMITS)  # type: ignore[arg-type]
        return
    with pytest.raises(Refusal) as refused:
        in_time(noun, SPAN, moment, LIMITS)  # type: ignore[arg-type]
    assert refused.value.code == code


@given(
    st.lists(
        st.builds(
            lambda minutes, leaves: went(minutes * MINUTE) if leaves else came(minutes * MINUTE),
            st.integers(-60, 800),
            st.booleans(),
        ),
        max_size=5,
    ),
    st.integers(-60, 800),
)
def test_what_was_not_yet_recorded_changes_nothing(marks: list[Mark], minutes: int) -> None:
    moment = BEGINS + minutes * MINUTE
    assert at(moment, *marks) == at(moment, *(mark for mark in marks if mark.at <= moment))


def test_the_limits_are_the_townships() -> None:
    said = {
        "duty.late_minutes": 5,
        "duty.early_minutes": 5,
        "duty.absent_minutes": 30,
        "duty.open_minutes": 60,
    }
    assert limits_of(said) == LIMITS
