"""From when to when a leave counts, how it stands, what may still be done with it."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.refusals import Refusal
from backend.office.absences.rules.leave import (
    check_days,
    days,
    days_of,
    days_words,
    may_be_withdrawn,
    may_end_early,
    span,
    uncovered,
)
from tests.office.absences.absent import HEAD, NOON, at, leave

APPROVED: dict[str, Any] = {"approved_at": NOON, "approved_by": HEAD}


@pytest.mark.parametrize(
    ("part", "begins", "ends"),
    [
        ("", "2026-11-25 00:00", "2026-11-26 00:00"),
        ("morning", "2026-11-25 00:00", "2026-11-25 12:00"),
        ("afternoon", "2026-11-25 12:00", "2026-11-26 00:00"),
    ],
)
def test_a_day_or_a_half_of_it(part: str, begins: str, ends: str) -> None:
    day = date(2026, 11, 25)
    assert span(day, day, part) == (at(begins), at(ends))


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_the_two_halves_make_the_day(day: date) -> None:
    morning, afternoon, whole = (span(day, day, part) for part in ("morning", "afternoon", ""))
    assert (morning[0], morning[1], afternoon[1]) == (whole[0], afternoon[0], whole[1])


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-11-24 23:59", "coming"),
        ("2026-11-25 00:00", "running"),
        ("2026-11-27 23:59", "running"),
        ("2026-11-28 00:00", "over"),
    ],
)
def test_both_sides_of_its_beginning_and_its_end(moment: str, state: str) -> None:
    assert leave(**APPROVED).state(at(moment)) == state


def test_what_nobody_approved_does_not_count_except_sickness() -> None:
    assert not leave().counts
    sick = leave(kind="sick")
    assert sick.counts
    assert sick.words == "病假（待批）"
    assert leave(kind="sick", **APPROVED).words == "病假"


@pytest.mark.parametrize("ended", ["refused_at", "withdrawn_at"])
def test_refused_or_taken_back_it_counts_no_more(ended: str) -> None:
    changes: dict[str, Any] = {ended: NOON}
    assert not leave(kind="sick", **changes).counts
    assert not leave(**APPROVED, withdrawn_at=NOON).counts


@pytest.mark.parametrize(
    ("first", "last", "part", "field"),
    [
        ("2026-08-22", "2026-08-22", "", ""),
        ("2026-08-21", "2026-08-22", "", "first_day"),
        ("2027-11-21", "2027-11-21", "", ""),
        ("2027-11-22", "2027-11-22", "", "first_day"),
        ("2026-11-25", "2026-11-24", "", "last_day"),
        ("2026-11-25", "2027-11-25", "", ""),
        ("2026-11-25", "2027-11-26", "", "last_day"),
        ("2026-11-25", "2026-11-26", "morning", "part"),
    ],
)
def test_both_sides_of_what_may_be_asked(first: str, last: str, part: str, field: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    if not field:
        check_days(*days, part, NOON)
        return
    with pytest.raises(Refusal) as refused:
        check_days(*days, part, NOON)
    assert list(refused.value.fields) == [field]


def test_it_is_withdrawn_before_it_begins_and_ended_early_once_it_has() -> None:
    asked, approved = leave(), leave(**APPROVED)
    before, during, after = at("2026-11-24 09:00"), at("2026-11-26 09:00"), at("2026-11-29 09:00")
    assert [may_be_withdrawn(approved, moment) for moment in (before, during, after)] == [True, False, False]
    assert [may_end_early(approved, moment) for moment in (before, during, after)] == [False, True, False]
    assert may_be_withdrawn(asked, after)
    assert not may_end_early(asked, during)
    assert may_end_early(leave(kind="sick"), during)


def test_how_long_in_words() -> None:
    assert days_words(leave()) == "3天"
    assert days_words(leave("2026-11-25", "2026-11-25", "afternoon")) == "半天（下午）"


@pytest.mark.parametrize(
    ("begins", "ends", "counted", "words"),
    [
        ("2026-11-25 18:00", "2026-11-26 08:00", 1, "18:00到08:00"),
        ("2026-11-25 08:00", "2026-11-25 12:00", 0.5, "08:00到12:00"),
        ("2026-11-25 08:00", "2026-11-25 12:01", 1, "08:00到12:01"),
        ("2026-11-25 08:00", "2026-11-26 08:01", 2, "08:00到08:01"),
    ],
)
def test_leave_for_a_shift_says_its_hours(begins: str, ends: str, counted: float, words: str) -> None:
    first, last = days_of(at(begins), at(ends))
    shift = leave(str(first), str(last), begins_at=at(begins), ends_at=at(ends))
    assert (days(shift), days_words(shift)) == (counted, words)


def test_days_that_ended_early_are_still_days() -> None:
    back = leave(ends_at=at("2026-11-26 09:00"), back_at=at("2026-11-26 09:00"))
    assert days_words(back) == "3天"


def test_midnight_belongs_to_the_day_before() -> None:
    assert days_of(at("2026-11-25 16:00"), at("2026-11-26 00:00")) == (date(2026, 11, 25),) * 2


@pytest.mark.parametrize(
    ("others", "free"),
    [
        ([], ("18:00", "23:00")),
        ([("17:00", "23:00")], None),
        ([("17:00", "20:00"), ("20:00", "23:00")], None),
        ([("17:00", "19:00")], ("19:00", "23:00")),
        ([("22:00", "23:30")], ("18:00", "22:00")),
        ([("22:00", "23:30"), ("17:00", "19:00")], ("19:00", "22:00")),
    ],
)
def test_what_other_leave_leaves_of_a_shift(
    others: list[tuple[str, str]], free: tuple[str, str] | None
) -> None:
    held = [leave(begins_at=_that_evening(begins), ends_at=_that_evening(ends)) for begins, ends in others]
    found = uncovered(_that_evening("18:00"), _that_evening("23:00"), held)
    assert found == (tuple(map(_that_evening, free)) if free else None)


def _that_evening(hour: str) -> datetime:
    return at(f"2026-11-25 {hour}")
