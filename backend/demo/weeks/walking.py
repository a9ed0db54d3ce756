"""A patrol's way along the roads, as the phone of its first officer recorded it. Pure: chance is given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import cos, radians
from random import Random

from backend.demo.weeks.network import METRES_PER_DEGREE, Network, Position, metres

STILL_EVERY_S = 100
ON_FOOT_M_S = 2.0
STEP_ON_FOOT_M, STEP_BY_CAR_M = 30, 90
LEAST_STAY = timedelta(minutes=3)
LONGEST_MOVING = 0.75  # of the whole time; who has farther to go goes faster
LOST_FIXES = 0.3  # of the tracks have a gap
POOR_FIX = 0.02


@dataclass(frozen=True, slots=True)
class Fix:
    """One position of the phone."""

    at: datetime
    lat: float
    lon: float
    accuracy_m: float


@dataclass(frozen=True, slots=True)
class Visit:
    """The stay at one place of the route."""

    place: str
    begins: datetime
    ends: datetime
    position: Position


@dataclass(frozen=True, slots=True)
class Walk:
    """What was recorded, and where the patrol stayed."""

    fixes: tuple[Fix, ...]
    visits: tuple[Visit, ...]


def walk(
    roads: Network,
    stops: Sequence[tuple[str, Position]],
    begins: datetime,
    ends: datetime,
    *,
    pace: float,
    chance: Random,
) -> Walk:
    """From stop to stop within the time; what is not needed for the way is spent at the stops."""
    ways = [roads.way(one, other) for (_, one), (_, other) in pairwise(stops)]
    length = sum(metres(*leg) for way in ways for leg in pairwise(way))
    moving = min(length / pace, (ends - begins).total_seconds() * LONGEST_MOVING)
    stays = _stays(ends - begins - timedelta(seconds=moving), len(stops), chance)
    fixes: list[Fix] = []
    visits: list[Visit] = []
    at = begins
    for number, (name, position) in enumerate(stops):
        visits.append(Visit(name, at, at + stays[number], position))
        fixes += _standing(visits[-1], chance)
        at += stays[number]
        if number < len(ways):
            speed = length / moving if moving else pace
            fixes += _moving(ways[number], at, speed, chance)
            at += timedelta(seconds=sum(metres(*leg) for leg in pairwise(ways[number])) / speed)
    return Walk(tuple(_with_gap(fixes, chance)), tuple(visits))


def _stays(left: timedelta, stops: int, chance: Random) -> list[timedelta]:
    """The time left shared out unevenly, a few minutes each if there are as many; together never more than is left."""
    shares = [chance.uniform(0.5, 1.5) for _ in range(stops)]
    stays = [max(LEAST_STAY, left * (share / sum(shares))) for share in shares]
    return [stay * min(1.0, left / sum(stays, timedelta())) for stay in stays]


def _standing(visit: Visit, chance: Random) -> Iterator[Fix]:
    at = visit.begins
    while at < visit.ends:
        yield _seen(at, visit.position, chance)
        at += timedelta(seconds=STILL_EVERY_S + chance.uniform(-15, 15))


def _moving(way: Sequence[Position], at: datetime, speed: float, chance: Random) -> Iterator[Fix]:
    """A fix every few metres, and at least every minute."""
    step = min(STEP_ON_FOOT_M if speed <= ON_FOOT_M_S else STEP_BY_CAR_M, speed * 55)
    due = step
    for one, other in pairwise(way):
        length = metres(one, other)
        while due <= length:
            part = due / length
            yield _seen(at + timedelta(seconds=due / speed), _between(one, other, part), chance)
            due += step
        at += timedelta(seconds=length / speed)
        due -= length


def _between(one: Position, other: Position, part: float) -> Position:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _seen(at: datetime, position: Position, chance: Random) -> Fix:
    """Where the phone believes to be: beside the true place by a part of its accuracy."""
    poor = chance.random() < POOR_FIX
    accuracy = chance.uniform(110, 180) if poor else chance.uniform(4, 16)
    north, east = (chance.gauss(0, min(accuracy, 60) / 3) for _ in range(2))
    lat, lon = position
    return Fix(
        at.replace(microsecond=0),
        round(lat + north / METRES_PER_DEGREE, 6),
        round(lon + east / (METRES_PER_DEGREE * cos(radians(lat))), 6),
        round(accuracy, 1),
    )


def _with_gap(fixes: Sequence[Fix], chance: Random) -> Iterator[Fix]:
    """Some phones were locked for a few minutes on the way: what was not recorded is not there."""
    lost_from = lost_until = fixes[-1].at
    if chance.random() < LOST_FIXES:
        lost_from = fixes[0].at + (fixes[-1].at - fixes[0].at) * chance.uniform(0.3, 0.6)
        lost_until = lost_from + timedelta(minutes=chance.uniform(4, 9))
    return (fix for fix in fixes if not lost_from < fix.at < lost_until)
