"""Numbered findings and the ends of tracks on the sheet, moved apart where they would cover each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, dist, pi, sin

from backend.foundation.letters.sketch.frame import Frame, Position, Spot
from backend.foundation.letters.sketch.labels import TYPEFACE

RADIUS = 21.0
_APART = 2 * RADIUS + 3
_DIRECTIONS = 12
_RINGS = 10
_TWO_SIGNS = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc with a word in it; `hollow` for the ends of a track, filled for findings."""

    word: str
    position: Position
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, where it belongs and where its disc came to lie."""

    mark: Mark
    true: Spot
    spot: Spot


def arranged(marks: Sequence[Mark], frame: Frame) -> list[Placed]:
    """Discs that do not cover each other, each as near to its true spot as those before it allow."""
    placed: list[Placed] = []
    for mark in marks:
        true = frame.place(mark.position)
        placed.append(Placed(mark, true, _free_spot(true, [each.spot for each in placed], frame)))
    return placed


def drawn(placed: Sequence[Placed]) -> Iterator[str]:
    """SVG; a thin line leads from a moved disc to its true spot, and no disc lies under a line."""
    yield from (_leader(each.true, each.spot) for each in placed if each.spot != each.true)
    yield from (_disc(each.mark, each.spot) for each in placed)


def _free_spot(true: Spot, taken: Sequence[Spot], frame: Frame) -> Spot:
    """The nearest spot that no disc covers; the true one when the sheet around is full."""
    for candidate in _around(true):
        if frame.holds(candidate) and all(dist(candidate, other) >= _APART for other in taken):
            return candidate
    return true


def _around(true: Spot) -> Iterator[Spot]:
    yield true
    for ring in range(1, _RINGS + 1):
        steps = _DIRECTIONS * ring
        reach = _APART * (ring + 0.2)
        for step in range(steps):
            angle = 2 * pi * step / steps - pi / 2
            yield round(true[0] + reach * cos(angle), 1), round(true[1] + reach * sin(angle), 1)


def _leader(true: Spot, spot: Spot) -> str:
    return (
        f'<circle cx="{true[0]:g}" cy="{true[1]:g}" r="6" fill="#14181f"/>'
        f'<path d="M{true[0]:g} {true[1]:g}L{spot[0]:g} {spot[1]:g}" stroke="#14181f" stroke-width="2.5"/>'
    )


def _disc(mark: Mark, spot: Spot) -> str:
    x, y = spot
    size = 26 if len(mark.word) <= _TWO_SIGNS else 20
    fill, edge, ink = ("#ffffff", "#1b4f8f", "#174680") if mark.hollow else ("#14181f", "#ffffff", "#ffffff")
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{RADIUS:g}" fill="{fill}" stroke="{edge}" stroke-width="4"/>'
        f'<text x="{x:g}" y="{y + size * 0.36:g}" text-anchor="middle" font-size="{size}" fill="{ink}" '
        f'font-family="{TYPEFACE}">{mark.word}</text>'
    )
