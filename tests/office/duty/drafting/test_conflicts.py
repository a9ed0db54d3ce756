"""What a roster edited by hand breaks, on both sides of each limit."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from backend.foundation.preferences import in_force
from backend.office.duty.drafting import (
    Assigned,
    Bounds,
    Given,
    Member,
    Shift,
    Span,
    Stint,
    bounds_of,
    conflicts,
)
from tests.office.duty.drafting.months import (
    ALWAYS,
    ANYBODY,
    POLICE,
    TEAM,
    at,
    leave,
    officer,
    person,
    put,
    shift,
)

ONE = person(1, "张三")


def kinds(
    *shifts: Shift, member: Member = ONE, around: tuple[Stint, ...] = (), bounds: Bounds | None = None
) -> list[str]:
    """What is broken where one person stands on all of the shifts, in their first slot."""
    given = Given(shifts, (member,), bounds or Bounds(), around=around)
    return [each.kind for each in conflicts(given, [put(each, member) for each in shifts])]


def test_one_shift_breaks_nothing() -> None:
    assert kinds(shift(1, "11-02T08:00")) == []


def test_nobody_is_in_two_places_at_once() -> None:
    given = Given((shift(1, "11-02T08:00"), shift(2, "11-02T19:59")), (ONE,))
    (found,) = conflicts(given, [put(each, ONE) for each in given.shifts])
    assert (found.kind, found.shift, found.member) == ("overlap", UUID(int=2), ONE.id)
    assert found.words == "张三：同时在11月2日 08:00—20:00 值班室"


@pytest.mark.parametrize(("begins", "broken"), [("11-03T06:59", ["rest"]), ("11-03T07:00", [])])
def test_eleven_hours_lie_between_two_shifts(begins: str, broken: list[str]) -> None:
    assert kinds(shift(1, "11-02T08:00"), shift(2, begins)) == broken


def test_too_little_rest_is_said_with_its_hours() -> None:
    given = Given((shift(1, "11-02T08:00"), shift(2, "11-03T00:30")), (ONE,))
    (found,) = conflicts(given, [put(each, ONE) for each in given.shifts])
    assert found.words == "张三：与11月2日 08:00—20:00 值班室之间只休息4.5小时（不少于11小时）"


def test_rest_is_kept_over_the_end_of_the_month_and_of_the_year() -> None:
    first = shift(1, "11-01T08:00")
    before = Stint(
        ONE.id, "上月值班", first.begins - timedelta(hours=14), first.begins - timedelta(hours=2), True
    )
    assert kinds(first, around=(before,)) == ["rest"]
    assert kinds(first, around=(replace(before, member=UUID(int=5)),)) == []


@pytest.mark.parametrize(("begins", "broken"), [("11-08T08:00", ["hours"]), ("11-09T08:00", [])])
def test_seven_days_hold_no_more_than_seventy_two_hours(begins: str, broken: list[str]) -> None:
    days = [shift(n, f"11-{2 * n:02}T08:00", 24) for n in (1, 2, 3)]
    assert kinds(*days, shift(4, begins, 1)) == broken


@pytest.mark.parametrize(("last", "broken"), [("11-04", ["nights"]), ("11-05", [])])
def test_three_nights_running_are_enough(last: str, broken: list[str]) -> None:
    nights = [shift(n, f"11-{n:02}T20:00", 8) for n in (1, 2, 3)]
    assert kinds(*nights, shift(9, f"{last}T20:00", 8)) == broken


def test_a_night_put_between_two_pairs_makes_five_of_them() -> None:
    nights = [shift(n, f"11-{n:02}T20:00", 8) for n in (1, 2, 4, 5)]
    given = Given((*nights, shift(3, "11-03T20:00", 8)), (ONE,))
    assert {each.words for each in conflicts(given, [put(each, ONE) for each in given.shifts])} == {
        "张三：连续夜班达到4个（最多3个）",
        "张三：连续夜班达到5个（最多3个）",
    }


@pytest.mark.parametrize(("until", "broken"), [("11-02T08:00", []), ("11-02T08:01", ["away"])])
def test_nobody_on_leave_is_put_down(until: str, broken: list[str]) -> None:
    assert kinds(shift(1, "11-02T08:00"), member=person(1, away=(leave("11-01T00:00", until),))) == broken


@pytest.mark.parametrize(("until", "broken"), [("11-03T08:00", []), ("11-03T07:59", ["certificate"])])
def test_a_certificate_holds_to_the_end_of_the_shift(until: str, broken: list[str]) -> None:
    held = person(1, certified=(Span(ALWAYS.begins, at("11-02T22:00")), Span(at("11-02T21:00"), at(until))))
    assert kinds(shift(1, "11-02T20:00", 12, TEAM), member=held) == broken


def test_a_gap_between_two_certificates_is_a_gap() -> None:
    held = person(1, certified=(Span(ALWAYS.begins, at("11-02T22:00")), Span(at("11-02T22:01"), ALWAYS.ends)))
    assert kinds(shift(1, "11-02T20:00", 12, TEAM), member=held) == ["certificate"]


def test_unit_and_role_are_told_apart() -> None:
    assert kinds(shift(1, "11-02T08:00", 12, POLICE)) == ["unit", "role"]
    assert kinds(shift(1, "11-02T08:00", 12, TEAM), member=officer(1)) == ["unit", "role", "certificate"]


def test_too_many_and_too_few_are_the_slots_own() -> None:
    wanted, members = shift(1, "11-02T08:00", 12, ANYBODY, POLICE), (ONE, person(2), officer(3))
    given = Given((wanted,), members)
    found = conflicts(given, [put(wanted, members[0]), put(wanted, members[1])])
    assert [(each.kind, each.member, each.words) for each in found] == [
        ("over", None, "“值班员”最多1人，现在2人"),
        ("under", None, "“民警”要1人，现在0人"),
    ]


def test_one_person_fills_one_slot_of_a_shift() -> None:
    wanted = shift(1, "11-02T08:00", 12, ANYBODY, ANYBODY)
    found = conflicts(Given((wanted,), (ONE,)), [put(wanted, ONE), put(wanted, ONE, 1)])
    assert [each.kind for each in found] == ["twice"]


def test_whoever_is_not_on_the_list_is_said_to_be_unknown() -> None:
    wanted = shift(1, "11-02T08:00")
    found = conflicts(Given((wanted,), (ONE,)), [Assigned(wanted.id, 0, UUID(int=77))])
    assert [each.kind for each in found] == ["unknown"]


def test_the_bounds_are_the_townships_own() -> None:
    own = bounds_of(in_force([{"name": "duty.rest_hours", "value": 4}]))
    assert own == Bounds(rest_hours=4)
    assert kinds(shift(1, "11-02T08:00"), shift(2, "11-03T00:30"), bounds=own) == []


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        ("11-01T00:00", "11-08T00:00", "年休假（11月1日—7日）"),
        ("11-02T00:00", "11-03T00:00", "年休假（11月2日）"),
        ("11-02T08:30", "11-02T12:00", "年休假（11月2日 08:30—12:00）"),
    ],
)
def test_leave_is_said_in_whole_days_where_it_is_whole_days(begins: str, ends: str, words: str) -> None:
    wanted, gone = shift(1, "11-02T08:00"), person(1, "张三", away=(leave(begins, ends),))
    assert [each.words for each in conflicts(Given((wanted,), (gone,)), [put(wanted, gone)])] == [
        f"张三：{words}"
    ]


def test_of_two_stints_equally_near_one_is_named() -> None:
    before = Stint(ONE.id, "上月值班", at("11-01T20:00"), at("11-02T02:00"))
    assert kinds(shift(1, "11-02T08:00"), around=(before, replace(before, name="上月带班"))) == ["rest"]
