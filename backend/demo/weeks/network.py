"""The roads of a sketch as a network one can walk along. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import combinations, pairwise
from math import cos, hypot, radians
from typing import Any

Position = tuple[float, float]  # latitude, longitude (WGS-84)

METRES_PER_DEGREE = 110_760
JOINED_WITHIN_M = 80  # lines drawn apart by less than this meet


def metres(one: Position, other: Position) -> float:
    """Flat distance; exact enough within one township."""
    north = (other[0] - one[0]) * METRES_PER_DEGREE
    east = (other[1] - one[1]) * METRES_PER_DEGREE * cos(radians(one[0]))
    return hypot(north, east)


@dataclass
class Network:
    """Road points and how far each is from those next to it."""

    roads: dict[Position, dict[Position, float]] = field(default_factory=lambda: defaultdict(dict))
    _known: dict[tuple[Position, Position], list[Position]] = field(default_factory=dict)

    def join(self, one: Position, other: Position) -> None:
        self.roads[one][other] = self.roads[other][one] = metres(one, other)

    def way(self, start: Position, goal: Position) -> list[Position]:
        """The shortest way from one place to another, to the nearest road and along it."""
        if (start, goal) not in self._known:
            points = list(self.roads)
            along = self._along(_closest(points, start), _closest(points, goal))
            self._known[start, goal] = [start, *along, goal]
        return self._known[start, goal]

    def _along(self, start: Position, goal: Position) -> list[Position]:
        """Between road points; just the two where no road leads from one to the other."""
        reached: dict[Position, Position | None] = {}
        waiting: list[tuple[float, Position, Position | None]] = [(0.0, start, None)]
        while waiting:
            far, point, before = heappop(waiting)
            if point in reached:
                continue
            reached[point] = before
            if point == goal:
                return _traced(reached, goal)
            for following, length in self.roads[point].items():
                if following not in reached:
                    heappush(waiting, (far + length, following, point))
        return [start, goal]


def network(features: Iterable[Mapping[str, Any]]) -> Network:
    """Roads and lanes of a sketch's GeoJSON features, joined where they meet."""
    lines = [
        [(lat, lon) for lon, lat in feature["geometry"]["coordinates"]]
        for feature in features
        if feature["properties"]["kind"] in ("road", "lane")
    ]
    made = Network()
    for line in lines:
        for one, other in pairwise(line):
            made.join(one, other)
    for one_line, other_line in combinations(lines, 2):
        for one, other in _meetings(one_line, other_line):
            made.join(one, other)
    return made


def _meetings(
    one_line: Sequence[Position], other_line: Sequence[Position]
) -> list[tuple[Position, Position]]:
    """Where two lines come closest, and where an end of one comes close to the other."""
    closest = min(((one, other) for one in one_line for other in other_line), key=lambda pair: metres(*pair))
    of_one = [(end, _closest(other_line, end)) for end in (one_line[0], one_line[-1])]
    of_other = [(_closest(one_line, end), end) for end in (other_line[0], other_line[-1])]
    candidates = (closest, *of_one, *of_other)
    return [pair for pair in candidates if pair[0] != pair[1] and metres(*pair) <= JOINED_WITHIN_M]


def _closest(line: Sequence[Position], place: Position) -> Position:
    return min(line, key=lambda point: metres(point, place))


def _traced(reached: Mapping[Position, Position | None], goal: Position) -> list[Position]:
    way: list[Position] = []
    point: Position | None = goal
    while point is not None:
        way.append(point)
        point = reached[point]
    return way[::-1]
