"""The township beneath the track, drawn from its own GeoJSON: no tiles, so a paper needs no network."""

from collections.abc import Iterator, Mapping
from typing import Any

from backend.foundation.letters.sketch.frame import Frame
from backend.foundation.maps.outlines import drawable, kind_of, outlines

# kind of feature → how it is drawn, in the order of painting; greys that survive an office copier
_STYLES = {
    "field": 'fill="#eff2e9"',
    "built": 'fill="#e3e5e8"',
    "pond": 'fill="#cfdfea"',
    "river": 'fill="none" stroke="#cfdfea" stroke-width="26"',
    "lane": 'fill="none" stroke="#c3c8cf" stroke-width="7"',
    "road": 'fill="none" stroke="#a9b0b9" stroke-width="12"',
    "boundary": 'fill="none" stroke="#5d6674" stroke-width="4" stroke-dasharray="28 10 5 10"',
}
_ROAD_CORE = 'fill="none" stroke="#ffffff" stroke-width="8"'


def ground(township: Mapping[str, Any], frame: Frame) -> Iterator[str]:
    """SVG elements of a FeatureCollection (`properties.kind`, `properties.name`); unknown kinds are not drawn."""
    for kind, style in _STYLES.items():
        courses = [
            course
            for feature in drawable(township)
            if kind_of(feature) == kind
            for course in outlines(feature["geometry"], frame.place)
        ]
        yield from (_path(course, style) for course in courses)
        if kind == "road":
            yield from (_path(course, _ROAD_CORE) for course in courses)


def _path(d: str, style: str) -> str:
    return f'<path d="{d}" {style} stroke-linejoin="round" fill-rule="evenodd"/>'
