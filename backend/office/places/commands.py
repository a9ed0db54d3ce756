"""Adding and changing key places; each change is in the township's journal."""

from typing import Any
from uuid import UUID

from backend.foundation.database import execute, rows, transaction
from backend.foundation.journal import Entry, record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.places import queries

_INSERT = (
    "INSERT INTO places (id, township, name, kind, lat, lon, radius_m, busy, market_days, active) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FIELDS = ("name", "kind", "lat", "lon", "radius_m", "busy", "market_days", "active")


async def add(place_id: UUID, fields: dict[str, Any], by: Person) -> Entry:
    """A new key place of the person's township; raises UniqueBroken when the id is taken."""
    township = _township(by)
    async with transaction():
        await rows(_INSERT, place_id, township, *(fields[name] for name in _FIELDS))
        return _record("place.added", place_id, fields, by)


async def change(place_id: UUID, fields: dict[str, Any], by: Person) -> Entry | None:
    """Change the given fields; None when nothing is different. Refuses a place of another township."""
    township = _township(by)
    async with transaction():
        before = await queries.visible(by, place_id)
        changed = {name: value for name, value in fields.items() if before[name] != value}
        if not changed:
            return None
        settings = ", ".join(f"{name} = ?" for name in changed)
        written = await execute(
            f"UPDATE places SET {settings}, version = version + 1 "
            "WHERE id = ? AND township = ? AND version = ? RETURNING id",
            *changed.values(),
            place_id,
            township,
            before["version"],
        )
        if not written:
            raise Refusal("conflict", "同一时刻有人先改了，刷新后再试")
        return _record("place.changed", place_id, changed, by)


async def draw_sketch(township: UUID, geojson: str, source: str) -> None:
    """Put the township's own map in place of the one before; `source` says where it is from."""
    await rows(
        "INSERT INTO sketches (id, features, source) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET features = excluded.features, source = excluded.source",
        township,
        geojson,
        source,
    )


def _township(by: Person) -> UUID:
    if by.township_id is None:
        raise Refusal("not_allowed", "重点场所由乡镇自己管")
    return by.township_id


def _record(kind: str, place_id: UUID, payload: dict[str, Any], by: Person) -> Entry:
    return record(kind, chain=by.chain, record=("place", place_id), by=by.id, payload=payload)
