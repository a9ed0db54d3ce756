"""A person may send so many writes a minute, and no more; others are not held up by it."""

import pytest

from backend.foundation.refusals import Refusal
from backend.foundation.web.pace import PER_MINUTE, Pace

PROMISED = 2000


def spend(pace: Pace, count: int, *, who: str = "shen", at: float = 0.0) -> None:
    for _ in range(count):
        pace.spend(who, at)


def is_refused(pace: Pace, *, who: str = "shen", at: float = 0.0) -> bool:
    try:
        pace.spend(who, at)
    except Refusal as refusal:
        return (refusal.code, refusal.extra) == ("too_many", {"retry_after": 1})
    return False


def test_more_is_allowed_than_was_promised() -> None:
    assert PER_MINUTE >= PROMISED


def test_the_last_write_of_the_minute_passes_and_the_next_does_not() -> None:
    pace = Pace(60)
    spend(pace, 60)
    assert is_refused(pace)


@pytest.mark.parametrize(("seconds", "refused"), [(0.9, True), (1.0, False)])
def test_the_bucket_fills_again(seconds: float, refused: bool) -> None:
    pace = Pace(60)
    spend(pace, 60)
    assert is_refused(pace, at=seconds) == refused


def test_what_was_refused_costs_nothing() -> None:
    pace = Pace(60)
    spend(pace, 60)
    assert all(is_refused(pace, at=0.5) for _ in range(10))
    assert not is_refused(pace, at=1.0)


def test_a_long_silence_fills_it_no_higher_than_full() -> None:
    pace = Pace(60)
    spend(pace, 1)
    spend(pace, 60, at=1e6)
    assert is_refused(pace, at=1e6)


def test_others_have_their_own() -> None:
    pace = Pace(60)
    spend(pace, 60)
    assert not is_refused(pace, who="han")


def test_those_whose_bucket_is_full_again_are_forgotten_and_nobody_else() -> None:
    pace = Pace(60, tidy_at=2)
    spend(pace, 60, who="busy", at=100)
    spend(pace, 1, who="idle", at=0)
    spend(pace, 1, who="new", at=100)
    assert is_refused(pace, who="busy", at=100)
    assert pace._left.keys() == {"busy", "new"}
