"""轮流: every hard rule holds, nobody is forgotten, nobody bears it alone."""

from hypothesis import given as whatever
from hypothesis import settings

from backend.office.duty.drafting import Assigned, Bounds, Given, Tally, Wish, draft
from backend.office.duty.drafting.rotation import rotate
from tests.office.duty.drafting.checker import breaches
from tests.office.duty.drafting.months import (
    TEAM,
    at,
    leave,
    months,
    officer,
    person,
    put,
    shift,
    weeks_of_nights,
)
from tests.office.duty.drafting.township import month


def by_name(given: Given, assigned: tuple[Assigned, ...]) -> list[str]:
    names = {member.id: member.name for member in given.members}
    return [names[each.member] for each in sorted(assigned, key=lambda each: each.shift)]


@settings(max_examples=100, deadline=None)
@whatever(months() | weeks_of_nights())
def test_no_roster_by_turns_breaks_a_rule(given: Given) -> None:
    assigned = rotate(given)
    assert breaches(given, assigned) == []
    assert rotate(given) == assigned


@settings(max_examples=100, deadline=None)
@whatever(months() | weeks_of_nights())
def test_what_stays_empty_is_told_with_a_reason_for_everybody(given: Given) -> None:
    drafted = draft(given, solver=False)
    slots = {(each.id, n): slot for each in given.shifts for n, slot in enumerate(each.slots)}
    for (id_, index), slot in slots.items():
        there = sum((each.shift, each.slot) == (id_, index) for each in drafted.assigned)
        told = [each for each in drafted.unmet if (each.shift, each.slot) == (id_, index)]
        assert [each.missing for each in told] == ([slot.least - there] if there < slot.least else [])
        assert not any("加上就行" in words for each in told for words in each.why)


def test_whoever_bears_least_comes_next() -> None:
    given = Given(
        tuple(shift(n, f"11-{n:02}T20:00") for n in range(1, 10)), tuple(person(n) for n in range(3))
    )
    drafted = draft(given, solver=False)
    assert [load.month for load in drafted.fairness.loads] == [
        Tally(3, load.month.free_days, 36) for load in drafted.fairness.loads
    ]
    assert drafted.unmet == ()


def test_what_was_carried_over_is_evened_out() -> None:
    tired = person(1, "累了", carried=Tally(nights=2, hours=24))
    given = Given((shift(1, "11-02T20:00"), shift(2, "11-05T20:00")), (tired, person(2, "歇着")))
    assert by_name(given, rotate(given)) == ["歇着", "歇着"]


def test_whoever_was_away_owes_nothing_afterwards() -> None:
    back = person(1, "刚回来", away=(leave("11-01T00:00", "11-08T00:00"),))
    shifts = tuple(shift(n, f"11-{n:02}T20:00") for n in range(1, 15))
    given = Given(
        shifts, (back, person(2), person(3)), Bounds(most_nights_running=14, most_hours_in_seven_days=168)
    )
    loads = {load.member: load for load in draft(given, solver=False).fairness.loads}
    assert loads[back.id].credited.nights > 2
    assert loads[back.id].month.nights <= 3


def test_a_wish_is_kept_where_somebody_else_can_come() -> None:
    busy = person(1, "有事", wishes=(Wish(at("11-02T00:00").date(), "off"),))
    given = Given((shift(1, "11-02T20:00"),), (busy, person(2, "有空", carried=Tally(hours=6))))
    assert by_name(given, rotate(given)) == ["有空"]
    alone = Given(given.shifts, (busy,))
    assert by_name(alone, rotate(alone)) == ["有事"]


def test_one_is_moved_so_that_nothing_stays_empty() -> None:
    anywhere, only_here = person(1, "甲"), officer(2, "乙", carried=Tally(9, 9, 99))
    either, team = shift(1, "11-02T08:00"), shift(2, "11-02T09:00", 12, TEAM)
    given = Given((either, team), (anywhere, only_here))
    assert by_name(given, rotate(given)) == ["乙", "甲"]


def test_what_people_put_by_hand_stays_whatever_it_breaks() -> None:
    one, other, member = shift(1, "11-02T08:00"), shift(2, "11-02T10:00"), person(1)
    given = Given((one, other), (member, person(2)), fixed=(put(one, member), put(other, member)))
    assert set(rotate(given)) == set(given.fixed)


def test_a_whole_month_of_a_township_comes_out_whole_and_even() -> None:
    drafted = draft(month(), solver=False)
    assert breaches(month(), drafted.assigned) == []
    assert drafted.unmet == ()
    assert drafted.fairness.spread.nights <= 2
