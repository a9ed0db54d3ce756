"""The invented weeks before they are told to the product: believable, and the same every time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from backend.demo.townships import key_places, sketch_features
from backend.demo.weeks.discoveries import TAKES_TWO_OFFICERS, discoveries, pool
from backend.demo.weeks.network import Network, Position, metres, network
from backend.demo.weeks.schedule import around, is_market_day, outings, over, told_outings
from backend.demo.weeks.walking import Walk, walk
from backend.field.findings.rules.categories import CATEGORIES
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.foundation.now import local

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
GAP = timedelta(minutes=2)


def places(township: str) -> dict[str, Position]:
    return {place["name"]: tuple(place["at"]) for place in key_places()[township]}


def roads(township: str) -> Network:
    return network(sketch_features(township))


def walks() -> Iterator[tuple[float, Walk]]:
    """Every kind of outing, walked once."""
    for township in ("sfz", "lz"):
        net, known = roads(township), places(township)
        for outing in outings(NOW)[:40]:
            if outing.township == township:
                stops = [(name, known[name]) for name in outing.route]
                yield (
                    outing.pace,
                    walk(net, stops, outing.begins, outing.ends, pace=outing.pace, chance=Random(7)),
                )


@pytest.mark.parametrize("township", ["sfz", "lz"])
def test_every_road_leads_to_every_other(township: str) -> None:
    net = roads(township)
    reached, waiting = set[Position](), [next(iter(net.roads))]
    while waiting:
        point = waiting.pop()
        if point not in reached:
            reached.add(point)
            waiting += net.roads[point]
    assert reached == set(net.roads)


def test_every_place_on_a_route_or_of_a_finding_is_a_key_place() -> None:
    known = {name for township in ("sfz", "lz") for name in places(township)}
    routes = {name for kinds in told_outings().values() for told in kinds for name in told["route"]}
    assert routes | {told["at"] for told in pool()} <= known


def test_categories_and_ways_of_handling_are_the_products_own() -> None:
    assert {told["category"] for told in pool()} <= set(CATEGORIES)
    assert {way for told in pool() for way in told["ways"]} <= set(DISPOSITIONS)


def test_tracks_go_forward_in_time_at_a_speed_one_can_go() -> None:
    for pace, walked in walks():
        for one, other in pairwise(walked.fixes):
            seconds = (other.at - one.at).total_seconds()
            assert seconds >= 0
            if other.accuracy_m < 20 and one.accuracy_m < 20 and 0 < seconds <= 120:
                assert metres((one.lat, one.lon), (other.lat, other.lon)) <= max(pace * 3, 5) * seconds + 60


def test_gaps_are_rare_and_short_enough_to_be_believed() -> None:
    gaps = [
        other.at - one.at
        for _, walked in walks()
        for one, other in pairwise(walked.fixes)
        if other.at - one.at > GAP
    ]
    assert gaps
    assert len(gaps) < 20
    assert max(gaps) < timedelta(minutes=15)


def test_stays_follow_each_other_and_end_with_the_patrol() -> None:
    for _, walked in walks():
        assert all(one.ends <= other.begins for one, other in pairwise(walked.visits))


def test_the_same_day_is_the_same_weeks() -> None:
    assert outings(NOW) == outings(NOW + timedelta(hours=3))


def test_five_weeks_end_with_this_moment() -> None:
    past = over(outings(NOW), NOW)
    assert NOW - past[0].begins > timedelta(days=33)
    assert all(outing.ends < NOW for outing in past)
    assert len([outing for outing in past if outing.township == "sfz"]) > 40
    assert {outing.kind for outing in past} == {"joint", "routine", "pre_event", "campaign", "stand_by"}


@pytest.mark.parametrize(
    "moment",
    [f"2026-11-23T{hour:02d}:59:00+08:00" for hour in (0, 6, 12, 23)] + ["2027-01-01T00:10:00+08:00"],
)
def test_every_hour_has_something_overdue_ready_and_running(moment: str) -> None:
    now = datetime.fromisoformat(moment)
    standing = around(now)
    assert now - timedelta(hours=1) < standing["overdue"].begins < now - timedelta(minutes=30)
    assert now < standing["ready"].begins < now + timedelta(hours=1)
    assert standing["running"].begins < now < standing["running"].ends


def test_duiyuan_is_free_to_start_a_patrol() -> None:
    assert not {"duiyuan", "minjing"} & {name for outing in around(NOW).values() for name in outing.crew}


def test_power_is_only_exercised_by_two_officers() -> None:
    [outing, *_] = [outing for outing in outings(NOW) if outing.kind == "campaign"]
    net, known = roads("sfz"), places("sfz")
    stops = [(name, known[name]) for name in outing.route]
    visits = walk(net, stops, outing.begins, outing.ends, pace=1.2, chance=Random(1)).visits
    alone = [
        found.disposition
        for seed in range(20)
        for found in discoveries(visits, 9, two_officers=False, chance=Random(seed))
    ]
    assert TAKES_TWO_OFFICERS.isdisjoint(alone)
    together = {
        found.disposition
        for seed in range(20)
        for found in discoveries(visits, 9, two_officers=True, chance=Random(seed))
    }
    assert together >= TAKES_TWO_OFFICERS


def test_a_patrol_that_found_nothing_says_so() -> None:
    [outing, *_] = outings(NOW)
    known = places(outing.township)
    stops = [(name, known[name]) for name in outing.route]
    visits = walk(roads(outing.township), stops, outing.begins, outing.ends, pace=2, chance=Random(1)).visits
    [nothing] = discoveries(visits, 0, two_officers=True, chance=Random(1))
    assert nothing.is_nothing
    assert nothing.photos == 0


def test_market_days_end_in_three_and_eight() -> None:
    assert is_market_day(local(NOW).date())
    assert not is_market_day(local(NOW).date() + timedelta(days=1))
