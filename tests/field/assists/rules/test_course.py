"""Any order of taps by several people: the state is what the police have done, and moments stand in their order."""

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.field.assists.rules.answering import Noun, after, was_done
from backend.field.assists.rules.assist import Response
from backend.field.assists.rules.escalation import STEPS, Thresholds, next_step
from backend.field.assists.rules.states import standing
from backend.foundation.now import CHINA
from backend.foundation.refusals import Refusal

NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)
NOUNS: tuple[Noun, ...] = ("acknowledgement", "departure", "arrival", "withdrawal")
taps = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(NOUNS), st.integers(-600, 600)), max_size=12)


def new(number: int) -> Response:
    return Response(UUID(int=number), UUID(int=number), "", None, number != 2, *([None] * 6))


def tapped(done: list[tuple[int, Noun, int]]) -> list[Response]:
    people = [new(number) for number in range(3)]
    for who, noun, seconds in done:
        if was_done(people[who], noun):
            continue
        with suppress(Refusal):  # nothing to withdraw: tried by name below
            people[who] = after(people[who], noun, NOON + timedelta(seconds=seconds))
    return people


@given(taps)
def test_each_ones_moments_stand_in_their_order(done: list[tuple[int, Noun, int]]) -> None:
    for each in tapped(done):
        moments = [each.acknowledged_at, each.departed_at, each.arrived_at, each.left_at]
        assert [moment for moment in moments if moment] == sorted(moment for moment in moments if moment)
        assert each.departed_at is None or each.acknowledged_at is not None


@given(taps)
def test_the_state_is_that_of_the_police_who_come(done: list[tuple[int, Noun, int]]) -> None:
    people = tapped(done)
    coming = [each for each in people if each.police and each.active]
    assert (standing(people) == "raised") is (not coming)
    assert standing([each for each in people if each.police]) == standing(people)


@given(taps, st.sampled_from(NOUNS[:3]))
def test_twice_is_harmless(done: list[tuple[int, Noun, int]], noun: Noun) -> None:
    person = after(tapped(done)[0], noun, NOON)
    assert was_done(person, noun)


@given(st.sets(st.sampled_from(STEPS)), st.lists(st.integers(1, 3600), min_size=3, max_size=3))
def test_every_step_comes_once_at_its_own_moment(done: set[str], seconds: list[int]) -> None:
    limits = Thresholds(*(timedelta(seconds=each) for each in seconds))
    taken, found = set(done), []
    while due := next_step("raised", NOON, taken, limits):
        taken.add(due.step)
        found.append(due)
    assert {due.step for due in found} == set(STEPS) - done
    assert [due.at for due in found] == sorted(due.at for due in found)
    assert next_step("arrived", NOON, (), limits) is None


def test_who_never_answered_has_nothing_to_withdraw() -> None:
    with pytest.raises(Refusal, match="assist_not_answered"):
        after(new(0), "withdrawal", NOON)
