from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.desk.ledger.periods import periods


@pytest.mark.parametrize(
    ("today", "month", "last", "quarter"),
    [
        ("2026-11-23", ("2026-11-01", "2026-11-30"), ("2026-10-01", "2026-10-31"), ("2026-10-01", "2026-12-31")),
        ("2027-01-01", ("2027-01-01", "2027-01-31"), ("2026-12-01", "2026-12-31"), ("2027-01-01", "2027-03-31")),
        ("2028-02-29", ("2028-02-01", "2028-02-29"), ("2028-01-01", "2028-01-31"), ("2028-01-01", "2028-03-31")),
        ("2026-12-31", ("2026-12-01", "2026-12-31"), ("2026-11-01", "2026-11-30"), ("2026-10-01", "2026-12-31")),
    ],
)  # fmt: skip
def test_spans_are_named_as_leaders_name_them(
    today: str, month: tuple[str, str], last: tuple[str, str], quarter: tuple[str, str]
) -> None:
    found = [(span.since.isoformat(), span.until.isoformat()) for span in periods(date.fromisoformat(today))]
    assert found == [month, last, quarter]


@given(st.dates(date(1971, 1, 1), date(2199, 12, 31)))
def test_months_meet_and_lie_in_their_quarter(today: date) -> None:
    month, last, quarter = periods(today)
    assert month.since <= today <= month.until
    assert last.until + timedelta(days=1) == month.since
    assert quarter.since <= month.since
    assert month.until <= quarter.until
