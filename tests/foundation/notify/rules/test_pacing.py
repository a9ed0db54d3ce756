"""What failed is tried again, ever more slowly, and is given up when nobody could still need it."""

from datetime import datetime, timedelta

import pytest

from backend.foundation.notify.rules.pacing import (
    ORDINARY,
    ORDINARY_FOR,
    ORDINARY_THEN,
    URGENT,
    URGENT_FOR,
    URGENT_THEN,
    next_try,
)

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")
INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("urgent", "steps", "then"), [(True, URGENT, URGENT_THEN), (False, ORDINARY, ORDINARY_THEN)]
)
def test_each_pause_is_at_least_as_long_as_the_one_before(
    urgent: bool, steps: tuple[timedelta, ...], then: timedelta
) -> None:
    pauses = [next_try(tries, NOON, NOON, urgent=urgent) for tries in range(1, len(steps) + 3)]
    assert pauses == [NOON + pause for pause in (*steps, then, then)]
    assert sorted(steps) == list(steps)
    assert steps[-1] < then


@pytest.mark.parametrize(
    ("urgent", "then", "lasting"), [(True, URGENT_THEN, URGENT_FOR), (False, ORDINARY_THEN, ORDINARY_FOR)]
)
def test_it_is_given_up_once_the_next_try_would_come_too_late(
    urgent: bool, then: timedelta, lasting: timedelta
) -> None:
    last = NOON + lasting - then
    assert next_try(50, NOON, last, urgent=urgent) == NOON + lasting
    assert next_try(50, NOON, last + INSTANT, urgent=urgent) is None


def test_a_gateway_that_is_away_for_ten_minutes_is_asked_again_within_one_for_an_emergency() -> None:
    at, tries, asked = NOON, 0, [NOON]
    while at < NOON + timedelta(minutes=12):
        tries += 1
        due = next_try(tries, NOON, at, urgent=True)
        assert due is not None
        at = due
        asked.append(at)
    back = NOON + timedelta(minutes=10)
    assert min(moment for moment in asked if moment >= back) - back < timedelta(minutes=1)
