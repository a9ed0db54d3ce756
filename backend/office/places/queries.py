"""Key places and the sketch of a township, as somebody of that township may see them."""

from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.places.rules import Corner, boundary

NOTHING_DRAWN: dict[str, Any] = {"type": "FeatureCollection", "features": []}
_COLUMNS = "id, name, kind, lat, lon, radius_m, busy, market_days, active, version"


async def places_of(township: UUID | None, *, all_of_them: bool = False) -> list[dict[str, Any]]:
    """Key places by kind and name; those no longer in use only when asked for."""
    still = "" if all_of_them else "AND active"
    return await rows(
        f"SELECT {_COLUMNS} FROM places WHERE township = ? {still} ORDER BY kind, name", township
    )


async def visible(person: Person, place_id: UUID) -> dict[str, Any]:
    """One key place of the person's township, also when it is no longer in use; refuses a stranger's `not_found`."""
    sql = f"SELECT {_COLUMNS} FROM places WHERE id = ? AND township = ?"
    found = await row(sql, place_id, person.township_id)
    if found is None:
        raise Refusal("not_found")
    return found


async def sketch(township: UUID | None) -> dict[str, Any]:
    """The township's map as GeoJSON (RFC 7946, WGS-84): what is stored, and each key place as a point."""
    found = await row("SELECT features FROM sketches WHERE id = ?", township)
    ground: dict[str, Any] = msgspec.json.decode(found["features"]) if found else NOTHING_DRAWN
    points = [_point(key_place) for key_place in await places_of(township)]
    return ground | {"features": [*ground["features"], *points]}


async def boundaries(county: UUID) -> dict[UUID, list[Corner]]:
    """Township → the corners of its outline, for those of the county that have drawn one."""
    found = await rows(
        "SELECT s.id, s.features FROM sketches s JOIN townships t ON t.id = s.id WHERE t.county = ?", county
    )
    outlines = {entry["id"]: boundary(msgspec.json.decode(entry["features"])) for entry in found}
    return {township: corners for township, corners in outlines.items() if corners}


def _point(key_place: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {
            "kind": "place",
            "id": str(key_place["id"]),
            "name": key_place["name"],
            "place_kind": key_place["kind"],
            "busy": key_place["busy"],
        },
        "geometry": {"type": "Point", "coordinates": [key_place["lon"], key_place["lat"]]},
    }
