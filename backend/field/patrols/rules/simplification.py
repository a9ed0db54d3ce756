"""Fewer points for drawing: what deviates less than a pen's width from a straight line is left out. Pure."""

from collections.abc import Sequence
from itertools import groupby
from math import cos, hypot, radians
from operator import attrgetter
from uuid import UUID

from backend.field.patrols.rules.track import Segment, Track
from backend.foundation.maps import Way

Position = tuple[float, float]  # latitude, longitude
METRES_PER_DEGREE = 111_320.0
FINENESS = 1000  # a picture is some 500 pixels wide, and half a pixel is not seen
_device = attrgetter("device")


def ways(track: Track) -> list[Way]:
    """Per device its stretches in order, as fine as a picture of the whole track shows."""
    tolerance_m = _extent_m(track) / FINENESS
    return [_way(device, list(own), tolerance_m) for device, own in groupby(track.segments, key=_device)]


def simplified(line: Sequence[Position], tolerance_m: float) -> list[Position]:
    """Douglas and Peucker (1973): keeps the ends, and no dropped point lies farther off than `tolerance_m`."""
    kept = {0, len(line) - 1}
    open_stretches = [(0, len(line) - 1)]
    while open_stretches:
        first, last = open_stretches.pop()
        offsets = [_offset_m(line[at], line[first], line[last]) for at in range(first + 1, last)]
        if offsets and max(offsets) > tolerance_m:
            farthest = first + 1 + offsets.index(max(offsets))
            kept.add(farthest)
            open_stretches += [(first, farthest), (farthest, last)]
    return [line[at] for at in sorted(kept) if line]


def _offset_m(position: Position, start: Position, end: Position) -> float:
    """Distance to the stretch between two positions, on a plane touching its start."""
    x, y = _metres(position, start)
    u, v = _metres(end, start)
    length = u * u + v * v
    along = min(1.0, max(0.0, (x * u + y * v) / length)) if length else 0.0
    return hypot(x - along * u, y - along * v)


def _metres(position: Position, origin: Position) -> tuple[float, float]:
    return (
        (position[1] - origin[1]) * METRES_PER_DEGREE * cos(radians(origin[0])),
        (position[0] - origin[0]) * METRES_PER_DEGREE,
    )


def _way(device: UUID, segments: Sequence[Segment], tolerance_m: float) -> Way:
    stretches = [simplified([fix.position for fix in segment.points], tolerance_m) for segment in segments]
    return Way(str(device), stretches, segments[-1].points[-1].at)


def _extent_m(track: Track) -> float:
    """From corner to corner of what holds it."""
    fixes = [fix.position for segment in track.segments for fix in segment.points]
    if not fixes:
        return 0.0
    lats, lons = zip(*fixes, strict=True)
    return hypot(*_metres((max(lats), max(lons)), (min(lats), min(lons))))
