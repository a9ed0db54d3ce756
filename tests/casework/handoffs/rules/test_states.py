"""Whatever is asked in whatever order, a handoff goes only where it may."""

from typing import get_args

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from backend.casework.handoffs.rules.states import (
    ACTS,
    ENDED,
    OPEN,
    WORDS,
    Act,
    State,
    after,
    done,
    possible,
    still_open,
)
from backend.foundation.refusals import Refusal

STATES: tuple[State, ...] = get_args(State)
NOUNS: tuple[Act, ...] = get_args(Act)


class Case(RuleBasedStateMachine):
    """One case with a memory of what was done to it since it was last sent in."""

    def __init__(self) -> None:
        super().__init__()
        self.state: State = "draft"
        self.returns = 0
        self.trail: list[Act] = []

    @rule(act=st.sampled_from(NOUNS))
    def ask(self, act: Act) -> None:
        before = self.state
        if not possible(before, act):
            with pytest.raises(Refusal, match="handoff_state"):
                after(before, act, returns=self.returns)
            return
        self.state = after(before, act, returns=self.returns)
        self.returns += act == "return"
        if act == "submission":
            self.trail.clear()
        self.trail.append(act)

    @invariant()
    def has_words(self) -> None:
        assert self.state in WORDS

    @invariant()
    def what_was_refused_never_shows_as_approved(self) -> None:
        if "refusal" in self.trail:
            assert self.state == "refused"

    @invariant()
    def one_answer_a_sending(self) -> None:
        answers = [act for act in self.trail if act in ("acceptance", "return")]
        settled_by_accepting = answers == ["return", "acceptance"] and self.returns >= 2
        assert len(answers) <= 1 or settled_by_accepting

    @invariant()
    def nothing_leaves_without_approval(self) -> None:
        if "dispatch" in self.trail:
            assert self.trail.index("approval") < self.trail.index("dispatch")

    @invariant()
    def the_second_return_is_a_dispute(self) -> None:
        if self.trail and self.trail[-1] == "return":
            assert self.state == ("disputed" if self.returns >= 2 else "returned")

    @precondition(lambda self: self.state in ENDED)
    @rule(act=st.sampled_from(NOUNS))
    def what_has_ended_stays(self, act: Act) -> None:
        assert not possible(self.state, act)


TestCase = Case.TestCase


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", NOUNS)
def test_an_act_is_possible_or_done_but_never_both(state: State, act: Act) -> None:
    assert not (possible(state, act) and done(state, act))


@pytest.mark.parametrize("act", NOUNS)
def test_what_an_act_led_to_counts_as_done_unless_it_adds(act: Act) -> None:
    reached = {after(state, act) for state in STATES if possible(state, act)}
    assert all(done(state, act) for state in reached) == (act not in ("return", "settlement"))


def test_a_refusal_says_where_it_stands_and_who_brought_it_there() -> None:
    with pytest.raises(Refusal) as refused:
        after("accepted", "return", why="顾云舒 11-20 受理")
    assert refused.value.detail == "现在是“已受理”（顾云舒 11-20 受理），不能退回"
    assert refused.value.extra == {"state": "accepted"}


@pytest.mark.parametrize("state", STATES)
def test_only_drafts_and_what_came_back_are_rewritten(state: State) -> None:
    if state in OPEN:
        still_open(state)
        return
    with pytest.raises(Refusal) as refused:
        still_open(state)
    assert refused.value.code == "handoff_not_open"


def test_every_state_and_act_has_words() -> None:
    assert set(WORDS) == set(STATES)
    assert set(ACTS) == set(NOUNS)
