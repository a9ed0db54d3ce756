"""Names of key places beside their dots, on whichever side nothing else is written; left out where there is no room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from backend.foundation.letters.sketch.frame import Frame, Position, Spot

TYPEFACE = "Noto Sans CJK SC"
SIZE = 28
_BESIDE = 12
_TEXT = f'font-size="{SIZE}" font-family="{TYPEFACE}"'
_HALO = 'fill="#ffffff" stroke="#ffffff" stroke-width="7" stroke-linejoin="round"'


@dataclass(frozen=True, slots=True)
class Box:
    """What is taken on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def box_around(spot: Spot, reach: float) -> Box:
    return Box(spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach)


def labels(places: Sequence[tuple[str, Position]], taken: Sequence[Box], frame: Frame) -> Iterator[str]:
    """SVG of the dots and names inside the frame; `taken` is what must stay legible."""
    written = list(taken)
    sheet = Box(0, 0, frame.width, frame.height)
    for name, position in places:
        spot = frame.place(position)
        if not frame.holds(spot):
            continue
        yield f'<circle cx="{spot[0]:g}" cy="{spot[1]:g}" r="5" fill="#434c59"/>'
        for box in _sides(name, spot):
            if _inside(box, sheet) and not any(box.meets(other) for other in written):
                written.append(box)
                yield _label(name, box)
                break


def _sides(name: str, spot: Spot) -> Iterator[Box]:
    """Right, left, below, above of the dot."""
    x, y = spot
    wide, half = SIZE * sum(1.0 if ord(each) > 0xFF else 0.6 for each in name), SIZE / 2  # noqa: PLR2004 half-width
    yield Box(x + _BESIDE, y - half, x + _BESIDE + wide, y + half)
    yield Box(x - _BESIDE - wide, y - half, x - _BESIDE, y + half)
    yield Box(x - wide / 2, y + _BESIDE, x + wide / 2, y + _BESIDE + SIZE)
    yield Box(x - wide / 2, y - _BESIDE - SIZE, x + wide / 2, y - _BESIDE)


def _inside(box: Box, sheet: Box) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= sheet.right and box.bottom <= sheet.bottom


def _label(name: str, box: Box) -> str:
    at = f'x="{box.left:.1f}" y="{box.top + SIZE * 0.86:.1f}"'
    return f'<text {at} {_TEXT} {_HALO}>{escape(name)}</text><text {at} {_TEXT} fill="#434c59">{escape(name)}</text>'
