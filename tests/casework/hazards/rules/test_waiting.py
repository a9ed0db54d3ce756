"""The agreed time for an answer, on both sides of each edge."""

from datetime import datetime, timedelta

import pytest

from backend.casework.hazards.rules.waiting import Waiting, waiting
from backend.foundation.now import CHINA

TOLD = datetime(2026, 11, 20, 23, 45, tzinfo=CHINA)
INSTANT = timedelta(microseconds=1)


def after(span: timedelta, state: str = "told", answered: timedelta | None = None) -> Waiting:
    return waiting(TOLD, state, TOLD + answered if answered else None, 30, TOLD + span)


@pytest.mark.parametrize(
    ("span", "level"),
    [
        (timedelta(0), ""),
        (timedelta(minutes=15) - INSTANT, ""),
        (timedelta(minutes=15), "soon"),
        (timedelta(minutes=30), "soon"),
        (timedelta(minutes=30) + INSTANT, "over"),
        (timedelta(days=3), "over"),
    ],
)
def test_amber_from_half_the_time_and_red_once_it_is_over(span: timedelta, level: str) -> None:
    assert after(span).level == level
    assert after(span, "received").level == level


@pytest.mark.parametrize(
    ("answered", "level"),
    [(timedelta(minutes=30), "met"), (timedelta(minutes=30) + INSTANT, "over")],
)
def test_an_answer_counts_by_its_own_moment(answered: timedelta, level: str) -> None:
    assert after(timedelta(hours=5), "departed", answered).level == level


@pytest.mark.parametrize("state", ["closed", "withdrawn"])
def test_what_ended_without_an_answer_waits_no_more(state: str) -> None:
    assert after(timedelta(days=1), state).level == "met"


def test_what_is_left_runs_through_midnight_and_below_nothing() -> None:
    assert after(timedelta(minutes=20)).left(TOLD + timedelta(minutes=20)) == timedelta(minutes=10)
    assert after(timedelta(minutes=40)).left(TOLD + timedelta(minutes=40)) == -timedelta(minutes=10)
