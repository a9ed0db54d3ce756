"""What is open, in the order it is looked at: real before drills, unanswered first, by severity, then the nearest."""

from uuid import UUID

from backend.field.assists.queries.listed import ended_ones, open_ones
from tests.field.assists.calls import MARKET, Calls

STATION = (24.17775, 102.41129)


async def test_the_most_urgent_first_then_the_nearest(calls: Calls) -> None:
    drill = await calls.raised(exercise=True)
    routine = await calls.raised(severity="routine")
    taken = await calls.acknowledged()
    far = await calls.raised(position={**MARKET, "lat": 24.165})
    near = await calls.raised()
    nowhere = await calls.raised(position={"lat": 0, "lon": 0})
    police = await calls.street.cast.person("minjing")
    found = await open_ones(police, STATION)
    assert [str(line.assist.id) for line in found] == [near, far, nowhere, routine, taken, drill]
    metres = [line.distance_m for line in found]
    assert metres[2] is None
    assert metres[0] is not None
    assert 840 < metres[0] < 850  # geodesic, market to police station
    assert [line.taker for line in found] == [None, None, None, None, "周青岩", None]


async def test_without_a_place_of_ones_own_the_longest_waiting_first(calls: Calls) -> None:
    first = await calls.raised()
    calls.street.clock.later(seconds=5)
    second = await calls.raised()
    found = await open_ones(await calls.street.cast.person("minjing"))
    assert [line.assist.id for line in found] == [UUID(first), UUID(second)]
    assert {line.distance_m for line in found} == {None}


async def test_what_ended_stands_apart(calls: Calls) -> None:
    ended = await calls.resolved()
    police = await calls.street.cast.person("minjing")
    assert (await open_ones(police), [str(line.assist.id) for line in await ended_ones(police)]) == (
        [],
        [ended],
    )
