"""Fewer points for drawing: what deviates less than a pen's width from a straight line is left out. Pure."""

from collections.abc import Sequence
from itertools import groupby
from math import cos, hypot, radians
from operator import attrgetter
from uuid import UUID

from backend.field.patrols.rules.track import Segment, Track
from backend.foundation.maps import Way

Position = tuple[float, float]  # latitude, longitude
Spot = tuple[float, float]  # metres east and north
METRES_PER_DEGREE = 111_320.0
FINENESS = 1000  # a picture is some 500 pixels wide, and half a pixel is not seen
_device = attrgetter("device")


def ways(track: Track) -> list[Way]:
    """Per device its stretches in order, as fine as a picture of the whole track shows."""
    tolerance_m = _extent_m(track) / FINENESS
    return [_way(device, list(own), tolerance_m) for device, own in groupby(track.segments, key=_device)]


def simplified(line: Sequence[Position], tolerance_m: float) -> list[Position]:
    """Douglas and Peucker (1973): keeps the ends, and no dropped point lies farther off than `tolerance_m`."""
    if len(line) <= 2:  # noqa: PLR2004 the two ends
        return list(line)
    spots = [_metres(position, line[0]) for position in line]
    kept = {0, len(line) - 1}
    open_stretches = [(0, len(line) - 1)]
    while open_stretches:
        first, last = open_stretches.pop()
        offsets = _offsets_m(spots[first + 1 : last], spots[first], spots[last])
        if offsets and max(offsets) > tolerance_m:
            farthest = first + 1 + offsets.index(max(offsets))
            kept.add(farthest)
            open_stretches += [(first, farthest), (farthest, last)]
    return [line[at] for at in sorted(kept)]


def _offsets_m(spots: Sequence[Spot], start: Spot, end: Spot) -> list[float]:
    """Distances to the stretch between two spots, on the plane touching the beginning of the line."""
    (x0, y0), (u, v) = start, (end[0] - start[0], end[1] - start[1])
    length = u * u + v * v
    if not length:
        return [hypot(x - x0, y - y0) for x, y in spots]
    along = [min(1.0, max(0.0, ((x - x0) * u + (y - y0) * v) / length)) for x, y in spots]
    return [hypot(x - x0 - part * u, y - y0 - part * v) for (x, y), part in zip(spots, along, strict=True)]


def _metres(position: Position, origin: Position) -> Spot:
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
