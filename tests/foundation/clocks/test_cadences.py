"""How often a recurring duty is owed, and which windows are to be opened."""

from datetime import date

import pytest

from backend.foundation.clocks.cadences import in_force, to_open, window_words
from backend.foundation.mechanism import Cadence, load_profile
from backend.foundation.workdays import Period
from tests.foundation.clocks.running import at


def series(place: str, rule: str) -> Cadence:
    (found,) = load_profile(place).series(rule)
    return found


def opened(cadence: Cadence, until: str | None, moment: str) -> list[str]:
    day = date.fromisoformat(until) if until else None
    return [f"{found.first} {found.last}" for found in to_open(cadence, day, at(moment))]


@pytest.mark.parametrize("agreed", range(5))
def test_what_the_text_says_no_agreement_changes(agreed: int) -> None:
    own = series("eshan", "campaign.regular")
    assert in_force(own, agreed) == own


@pytest.mark.parametrize(
    ("agreed", "per"), [(0, None), (1, "month"), (2, "quarter"), (3, "half_year"), (4, "year")]
)
@pytest.mark.parametrize(
    ("place", "rule"), [("zhaoba", "campaign.regular"), ("eshan", "joint_check.regular")]
)
def test_where_the_text_has_no_figure_the_township_agrees_on_one(
    place: str, rule: str, agreed: int, per: Period | None
) -> None:
    found = in_force(series(place, rule), agreed)
    assert (found.per, found.basis) == (per, "local") if found else per is None


@pytest.mark.parametrize(
    ("until", "moment", "expected"),
    [
        (None, "2026-11-22T09:00", ["2026-11-01 2026-11-30"]),
        ("2026-11-30", "2026-11-30T23:59:59.999999", []),
        ("2026-11-30", "2026-12-01T00:00", ["2026-12-01 2026-12-31"]),
        ("2026-10-31", "2027-01-02T00:00",
         ["2026-11-01 2026-11-30", "2026-12-01 2026-12-31", "2027-01-01 2027-01-31"]),
    ],
)  # fmt: skip
def test_a_month_of_the_text_is_owed_also_for_the_time_nothing_ran(
    until: str | None, moment: str, expected: list[str]
) -> None:
    assert opened(series("eshan", "campaign.regular"), until, moment) == expected


def test_an_agreement_taken_up_again_owes_nothing_for_the_time_between() -> None:
    checks = in_force(series("eshan", "joint_check.regular"), 2)
    assert checks is not None
    assert opened(checks, "2026-03-31", "2026-11-22T09:00") == ["2026-10-01 2026-12-31"]


def test_another_period_begins_when_the_window_that_is_open_has_ended() -> None:
    checks = in_force(series("eshan", "joint_check.regular"), 1)
    assert checks is not None
    assert opened(checks, "2026-12-31", "2026-11-22T09:00") == []
    assert opened(checks, "2026-12-31", "2027-01-01T00:00") == ["2027-01-01 2027-01-31"]


@pytest.mark.parametrize(
    ("period", "first", "words"),
    [
        ("month", date(2026, 11, 1), "2026年11月"),
        ("quarter", date(2026, 1, 1), "2026年第一季度"),
        ("quarter", date(2026, 10, 1), "2026年第四季度"),
        ("half_year", date(2026, 7, 1), "2026年下半年"),
        ("year", date(2026, 1, 1), "2026年"),
    ],
)
def test_a_window_is_called_by_its_period(period: Period, first: date, words: str) -> None:
    assert window_words(period, first) == words
