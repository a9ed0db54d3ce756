"""Which act leads from where to where."""

import pytest

from backend.casework.requests.rules import states
from backend.foundation.refusals import Refusal


@pytest.mark.parametrize(
    ("state", "act", "following"),
    [
        ("asked", "receipt", "received"),
        ("received", "acceptance", "accepted"),
        ("refused", "acceptance", "accepted"),
        ("accepted", "refusal", "refused"),
        ("came", "result", "result"),
        ("accepted", "reminders", "accepted"),
    ],
)
def test_an_act_leads_on(state: str, act: str, following: str) -> None:
    assert states.answer_after(state, act) == following


@pytest.mark.parametrize(
    ("state", "act"), [("result", "acceptance"), ("refused", "reminders"), ("came", "limit")]
)
def test_out_of_turn_it_is_refused(state: str, act: str) -> None:
    with pytest.raises(Refusal) as refused:
        states.answer_after(state, act)
    assert refused.value.code == "request_state"


@pytest.mark.parametrize(
    ("state", "came", "following"),
    [("accepted", 3, "came"), ("accepted", 0, "absent"), ("absent", 1, "came"), ("result", 2, "result")],
)
def test_who_came_is_counted_and_what_was_fed_back_stays(state: str, came: int, following: str) -> None:
    assert states.answer_after(state, "attendance", came=came) == following
