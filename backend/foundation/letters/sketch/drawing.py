"""路线示意图: where a patrol went and what it found, as one SVG for paper."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from backend.foundation.letters.sketch.frame import Frame, Line, Position, frame_around
from backend.foundation.letters.sketch.ground import ground
from backend.foundation.letters.sketch.labels import TYPEFACE, labels
from backend.foundation.letters.sketch.marks import RADIUS, Mark, arranged, drawn
from backend.foundation.maps.names import box_around
from backend.foundation.maps.outlines import key_places, path

WIDTH, HEIGHT = 1600.0, 750.0  # 160 mm × 75 mm: a short patrol's page still holds it below its tables
_TRACK = 'fill="none" stroke="#1b4f8f" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"'
_HALO = 'fill="none" stroke="#ffffff" stroke-width="15" stroke-linecap="round" stroke-linejoin="round"'
_GAP = 'fill="none" stroke="#6b4000" stroke-width="7" stroke-dasharray="16 12"'


def sketch(
    tracks: Sequence[Sequence[Line]],
    findings: Sequence[tuple[int, Position]],
    township: Mapping[str, Any] | None = None,
) -> str | None:
    """SVG text, or None where there is neither a track nor a finding with a position.

    `tracks`: per device its segments in order; what lies between two segments is a gap and is drawn as one.
    `findings`: number in the table and position. `township`: its GeoJSON in WGS-84, drawn beneath.
    """
    segments = [segment for track in tracks for segment in track if segment]
    positions = [position for segment in segments for position in segment] + [spot for _, spot in findings]
    if not positions:
        return None
    frame = frame_around(positions, WIDTH, HEIGHT)
    body = "".join(_layers(tracks, findings, township or {}, frame))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}">'
        f'<clipPath id="sheet"><rect width="{WIDTH:g}" height="{HEIGHT:g}"/></clipPath>'
        f'<g clip-path="url(#sheet)"><rect width="{WIDTH:g}" height="{HEIGHT:g}" fill="#fbfbf9"/>{body}</g>'
        f'<rect x="1.5" y="1.5" width="{WIDTH - 3:g}" height="{HEIGHT - 3:g}" fill="none" stroke="#434c59" '
        f'stroke-width="3"/></svg>'
    )


def _layers(
    tracks: Sequence[Sequence[Line]],
    findings: Sequence[tuple[int, Position]],
    township: Mapping[str, Any],
    frame: Frame,
) -> Iterator[str]:
    yield from ground(township, frame)
    for track in tracks:
        yield from _track([list(segment) for segment in track if segment], frame)
    numbered = [Mark(str(number), position) for number, position in findings]
    placed = arranged([*_ends(tracks), *numbered], frame)
    yield from labels(key_places(township), [box_around(each.spot, RADIUS) for each in placed], frame)
    yield from drawn(placed)
    yield _north(frame)
    yield _scale_bar(frame)


def _track(segments: Sequence[list[Position]], frame: Frame) -> Iterator[str]:
    for before, after in pairwise(segments):
        yield f'<path d="{path([before[-1], after[0]], frame.place)}" {_GAP}/>'
    for style in (_HALO, _TRACK):
        yield from (
            f'<path d="{path(segment, frame.place)}" {style}/>' for segment in segments if len(segment) > 1
        )


def _ends(tracks: Sequence[Sequence[Line]]) -> Iterator[Mark]:
    """起 and 终 of each device's track."""
    for track in tracks:
        held = [segment for segment in track if segment]
        if held:
            yield Mark("起", held[0][0], hollow=True)
            yield Mark("终", held[-1][-1], hollow=True)


def _north(frame: Frame) -> str:
    x = frame.width - 50
    return (
        f'<path d="M{x:g} 28L{x + 16:g} 74L{x:g} 62L{x - 16:g} 74Z" fill="#14181f"/>'
        f'<text x="{x:g}" y="106" text-anchor="middle" font-size="28" font-family="{TYPEFACE}">北</text>'
    )


def _scale_bar(frame: Frame) -> str:
    metres = _round_length(frame.width / 5 / frame.units_per_metre)
    length, y = metres * frame.units_per_metre, frame.height - 34
    words = f"{metres // 1000}公里" if metres >= 1000 else f"{metres}米"  # noqa: PLR2004 metres in a kilometre
    return (
        f'<path d="M40 {y - 12:g}V{y:g}H{40 + length:g}V{y - 12:g}" fill="none" stroke="#14181f" stroke-width="4"/>'
        f'<text x="{40 + length / 2:g}" y="{y - 14:g}" text-anchor="middle" font-size="28" '
        f'font-family="{TYPEFACE}">{words}</text>'
    )


def _round_length(metres: float) -> int:
    """The longest of 1, 2, 5 × 10ⁿ that is no longer than `metres` (at least 1 m)."""
    return max(
        (step * 10**power for power in range(7) for step in (1, 2, 5) if step * 10**power <= metres),
        default=1,
    )
