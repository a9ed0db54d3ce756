"""Whatever is done in whatever order: what has ended stays ended, an answer is never forgotten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.casework.hazards.rules import states
from backend.foundation.refusals import Refusal

ACTS = st.lists(st.sampled_from(sorted(states.ACTS)), max_size=12)


def walk(acts: list[str]) -> list[str]:
    """The states one goes through; what is not possible leaves everything as it was."""
    found = ["told"]
    for act in acts:
        if not states.done(found[-1], act) and states.possible(found[-1], act):
            found.append(states.after(found[-1], act))
    return found


@given(ACTS)
def test_what_has_ended_stays_ended(acts: list[str]) -> None:
    found = walk(acts)
    ended = [state for state in found if state in states.ENDED]
    assert set(found[found.index(ended[0]) :]) == {ended[0]} if ended else True


@given(ACTS)
def test_nobody_waits_for_an_answer_that_was_given(acts: list[str]) -> None:
    found = walk(acts)
    answered = [place for place, state in enumerate(found) if state not in states.WAITING]
    assert all(state not in states.WAITING for state in found[answered[0] :]) if answered else True


@given(ACTS)
def test_every_state_has_its_words(acts: list[str]) -> None:
    assert set(walk(acts)) <= set(states.WORDS)


@pytest.mark.parametrize(
    "act", sorted(states.ANSWERS | {"receipt", "arrival", "closure", "withdrawal", "calls", "meetings"})
)
@pytest.mark.parametrize("state", sorted(states.ENDED))
def test_nothing_but_an_addendum_comes_after_the_end(state: str, act: str) -> None:
    if states.done(state, act):
        return
    with pytest.raises(Refusal, match="hazard_state"):
        states.after(state, act)
    assert states.after(state, "addenda") == state
