"""Fewer points for drawing: what deviates less than a pen's width from a straight line is left out. Pure."""

from collections.abc import Sequence
from math import cos, hypot, radians

from backend.field.patrols.rules.track import Track

Position = tuple[float, float]  # latitude, longitude
METRES_PER_DEGREE = 111_320.0


def lines(track: Track, tolerance_m: float) -> list[list[list[Position]]]:
    """Per device its segments in order, as lines of exact fixes; the room between two lines is a gap."""
    devices: dict[object, list[list[Position]]] = {}
    for segment in track.segments:
        line = [point.position for point in segment.exact]
        if line:
            devices.setdefault(segment.device, []).append(simplified(line, tolerance_m))
    return list(devices.values())


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
