"""Green, amber, red: both sides of each limit."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.field.checkins.rules.checkin import believable
from backend.field.checkins.rules.timer import Due, Timer, first_step, next_step, waiting
from backend.foundation.now import CHINA

NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)
TIMER = Timer(NOON, timedelta(minutes=30), timedelta(minutes=5), timedelta(minutes=10))


@pytest.mark.parametrize(
    ("seconds", "colour"),
    [
        (0, "green"),
        (1799.999, "green"),
        (1800, "amber"),
        (2099.999, "amber"),
        (2100, "red"),
        (86400, "red"),
    ],
)
def test_a_limit_belongs_to_what_it_begins(seconds: float, colour: str) -> None:
    assert TIMER.colour(NOON + timedelta(seconds=seconds)) == colour


def test_steps_follow_one_another_and_end_with_the_call() -> None:
    due = first_step(TIMER, NOON)
    assert due == Due("due", NOON + timedelta(minutes=30))
    missed = next_step(TIMER, due.step)
    assert missed == Due("missed", NOON + timedelta(minutes=35))
    assert missed is not None
    called = next_step(TIMER, missed.step)
    assert called == Due("help", NOON + timedelta(minutes=45))
    assert next_step(TIMER, "help") is None


MINUTES = st.integers(1, 480).map(lambda minutes: timedelta(minutes=minutes))


@given(MINUTES, MINUTES, MINUTES)
def test_steps_never_come_before_the_one_before(
    interval: timedelta, grace: timedelta, second: timedelta
) -> None:
    timer = Timer(NOON, interval, grace, second)
    assert NOON < timer.due_at < timer.missed_at < timer.help_at


@given(MINUTES, MINUTES, MINUTES, st.integers(0, 3000).map(lambda minutes: timedelta(minutes=minutes)))
def test_whoever_was_heard_late_has_the_whole_grace_from_then_on(
    interval: timedelta, grace: timedelta, second: timedelta, late: timedelta
) -> None:
    said, heard_at = Timer(NOON, interval, grace, second), NOON + late
    due = first_step(said, heard_at)
    assert due.at == max(NOON + interval, heard_at)
    missed = next_step(waiting(said, due), due.step)
    assert missed == Due("missed", due.at + grace)
    assert missed is not None
    assert next_step(waiting(said, missed), missed.step) == Due("help", due.at + grace + second)


@pytest.mark.parametrize(
    ("lat", "lon", "leads"),
    [
        (24.1, 102.4, True),
        (-90, 180, True),
        (0, 102.4, True),
        (0, 0, False),
        (90.1, 0, False),
        (1, -180.1, False),
        (float("nan"), 1, False),
        (1, float("inf"), False),
        ("24.1", 102.4, False),
        (None, None, False),
    ],
)
def test_a_position_that_leads_nowhere_is_left_out(lat: object, lon: object, leads: bool) -> None:
    assert believable(lat, lon) is leads
