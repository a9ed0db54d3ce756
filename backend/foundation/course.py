"""The course of a record: which act leads from which state to which. Pure; a room brings its own states and acts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from backend.foundation.refusals import Refusal

State = TypeVar("State", bound=str)
Act = TypeVar("Act", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Generic[State, Act]):
    """`words` and `acts` are what states and acts are called, `refusal` the code of an act out of turn.

    `possible_in`: from where each act leads on. `leads_to`: where; an act that is not in it leaves the state as it is.
    `done_in`: where an act asked for again has long been done and nothing is missing; one that is not in it adds each time.
    """

    refusal: str
    words: Mapping[State, str]
    acts: Mapping[Act, str]
    possible_in: Mapping[Act, frozenset[State]]
    leads_to: Mapping[Act, State]
    done_in: Mapping[Act, frozenset[State]]

    def done(self, state: State, act: Act) -> bool:
        """Whether `act` had been done before, so that asking again changes nothing."""
        return state in self.done_in.get(act, frozenset())

    def possible(self, state: State, act: Act) -> bool:
        return state in self.possible_in[act]

    def after(self, state: State, act: Act, why: str = "") -> State:
        """The state `act` leads to; refuses with the room's code, and says `why` the record stands where it does."""
        if not self.possible(state, act):
            stands = f"现在是“{self.words[state]}”{f'（{why}）' if why else ''}"
            raise Refusal(self.refusal, f"{stands}，不能{self.acts[act]}", extra={"state": state})
        return self.leads_to.get(act, state)
