"""The township beneath the track, drawn from its own GeoJSON: no tiles, so a paper needs no network."""

from collections.abc import Iterator, Mapping
from typing import Any

from backend.foundation.letters.sketch.frame import Frame, Position

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
        outlines = [
            outline
            for feature in _drawable(township)
            if _kind(feature) == kind
            for outline in _outlines(feature["geometry"], frame)
        ]
        yield from (_path(outline, style) for outline in outlines)
        if kind == "road":
            yield from (_path(outline, _ROAD_CORE) for outline in outlines)


def key_places(township: Mapping[str, Any]) -> list[tuple[str, Position]]:
    """Every named point of the township."""
    return [
        (
            feature["properties"]["name"],
            (feature["geometry"]["coordinates"][1], feature["geometry"]["coordinates"][0]),
        )
        for feature in _drawable(township)
        if feature["geometry"]["type"] == "Point" and feature["properties"].get("name")
    ]


def _drawable(township: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """RFC 7946 lets geometry and properties be null."""
    for feature in township.get("features", ()):
        if feature.get("geometry") and feature.get("properties"):
            yield feature


def _kind(feature: Mapping[str, Any]) -> str:
    return str(feature["properties"].get("kind", ""))


def _outlines(geometry: Mapping[str, Any], frame: Frame) -> Iterator[str]:
    """One `d` for each line, or for each polygon with its holes."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    match kind:
        case "LineString":
            yield _run(coordinates, frame)
        case "MultiLineString":
            yield from (_run(line, frame) for line in coordinates)
        case "Polygon":
            yield "".join(_run(ring, frame) + "Z" for ring in coordinates)
        case "MultiPolygon":
            yield from ("".join(_run(ring, frame) + "Z" for ring in polygon) for polygon in coordinates)


def _run(coordinates: list[list[float]], frame: Frame) -> str:
    return path([(each[1], each[0]) for each in coordinates], frame)


def path(line: list[Position], frame: Frame) -> str:
    """The `d` of an open line."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in map(frame.place, line))


def _path(d: str, style: str) -> str:
    return f'<path d="{d}" {style} stroke-linejoin="round" fill-rule="evenodd"/>'
