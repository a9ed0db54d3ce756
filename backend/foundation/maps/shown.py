"""What is to be seen on a map, and from that its picture in the shape a page has room for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from backend.foundation.maps.drawing import Drawing, DrawnWay, Name, ground_of, name_of
from backend.foundation.maps.mercator import Position, Room, View, view_of
from backend.foundation.maps.names import Box, Lettering, box_around, placed
from backend.foundation.maps.outlines import key_places, path, positions

# As wide as on a telephone, as high as static/css/parts/map.css has it.
SHAPES = {"strip": Room(390, 236, 44), "short": Room(390, 176, 44), "panel": Room(358, 300, 56)}
CLOSEST, AROUND = 16.0, 0.15
CHINA: list[Position] = [(18.0, 73.5), (53.5, 135.0)]

_DISC = 17.0  # a number with its edge
_TREAD = 6.0  # half as wide as a track with its casing and the breath beside it
_LETTERS = {False: Lettering(13, 7), True: Lettering(17, 8)}  # --ld-t-note, ordinary and 关怀模式
_LEGEND = {False: (160.0, 42.0), True: (190.0, 52.0)}
_LINES = [("轨迹", False), ("中断", True)]  # and whether it is a gap
_OPEN = {False: (150.0, 60.0), True: (190.0, 68.0)}


@dataclass(frozen=True, slots=True)
class Way:
    """One device's stretches in order, each with at least one position; between two lies a gap."""

    device: str
    stretches: Sequence[Sequence[Position]]
    until: datetime


@dataclass(frozen=True, slots=True)
class Map:
    """`township`: its GeoJSON; `numbered`: findings or hazards by the number they have in the list."""

    township: Mapping[str, Any]
    ways: Sequence[Way] = ()
    numbered: Sequence[tuple[int, Position]] = ()

    def drawn(self, shape: str, *, care: bool, grows: bool = False) -> Drawing:
        """For a frame of that shape; `care`: with the letters of 关怀模式, `grows`: a telephone draws on in it."""
        view = self._view(SHAPES[shape])
        numbers = [(number, view.place(position)) for number, position in self.numbered]
        legend = _LINES if grows else _legend(self.ways)
        taken = [box_around(spot, _DISC) for _, spot in numbers]
        taken += _covered(shape, view, care=care, legend=bool(legend))
        return Drawing(
            view,
            list(ground_of(self.township, view)),
            _names(self.township, view, (taken, _trodden(self.ways, view)), _LETTERS[care]),
            [_drawn(way, view) for way in self.ways],
            numbers,
            legend,
        )

    def _view(self, room: Room) -> View:
        """What the record shows; else the township; else the country."""
        own = [position for way in self.ways for stretch in way.stretches for position in stretch]
        own += [position for _, position in self.numbered]
        if own:
            return view_of(own, room, pad=AROUND, closest=CLOSEST)
        return view_of(positions(self.township) or CHINA, room, pad=0, closest=CLOSEST)


def _names(
    township: Mapping[str, Any], view: View, room: tuple[list[Box], list[Box]], letters: Lettering
) -> list[Name]:
    """Those a telephone shows first; what lies farther out is not written into its picture. `room`: what must stay legible,
    and what is shunned."""
    taken, shunned = room
    core = Box(-view.width / 2, -view.height / 2, view.width / 2, view.height / 2)
    around = Box(*(10 * edge for edge in (core.left, core.top, core.right, core.bottom)))
    dots = [(name, view.place(position)) for name, position in key_places(township)]
    inner_first = sorted(dots, key=lambda dot: not core.holds(box_around(dot[1], 0)))
    return [
        name_of(each, letters.size, core)
        for each in placed(inner_first, taken, [core, around], letters, shunned)
    ]


def _trodden(ways: Sequence[Way], view: View) -> list[Box]:
    """Where the tracks run, in squares of some units: a name is sought beside them, for it would lie under them."""
    spots = (view.place(position) for way in ways for stretch in way.stretches for position in stretch)
    squares = {(round(x / _TREAD), round(y / _TREAD)) for x, y in spots}
    return [box_around((x * _TREAD, y * _TREAD), _TREAD) for x, y in squares]


def _drawn(way: Way, view: View) -> DrawnWay:
    return DrawnWay(
        way.device,
        way.until,
        way.stretches[-1][-1],
        [path((before[-1], after[0]), view.place) for before, after in pairwise(way.stretches)],
        [path(stretch, view.place) for stretch in way.stretches if len(stretch) > 1],
    )


def _legend(ways: Sequence[Way]) -> list[tuple[str, bool]]:
    """Of what is to be seen only."""
    walked = any(len(stretch) > 1 for way in ways for stretch in way.stretches)
    broken = any(len(way.stretches) > 1 for way in ways)
    return [line for line, seen in zip(_LINES, (walked, broken), strict=True) if seen]


def _covered(shape: str, view: View, *, care: bool, legend: bool) -> list[Box]:
    """The button stands over the map, at its corner, and the legend at another one."""
    right, bottom, (wide, high) = view.width / 2, view.height / 2, _LEGEND[care]
    button = Box(right - _OPEN[care][0], bottom - _OPEN[care][1], right, bottom)
    if not legend:
        return [button]
    if shape == "panel":
        return [button, Box(right - wide, -bottom, right, high - bottom)]
    return [button, Box(-right, bottom - high, wide - right, bottom)]
