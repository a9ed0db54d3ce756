"""GPX 1.1 of one patrol. Pure; coordinates are WGS-84 as stored, times UTC as the format asks."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from xml.etree import ElementTree as ET

from backend.field.patrols.rules.track import Segment, Track
from backend.field.patrols.track_files.outing import Outing, Spot

_GPX = "http://www.topografix.com/GPX/1/1"
_SCHEMA = f"{_GPX} http://www.topografix.com/GPX/1/1/gpx.xsd"
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_NO_XML_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def gpx(outing: Outing, track: Track, spots: Sequence[Spot]) -> bytes:
    """GPX 1.1: a waypoint for each finding with a position, a track for each device, a segment for each stretch.

    Fixes too inexact to be measured are left out, which the description says.
    """
    root = ET.Element(
        "gpx", {"version": "1.1", "creator": "Liandong", "xmlns": _GPX, _SCHEMA_LOCATION: _SCHEMA}
    )
    _metadata(root, outing, track)
    for spot in spots:
        if spot.position:
            _waypoint(root, spot, spot.position)
    devices = groupby(track.segments, key=lambda segment: segment.device)
    for number, (_, segments) in enumerate(devices, start=1):
        _way(root, f"轨迹{number}", segments)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _metadata(root: ET.Element, outing: Outing, track: Track) -> None:
    metadata = ET.SubElement(root, "metadata")
    inexact = sum(len(segment.inexact) for segment in track.segments)
    told = f"{outing.township}巡查，坐标系WGS-84，里程{track.length_m:.0f}米" + (
        f"，误差过大的{inexact}个点未列入" if inexact else ""
    )
    _text(metadata, "name", outing.name)
    _text(metadata, "desc", told)
    if outing.started_at:
        _text(metadata, "time", _utc(outing.started_at))


def _waypoint(root: ET.Element, spot: Spot, position: tuple[float, float]) -> None:
    point = _point(root, "wpt", *position)
    _text(point, "time", _utc(spot.found_at))
    _text(point, "name", f"{spot.number} {spot.category}")
    _text(point, "desc", f"{spot.facts}（{spot.disposition}）")
    accuracy = "" if spot.accuracy_m is None else f" ±{spot.accuracy_m:.0f}米"
    _text(point, "src", f"{spot.source}{accuracy}")


def _way(root: ET.Element, name: str, segments: Iterator[Segment]) -> None:
    track = ET.SubElement(root, "trk")
    _text(track, "name", name)
    for segment in segments:
        stretch = ET.SubElement(track, "trkseg")
        for fix in segment.exact:
            _text(_point(stretch, "trkpt", fix.lat, fix.lon), "time", _utc(fix.at))


def _point(parent: ET.Element, name: str, lat: float, lon: float) -> ET.Element:
    east = lon - 360 if lon >= 180 else lon  # noqa: PLR2004 the schema has -180 but not 180
    return ET.SubElement(parent, name, {"lat": f"{lat:.7f}", "lon": f"{east:.7f}"})


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NO_XML_CHARACTER.sub("", text)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
