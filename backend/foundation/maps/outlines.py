"""Outlines of GeoJSON (RFC 7946) as the `d` of SVG paths, wherever a place comes to lie."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from backend.foundation.maps.mercator import Position, Spot

Place = Callable[[Position], Spot]
Feature = Mapping[str, Any]


def drawable(township: Mapping[str, Any]) -> Iterator[Feature]:
    """RFC 7946 lets geometry and properties be null."""
    for feature in township.get("features", ()):
        if feature.get("geometry") and feature.get("properties"):
            yield feature


def kind_of(feature: Feature) -> str:
    return str(feature["properties"].get("kind", ""))


def key_places(township: Mapping[str, Any]) -> list[tuple[str, Position]]:
    """Every named point of the township."""
    return [
        (feature["properties"]["name"], _position(feature["geometry"]["coordinates"]))
        for feature in drawable(township)
        if feature["geometry"]["type"] == "Point" and feature["properties"].get("name")
    ]


def positions(township: Mapping[str, Any]) -> list[Position]:
    """Every corner and point of it."""
    return [
        corner for feature in drawable(township) for corner in _corners(feature["geometry"]["coordinates"])
    ]


def outlines(geometry: Mapping[str, Any], place: Place) -> Iterator[str]:
    """One `d` for each line, or for each polygon with its holes."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    match kind:
        case "LineString":
            yield _run(coordinates, place)
        case "MultiLineString":
            yield from (_run(line, place) for line in coordinates)
        case "Polygon":
            yield "".join(_run(ring, place) + "Z" for ring in coordinates)
        case "MultiPolygon":
            yield from ("".join(_run(ring, place) + "Z" for ring in polygon) for polygon in coordinates)


def path(line: Iterable[Position], place: Place) -> str:
    """The `d` of an open line."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in map(place, line))


def _run(coordinates: list[list[float]], place: Place) -> str:
    return path(map(_position, coordinates), place)


def _corners(coordinates: list[Any]) -> Iterator[Position]:
    if isinstance(coordinates[0], list):
        for each in coordinates:
            yield from _corners(each)
    else:
        yield _position(coordinates)


def _position(coordinates: list[float]) -> Position:
    """RFC 7946 has the longitude first."""
    return coordinates[1], coordinates[0]
