"""The state of a patrol is computed from its moments."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.field.patrols.rules.states import WORDS, state
from tests.field.patrols.rules.people import NOON


@dataclass
class Moments:
    planned_from: datetime | None = None
    started_at: datetime | None = None
    paused_at: datetime | None = None
    ended_at: datetime | None = None
    filed_at: datetime | None = None
    cancelled_at: datetime | None = None


def at_noon(moments: Moments) -> str:
    return state(moments, NOON, ready_minutes=60, overdue_minutes=30)


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        (Moments(), "planned"),
        (Moments(planned_from=NOON + timedelta(minutes=60, seconds=1)), "planned"),
        (Moments(planned_from=NOON + timedelta(minutes=60)), "ready"),
        (Moments(planned_from=NOON - timedelta(minutes=29, seconds=59)), "ready"),
        (Moments(planned_from=NOON - timedelta(minutes=30)), "overdue"),
        (Moments(started_at=NOON), "active"),
        (Moments(started_at=NOON, paused_at=NOON), "paused"),
        (Moments(started_at=NOON, ended_at=NOON), "done"),
        (Moments(started_at=NOON, ended_at=NOON, filed_at=NOON), "filed"),
        (Moments(planned_from=NOON, cancelled_at=NOON), "cancelled"),
        (Moments(started_at=NOON, paused_at=NOON, cancelled_at=NOON), "cancelled"),
    ],
)
def test_where_it_stands(moments: Moments, expected: str) -> None:
    assert at_noon(moments) == expected


@given(st.builds(Moments, *[st.none() | st.just(NOON)] * 6))
def test_every_state_has_its_word(moments: Moments) -> None:
    assert at_noon(moments) in WORDS
