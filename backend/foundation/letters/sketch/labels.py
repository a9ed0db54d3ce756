"""Names of key places beside their dots; left out where there is no room."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from backend.foundation.letters.sketch.frame import Frame, Position
from backend.foundation.maps.names import Box, Lettering, placed

TYPEFACE = "Noto Sans CJK SC"
SIZE = 28
_LETTERING = Lettering(SIZE, beside=12)
_TEXT = f'font-size="{SIZE}" font-family="{TYPEFACE}"'
_HALO = 'fill="#ffffff" stroke="#ffffff" stroke-width="7" stroke-linejoin="round"'


def labels(places: Sequence[tuple[str, Position]], taken: Sequence[Box], frame: Frame) -> Iterator[str]:
    """SVG of the dots and names inside the frame; `taken` is what must stay legible."""
    spots = [(name, frame.place(position)) for name, position in places]
    inside = [(name, spot) for name, spot in spots if frame.holds(spot)]
    for each in placed(inside, taken, [Box(0, 0, frame.width, frame.height)], _LETTERING):
        yield f'<circle cx="{each.spot[0]:g}" cy="{each.spot[1]:g}" r="5" fill="#434c59"/>'
        if each.box:
            yield _label(each.name, each.box)


def _label(name: str, box: Box) -> str:
    at = f'x="{box.left:.1f}" y="{box.top + SIZE * 0.86:.1f}"'
    return f'<text {at} {_TEXT} {_HALO}>{escape(name)}</text><text {at} {_TEXT} fill="#434c59">{escape(name)}</text>'
