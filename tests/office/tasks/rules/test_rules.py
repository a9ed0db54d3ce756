"""What holds for tasks: which act follows on which, whom a unit's task reaches, how it stands against its limit."""

from datetime import datetime, timedelta
from typing import get_args
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.clocks.named import standing
from backend.foundation.now import CHINA
from backend.foundation.refusals import Refusal
from backend.office.tasks.form import evening
from backend.office.tasks.rules.limits import limit_until
from backend.office.tasks.rules.news import receivers
from backend.office.tasks.rules.states import ENDED, OPEN, WORDS, Act, after, possible

NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)
ACTS = get_args(Act)


@given(st.lists(st.sampled_from(ACTS), max_size=20))
def test_whatever_is_done_it_is_in_a_known_state_and_ended_it_stays_ended(nouns: list[Act]) -> None:
    state = "given"
    for noun in nouns:
        if possible(state, noun):
            state = after(state, noun)
    assert state in WORDS
    if state in ENDED:
        assert not any(possible(state, noun) for noun in ACTS)


def test_whoever_gave_it_can_always_take_it_back_while_it_is_open() -> None:
    assert all(after(state, "withdrawal") == "withdrawn" for state in OPEN)


def test_what_cannot_follow_is_refused_in_words() -> None:
    with pytest.raises(Refusal) as refused:
        after("done", "report")
    assert refused.value.code == "task_state"
    assert "已办结" in str(refused.value.detail)


@given(minutes=st.integers(1, 60 * 24 * 366), seconds=st.floats(0, 59.9))
def test_a_limit_ends_at_the_minute_that_was_named(minutes: int, seconds: float) -> None:
    since = NOON + timedelta(seconds=seconds)
    assert limit_until(since, NOON + timedelta(minutes=minutes)).amount == minutes


@pytest.mark.parametrize(("hours", "look"), [(0, ""), (2.99, ""), (3, "soon"), (6, "soon"), (6.001, "over")])
def test_soon_from_half_of_the_time_and_late_after_its_moment(hours: float, look: str) -> None:
    found = standing(NOON, NOON + timedelta(hours=6), NOON + timedelta(hours=hours))
    assert found.look == look


def test_of_a_unit_those_on_duty_and_its_chiefs_are_told_and_else_everybody() -> None:
    chief, one, other, stranger = (uuid4() for _ in range(4))
    team = {chief: frozenset({"captain"}), one: frozenset({"officer"}), other: frozenset({"officer"})}
    assert receivers(team, {one, stranger}) == {chief, one}
    assert receivers(team, set()) == {chief}
    assert receivers({one: team[one], other: team[other]}, {stranger}) == {one, other}


@pytest.mark.parametrize(("hour", "expected"), [(9, (20, 18)), (16, (20, 18)), (17, (21, 18))])
def test_a_form_proposes_this_evening_or_the_next(hour: int, expected: tuple[int, int]) -> None:
    found = evening(NOON.replace(hour=hour))
    assert (found.day, found.hour) == expected
