"""From when to when somebody is borrowed, and which borrowings are 随意 or 长期."""

from datetime import date
from typing import Any

import pytest

from backend.foundation.refusals import Refusal
from backend.office.absences.rules.borrowing import check_days, counted, flags, span
from tests.office.absences.absent import HEAD, NOON, at, borrowing

APPROVED: dict[str, Any] = {"approved_at": NOON, "approved_by": HEAD}
LONG = 30


def test_what_was_only_asked_for_takes_nobody_away() -> None:
    assert span(borrowing()) is None
    assert borrowing().state(NOON) == "waiting"
    assert span(borrowing(refused_at=NOON)) is None


def test_approved_it_lasts_whole_days_to_its_last() -> None:
    assert span(borrowing(**APPROVED)) == (at("2026-11-02 00:00"), at("2026-12-01 00:00"))


def test_whoever_went_without_approval_is_away_all_the_same() -> None:
    gone = borrowing(last=None, refused_at=NOON, left_on=date(2026, 11, 4))
    assert span(gone) == (at("2026-11-04 00:00"), None)
    assert gone.state(NOON) == "running"


def test_on_the_day_of_the_return_the_person_is_there() -> None:
    back = borrowing(**APPROVED, returned_on=date(2026, 11, 20))
    assert span(back) == (at("2026-11-02 00:00"), at("2026-11-20 00:00"))
    assert back.state(NOON) == "over"


def test_back_on_the_first_day_was_never_away() -> None:
    assert span(borrowing(**APPROVED, returned_on=date(2026, 11, 2))) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (APPROVED, ()),
        ({}, ()),
        ({"left_on": date(2026, 11, 2)}, ("unapproved",)),
        ({"last": None, **APPROVED}, ("endless",)),
        ({"last": None, "left_on": date(2026, 11, 2)}, ("unapproved", "endless")),
        ({"last": "2026-12-01", **APPROVED}, ()),
        ({"last": "2026-12-02", **APPROVED}, ("long",)),
        ({"first": "2026-10-21", "last": None, **APPROVED}, ("endless", "long")),
        ({"first": "2026-10-22", "last": None, **APPROVED}, ("endless",)),
        ({"last": "2026-11-19", **APPROVED}, ("overstayed",)),
        ({"last": "2026-11-20", **APPROVED}, ()),
        ({"last": "2026-11-19", "returned_on": date(2026, 11, 20), **APPROVED}, ()),
        ({"last": None, "refused_at": NOON}, ()),
        ({"last": None, "withdrawn_at": NOON, **APPROVED}, ()),
    ],
)
def test_what_is_wrong_with_it(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert flags(borrowing(**changes), LONG, NOON) == expected


def test_one_that_ended_early_was_as_short_as_it_was() -> None:
    back = borrowing(last="2027-03-31", returned_on=date(2026, 11, 10), **APPROVED)
    assert back.days(NOON) == 8
    assert flags(back, LONG, NOON) == ()


def test_days_run_on_while_nobody_comes_back() -> None:
    overstayed = borrowing(last="2026-11-10", **APPROVED)
    assert overstayed.days(at("2026-11-10 12:00")) == 9
    assert overstayed.days(NOON) == 19


def test_departments_are_counted_by_the_days_they_took() -> None:
    found = counted(
        [
            ("县自然资源局", borrowing(**APPROVED)),
            ("县自然资源局", borrowing(last=None, left_on=date(2026, 10, 1))),
            ("县城市管理局", borrowing(last="2026-11-05", returned_on=date(2026, 11, 6), **APPROVED)),
            ("县水利局", borrowing()),
        ],
        LONG,
        NOON,
    )
    assert [
        (each.department, each.times, each.away, each.days, each.casual, each.long) for each in found
    ] == [
        ("县自然资源局", 2, 2, 19 + 51, 1, 1),
        ("县城市管理局", 1, 0, 4, 0, 0),
    ]


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("2026-11-25", "2026-11-25", ""),
        ("2026-11-25", "2026-11-24", "last_day"),
        ("2028-01-01", None, "first_day"),
    ],
)
def test_days_that_cannot_be(first: str, last: str | None, field: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last) if last else None
    if not field:
        check_days(*days, NOON)
        return
    with pytest.raises(Refusal) as refused:
        check_days(*days, NOON)
    assert list(refused.value.fields) == [field]
