"""GeoJSON (RFC 7946) of one patrol. Pure; coordinates are WGS-84 as stored, times at +08:00."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from backend.field.patrols.rules.sieve import Point
from backend.field.patrols.rules.track import Gap, Segment, Track
from backend.field.patrols.track_files.outing import Outing, Spot
from backend.foundation.now import local

_DECIMALS = 7  # a centimetre


def geojson(outing: Outing, track: Track, spots: Sequence[Spot]) -> bytes:
    """A FeatureCollection of `track`, `gap` and `finding` features; what has no place has a null geometry."""
    features = [
        *(_stretch(segment) for segment in track.segments),
        *(_gap(gap) for gap in track.gaps),
        *(_finding(spot) for spot in spots),
    ]
    patrol = {
        "name": outing.name,
        "township": outing.township,
        "started_at": _offset(outing.started_at),
        "ended_at": _offset(outing.ended_at),
        "length_m": round(track.length_m, 1),
        "dropped": dict(track.dropped),
    }
    collection = {"type": "FeatureCollection", "patrol": patrol, "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False).encode(errors="replace")


def _stretch(segment: Segment) -> dict[str, Any]:
    places = [_position(fix.lat, fix.lon) for fix in segment.points]
    geometry = (
        {"type": "LineString", "coordinates": places}
        if len(places) > 1
        else {"type": "Point", "coordinates": places[0]}
    )
    return _feature(
        geometry,
        kind="track",
        device=str(segment.device),
        length_m=round(segment.length_m, 1),
        times=[_offset(fix.at) for fix in segment.points],
        accuracy_m=[fix.accuracy_m for fix in segment.points],
        inexact=[_rank(segment.points, seq) for seq in sorted(segment.inexact)],
    )


def _rank(points: Sequence[Point], seq: int) -> int:
    return next(rank for rank, fix in enumerate(points) if fix.seq == seq)


def _gap(gap: Gap) -> dict[str, Any]:
    return _feature(
        None,
        kind="gap",
        device=str(gap.device),
        from_at=_offset(gap.before.at),
        until_at=_offset(gap.after.at),
        reason=gap.reason,
    )


def _finding(spot: Spot) -> dict[str, Any]:
    return _feature(
        {"type": "Point", "coordinates": _position(*spot.position)} if spot.position else None,
        kind="finding",
        number=spot.number,
        found_at=_offset(spot.found_at),
        category=spot.category,
        facts=spot.facts,
        disposition=spot.disposition,
        accuracy_m=spot.accuracy_m,
        source=spot.source,
    )


def _feature(geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _position(lat: float, lon: float) -> list[float]:
    """RFC 7946 has the longitude first."""
    return [round(lon, _DECIMALS), round(lat, _DECIMALS)]


def _offset(moment: datetime | None) -> str | None:
    return local(moment).isoformat(timespec="milliseconds") if moment else None
