"""The log as a report tells it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from backend.field.emergencies.rules.log import CHAIN_MOST, Entry, beats, lines, told_words
from backend.field.emergencies.rules.members import Member, done, next_steps, stamp, step_word
from backend.foundation.beats import Beat
from backend.foundation.now import CHINA

NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)


def entry(
    number: int, minutes: float, text: str = "某事", *, corrects: UUID | None = None, note: bool = False
) -> Entry:
    at = NOON + timedelta(minutes=minutes)
    return Entry(uuid4(), number, at, at, uuid4(), "沈禾", "执法队", note, text, corrects)


def member(**moments: datetime) -> Member:
    known = dict.fromkeys(("departed_at", "arrived_at", "left_at")) | moments
    return Member(uuid4(), uuid4(), "a", "甲", "", "", NOON, "乙", **known)


def test_it_is_told_in_the_order_of_what_happened() -> None:
    late, early = entry(1, 5), entry(2, 1)
    assert [line.entry.number for line in lines([late, early])] == [2, 1]
    assert [beat.at for beat in beats([late, early], [])] == [early.at, late.at]


def test_a_correction_speaks_at_the_moment_of_what_it_corrects() -> None:
    first = entry(1, 0, "伤了两人")
    told = beats([first, entry(2, 3, "伤了一人", corrects=first.id)], [])
    assert [(beat.at, beat.what) for beat in told] == [(NOON, "伤了一人")]


def test_notes_are_left_out_and_arrivals_are_told() -> None:
    there = member(arrived_at=NOON + timedelta(minutes=4))
    assert [beat.what for beat in beats([entry(1, 0, note=True), entry(2, 2)], [there, member()])] == [
        "某事",
        "到场",
    ]


@pytest.mark.parametrize(("length", "left"), [(CHAIN_MOST - 8, False), (CHAIN_MOST - 7, True)])
def test_what_does_not_fit_is_counted(length: int, left: bool) -> None:
    """The sentence has seven signs before its words and one behind them."""
    words = told_words([Beat(NOON, "甲：", "好" * length)])
    assert ("还有1条" in words) is left
    assert len(words) <= CHAIN_MOST + len("（以后还有1条，见处置记录）")


def test_steps_are_offered_until_somebody_has_left() -> None:
    assert next_steps(member()) == ["departure", "arrival", "leaving"]
    assert next_steps(member(arrived_at=NOON)) == ["leaving"]
    assert next_steps(member(left_at=NOON)) == []
    assert done(member(arrived_at=NOON), "departure")


def test_nobody_leaves_where_they_have_not_been() -> None:
    away, there = member(left_at=NOON), member(arrived_at=NOON, left_at=NOON)
    assert (away.word, away.moments[-1][0], step_word(member(), "leaving")) == ("没有来", "不来了", "不来了")
    assert (there.word, there.moments[-1][0], step_word(there, "leaving")) == ("已离开", "离开", "离开")


def test_no_step_is_before_the_one_before() -> None:
    moved = member(departed_at=NOON + timedelta(minutes=3))
    assert stamp(moved, "arrival", NOON) == ("arrived_at", NOON + timedelta(minutes=3))
