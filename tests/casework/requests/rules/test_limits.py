"""Limits that nobody wrote are agreed on the spot and say so."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.casework.requests.rules.limits import answer_until, paper_within, span
from backend.foundation.clocks.named import LONGEST
from backend.foundation.refusals import Refusal

AT = datetime(2026, 11, 20, 4, 0, 30, tzinfo=UTC)


def test_both_are_local() -> None:
    assert answer_until(AT, AT + timedelta(hours=6)).local
    assert paper_within(24).local


@pytest.mark.parametrize(("off", "holds"), [(29, False), (30, True)])
def test_there_is_at_least_a_minute(off: int, holds: bool) -> None:
    if holds:
        assert span(AT, AT + timedelta(seconds=off)) == timedelta(minutes=1)
        return
    with pytest.raises(Refusal):
        span(AT, AT + timedelta(seconds=off))


def test_and_at_most_a_year() -> None:
    assert span(AT, AT + LONGEST) == LONGEST
    with pytest.raises(Refusal):
        span(AT, AT + LONGEST + timedelta(minutes=1))
