"""A page offers what the commands would do, and nothing that they would refuse."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args
from uuid import UUID

import pytest

from backend.casework.handoffs.rules.handoff import Handoff
from backend.casework.handoffs.rules.offers import Standing, offers
from backend.casework.handoffs.rules.states import ACTS, State, possible
from backend.foundation.mechanism import load_profile
from tests.casework.handoffs.rules.places import PLACES, C, E

AT = datetime(2026, 11, 20, 4, tzinfo=UTC)
STATES: tuple[State, ...] = get_args(State)
SENDER = Standing("sender", writes=True, sends=True)
LEADER = replace(SENDER, decides=True)
ADDRESSEE = Standing("addressee", answers=True)
ONLOOKERS = (Standing("sender"), Standing("addressee"))


def case(state: State, **changes: Any) -> Handoff:
    blank = dict.fromkeys(Handoff.__slots__, "") | {
        "id": UUID(int=1),
        "direction": "out",
        "discovered_at": AT,
        "urgent": False,
        "ongoing": False,
        "major": False,
        "consent_record": None,
        "extended_at": None,
        "sending": 1,
        "returns": 0,
        "state": state,
    }
    return Handoff(**(blank | changes))


def offered(state: State, who: Standing, place: str = E, **changes: Any) -> frozenset[str]:
    return offers(load_profile(place), case(state, **changes), state, who).acts


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", [SENDER, LEADER, ADDRESSEE])
def test_no_state_change_is_offered_that_is_not_possible(state: State, who: Standing) -> None:
    assert all(possible(state, act) for act in offered(state, who) if act in ACTS)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", ONLOOKERS)
def test_who_may_do_nothing_is_offered_nothing(state: State, who: Standing) -> None:
    assert offered(state, who) == frozenset()


@pytest.mark.parametrize("state", STATES)
def test_each_side_is_offered_its_own_acts_only(state: State) -> None:
    answers = {"receipt", "acceptance", "return", "result"}
    assert not offered(state, LEADER) & answers
    assert offered(state, ADDRESSEE) <= answers | {"progress"}


@pytest.mark.parametrize(
    ("state", "who", "main"),
    [
        ("draft", SENDER, "submission"),
        ("submitted", LEADER, "approval"),
        ("submitted", SENDER, ""),
        ("approved", SENDER, "dispatch"),
        ("sealed", SENDER, "dispatch"),
        ("sent", ADDRESSEE, "acceptance"),
        ("received", ADDRESSEE, "acceptance"),
        ("accepted", ADDRESSEE, "result"),
        ("returned", SENDER, "submission"),
        ("disputed", SENDER, "settlement"),
        ("result", SENDER, "closure"),
        ("closed", SENDER, ""),
        ("withdrawn", SENDER, ""),
    ],
)
def test_the_one_thing_a_page_asks(state: State, who: Standing, main: str) -> None:
    assert offers(load_profile(E), case(state), state, who).main == main


@pytest.mark.parametrize("place", PLACES)
def test_an_extension_is_offered_where_the_text_has_one(place: str) -> None:
    assert ("extension" in offered("draft", SENDER, place)) == (place == C)


@pytest.mark.parametrize(
    "changes", [{"urgent": True}, {"extended_at": AT}, {"sending": 2}], ids=["urgent", "extended", "again"]
)
def test_and_only_once_and_for_no_urgent_case(changes: dict[str, Any]) -> None:
    assert "extension" not in offered("draft", SENDER, C, **changes)


def test_consent_is_asked_for_a_major_case_where_the_text_wants_it() -> None:
    assert "consent" in offered("draft", SENDER, C, major=True)
    assert "consent" not in offered("draft", SENDER, C, major=True, consent_record="{}")
    assert "consent" not in offered("draft", SENDER, E, major=True)


def test_an_ongoing_violation_asks_for_its_two_records() -> None:
    records = {"stop-record", "notice-record"}
    assert offered("draft", SENDER, ongoing=True) >= records
    assert not offered("draft", SENDER) & records
    assert not offered("sent", SENDER, ongoing=True) & records


@pytest.mark.parametrize(
    ("state", "behalf"),
    [("draft", ()), ("sent", ("receipt", "acceptance", "return")), ("accepted", ("result",)), ("closed", ())],
)
def test_what_a_body_without_accounts_did_may_be_entered_for_it(
    state: State, behalf: tuple[str, ...]
) -> None:
    silent = replace(SENDER, silent=True)
    assert offers(load_profile(E), case(state), state, silent).behalf == behalf
    assert offers(load_profile(E), case(state), state, SENDER).behalf == ()
