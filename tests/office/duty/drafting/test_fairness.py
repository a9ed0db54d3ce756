"""Who bears how much, beside those who could have borne it."""

from backend.office.duty.drafting import Assigned, Given, Tally, balances, fairness
from tests.office.duty.drafting.months import POLICE, leave, officer, person, put, shift

WATCHES = tuple(shift(n, f"11-{n:02}T20:00") for n in (2, 3, 4, 7))  # Monday to Wednesday, and a Saturday


def test_nights_free_days_and_hours_are_counted() -> None:
    one, other = person(1), person(2)
    found = fairness(Given(WATCHES, (one, other)), [put(each, one) for each in WATCHES])
    assert [each.month for each in found.loads] == [Tally(4, 1, 48), Tally()]
    assert found.spread == Tally(4, 1, 48)


def test_only_those_are_compared_who_could_stand_in_for_each_other() -> None:
    post = shift(1, "11-02T20:00", 12, POLICE)
    found = fairness(Given((post,), (officer(1), person(2), officer(3))), [put(post, officer(1))])
    assert [each.peers for each in found.loads] == [0, None, 0]
    assert found.spread == Tally(1, 0, 12)


def test_days_away_are_credited_with_an_equal_share() -> None:
    gone, there = person(1, away=(leave("11-02T00:00", "11-05T00:00"),)), person(2)
    given = Given(WATCHES, (gone, there))
    placed: list[Assigned] = [put(each, there) for each in WATCHES[:3]] + [put(WATCHES[3], gone)]
    loads = fairness(given, placed).loads
    assert [each.credited for each in loads] == [Tally(1.5, 0, 18), Tally()]
    assert [each.total for each in loads] == [Tally(2.5, 1, 30), Tally(3, 0, 36)]


def test_what_is_carried_on_is_the_distance_from_the_average_and_adds_up_to_nothing() -> None:
    one, other = person(1), person(2)
    carried = balances(fairness(Given(WATCHES, (one, other)), [put(each, one) for each in WATCHES]))
    assert carried == {one.id: Tally(2, 0.5, 24), other.id: Tally(-2, -0.5, -24)}
    assert sum(carried.values(), Tally()) == Tally()


def test_what_was_carried_into_a_month_is_carried_out_of_it() -> None:
    tired, fresh = person(1, carried=Tally(2, 0, 24)), person(2, carried=Tally(-2, 0, -24))
    carried = balances(fairness(Given(WATCHES, (tired, fresh)), [put(each, fresh) for each in WATCHES]))
    assert carried == {tired.id: Tally(0, -0.5, 0), fresh.id: Tally(0, 0.5, 0)}


def test_a_roster_without_people_or_shifts_is_fair() -> None:
    assert fairness(Given((), ()), []).spread == Tally()
    assert fairness(Given(WATCHES, ()), []).loads == ()
    assert [each.peers for each in fairness(Given((), (person(1),)), []).loads] == [None]
