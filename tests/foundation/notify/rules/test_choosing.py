"""What somebody does not want to hear at night waits until morning; a call for help never does."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.notify.rules.choosing import DAY_MINUTES, Wish, leaves_at
from backend.foundation.now import local

NIGHT = Wish(22 * 60, 7 * 60)


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-20T{clock}+08:00")


@pytest.mark.parametrize(
    ("clock", "leaves"),
    [
        ("21:59:59.999999", "2026-11-20T21:59:59.999999+08:00"),
        ("22:00:00", "2026-11-21T07:00:00+08:00"),
        ("23:59:59", "2026-11-21T07:00:00+08:00"),
        ("00:00:00", "2026-11-20T07:00:00+08:00"),
        ("06:59:59.999999", "2026-11-20T07:00:00+08:00"),
        ("07:00:00", "2026-11-20T07:00:00+08:00"),
    ],
)
def test_quiet_hours_over_midnight_hold_it_until_they_end(clock: str, leaves: str) -> None:
    assert leaves_at(NIGHT, "handoff", at(clock), urgent=False) == datetime.fromisoformat(leaves)


def test_quiet_hours_within_a_day() -> None:
    noon = Wish(12 * 60, 14 * 60)
    assert leaves_at(noon, "deadline", at("11:59:59"), urgent=False) == at("11:59:59")
    assert leaves_at(noon, "deadline", at("12:00:00"), urgent=False) == at("14:00:00")
    assert leaves_at(noon, "deadline", at("14:00:00"), urgent=False) == at("14:00:00")


def test_an_emergency_goes_at_any_hour_and_whatever_was_left_out() -> None:
    wish = Wish(22 * 60, 7 * 60, frozenset({"assist"}))
    assert leaves_at(wish, "assist", at("03:00:00"), urgent=True) == at("03:00:00")


def test_what_was_left_out_stays_in_the_house() -> None:
    wish = Wish(muted=frozenset({"deadline"}))
    assert leaves_at(wish, "deadline", at("10:00:00"), urgent=False) is None
    assert leaves_at(wish, "handoff", at("10:00:00"), urgent=False) == at("10:00:00")


def test_a_trial_goes_at_once_for_somebody_waits_for_it() -> None:
    assert leaves_at(NIGHT, "trial", at("03:00:00"), urgent=False) == at("03:00:00")


def test_the_same_minute_twice_is_no_quiet_at_all() -> None:
    assert leaves_at(Wish(480, 480), "handoff", at("08:00:00"), urgent=False) == at("08:00:00")


@given(
    begins=st.integers(0, DAY_MINUTES - 1),
    ends=st.integers(0, DAY_MINUTES - 1),
    moment=st.integers(0, 365 * 24 * 3600).map(lambda seconds: at("00:00:00") + timedelta(seconds=seconds)),
)
def test_it_never_leaves_in_quiet_hours_nor_later_than_their_first_end(
    begins: int, ends: int, moment: datetime
) -> None:
    leaves = leaves_at(Wish(begins, ends), "handoff", moment, urgent=False)
    assert leaves is not None
    assert leaves >= moment
    if leaves != moment:
        minute = local(leaves).hour * 60 + local(leaves).minute
        assert minute == ends
        assert (leaves - moment).total_seconds() <= DAY_MINUTES * 60
