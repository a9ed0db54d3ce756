"""By the solver: every hard rule holds, no roster leaves less empty, none is less fair than by turns."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import given as whatever
from hypothesis import strategies as st

from backend.office.duty.drafting import Assigned, Draft, Given, Tally, Wish, draft
from backend.office.duty.drafting.weights import burden
from tests.office.duty.drafting.checker import breaches
from tests.office.duty.drafting.months import (
    ANYBODY,
    TEAM,
    at,
    months,
    officer,
    person,
    put,
    shift,
    weeks_of_nights,
)

Place = tuple[UUID, int]


def missing(drafted: Draft) -> int:
    return sum(each.missing for each in drafted.unmet)


def crews(given: Given, place: Place, need: int) -> Iterator[tuple[Assigned, ...]]:
    """Every set of people that could fill a place or a part of it, the fullest first."""
    for size in range(need, -1, -1):
        for people in combinations(given.members, size):
            yield tuple(Assigned(*place, member.id) for member in people)


def fewest_missing(given: Given) -> int:
    """By trying everything: each place in turn with each set of people that still breaks nothing, the fullest first: an emptier
    one that leaves as many places as were left already need not be gone on with."""
    shifts = {each.id: each for each in given.shifts}
    places = [(each.id, index) for each in given.shifts for index in range(len(each.slots))]

    def filled(left: list[Place], assigned: tuple[Assigned, ...]) -> int:
        if not left:
            return 0
        (id_, index), *rest = left
        by_hand = sum((each.shift, each.slot) == (id_, index) for each in given.fixed)
        need = max(shifts[id_].slots[index].least - by_hand, 0)
        fewest = sys.maxsize
        for crew in crews(given, (id_, index), need):
            empty = need - len(crew)
            if empty >= fewest:
                break
            if not breaches(given, (*assigned, *crew)):
                fewest = min(fewest, empty + filled(rest, (*assigned, *crew)))
        return fewest

    return filled(places, given.fixed)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@whatever(months() | weeks_of_nights())
def test_no_roster_of_the_solver_breaks_a_rule(given: Given) -> None:
    drafted = draft(given)
    assert drafted.how == "solver"
    assert breaches(given, drafted.assigned) == []
    assert drafted.least_possible
    turns = draft(given, solver=False)
    assert missing(drafted) <= missing(turns)
    assert not turns.least_possible or missing(drafted) == missing(turns)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@whatever(months(most_shifts=4, most_members=3) | weeks_of_nights())
def test_no_roster_at_all_leaves_less_empty(given: Given) -> None:
    assert missing(draft(given)) == fewest_missing(given)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@whatever(months(most_shifts=5, most_members=3) | weeks_of_nights(), st.data())
def test_what_clashes_cannot_be_met_and_any_fewer_could(given: Given, data: st.DataObject) -> None:
    for clash in draft(given).clashes:
        assert fewest_missing(only(given, clash.demands)) > 0
        one = data.draw(st.sampled_from(clash.demands))
        assert fewest_missing(only(given, tuple(each for each in clash.demands if each != one))) == 0


def only(given: Given, demands: tuple[Place, ...]) -> Given:
    """The month with nothing asked for but these."""
    shifts = tuple(
        replace(
            each,
            slots=tuple(
                slot if (each.id, index) in demands else replace(slot, least=0)
                for index, slot in enumerate(each.slots)
            ),
        )
        for each in given.shifts
    )
    return replace(given, shifts=shifts)


def test_the_same_month_gives_the_same_roster() -> None:
    given = Given(tuple(shift(n, f"11-{n:02}T20:00") for n in range(1, 12)), tuple(map(person, range(5))))
    assert draft(given) == draft(given)


def test_it_is_at_least_as_fair_as_by_turns() -> None:
    shifts = tuple(shift(n, f"11-{n:02}T{20 if n % 3 else 8:02}:00", 12, TEAM) for n in range(1, 25))
    members = tuple(person(n, carried=Tally(n % 2, 0, 6 * n)) for n in range(6))
    given = Given(shifts, members)
    solved, turned = draft(given), draft(given, solver=False)
    assert not solved.unmet
    assert sum(burden(each.total) for each in solved.fairness.loads) <= sum(
        burden(each.total) for each in turned.fairness.loads
    )


def test_wishes_never_leave_a_shift_empty() -> None:
    given = Given((shift(1, "11-02T20:00"),), (person(1, wishes=(Wish(at("11-02T00:00").date(), "off"),)),))
    assert draft(given).unmet == ()


def test_an_impossible_month_names_the_demands_that_clash() -> None:
    fair, watch = shift(1, "11-03T08:00", 8, TEAM), shift(2, "11-03T10:00", 8, ANYBODY)
    alone = shift(3, "11-09T08:00", 8, TEAM)
    drafted = draft(Given((fair, watch, alone), (person(9, "孙队员"),)))
    assert [set(clash.demands) for clash in drafted.clashes] == [{(fair.id, 0), (watch.id, 0)}]
    assert "不能同时满足" in drafted.clashes[0].words
    assert "能排的只有1人：孙队员" in drafted.clashes[0].words
    assert drafted.least_possible
    assert any("孙队员：同时在11月3日" in words for words in drafted.unmet[0].why)


def test_a_demand_nobody_can_meet_clashes_with_nothing_but_itself() -> None:
    given = Given((shift(1, "11-03T08:00", 8, TEAM),), (officer(1),))
    for drafted in (draft(given), draft(given, solver=False)):
        assert [clash.words for clash in drafted.clashes] == [
            "值班室 08:00—16:00 “执法队员”1人（11月3日），没有人能排"
        ]
        assert drafted.unmet[0].why == ("需要“执法队员”1人，排上0人，没有单位和岗位都符合的人",)
        assert drafted.least_possible


def test_where_hands_have_put_somebody_the_solver_goes_round_it() -> None:
    one, other, members = shift(1, "11-02T08:00"), shift(2, "11-02T20:00"), (person(1), person(2))
    given = Given((one, other), members, fixed=(put(one, members[0]),))
    assert set(draft(given).assigned) == {put(one, members[0]), put(other, members[1])}


def test_nobody_comes_back_soon_where_others_have_rested() -> None:
    shifts = tuple(shift(n, f"11-{n:02}T08:00") for n in (2, 3, 4, 5))
    given = Given(shifts, (person(1), person(2)))
    mine = [
        sum(each.member == given.members[0].id for each in draft(given).assigned if each.shift == day.id)
        for day in shifts
    ]
    assert mine in ([0, 1, 0, 1], [1, 0, 1, 0])


def test_demands_of_one_post_are_said_once_with_their_days() -> None:
    days = [shift(n, f"11-{n:02}T08:00", 24) for n in (3, 4, 5, 6, 7, 8, 9)]
    (clash,) = draft(Given(tuple(days), (person(1, "甲"), person(2, "乙")))).clashes
    assert clash.words == (
        "下面7项不能同时满足：值班室 08:00—次日 08:00 “值班员”1人（11月3日—9日）。算上休息和工时，能排的只有2人：甲、乙"
    )


def test_where_something_must_stay_empty_it_is_not_the_weekend_first() -> None:
    days = [shift(n, f"11-{n:02}T08:00", 24) for n in (2, 3, 4, 5, 6, 7, 8)]
    (empty,) = draft(Given(tuple(days), (person(1), person(2)))).unmet
    assert empty.shift not in (days[5].id, days[6].id)
