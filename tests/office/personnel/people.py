"""Forms as an administrator's browser sends them."""

from typing import Any
from uuid import UUID

from backend.foundation.database import row

UNIT: dict[str, Any] = {
    "name": "水利站",
    "code": "sfz-slz",
    "kind": "internal",
    "parent": "",
    "liaison": "",
    "phone": "0000-1234567",
}
OFFICER: dict[str, Any] = {
    "name": "欧阳·青禾",
    "username": "qinghe",
    "position": "执法队员",
    "phone": "0000-7654321",
    "roles": ["officer", "clerk"],
}
CERTIFICATE: dict[str, Any] = {
    "number": "SF-0417-2601",
    "issuer": "省司法厅",
    "first_day": "2026-01-01",
    "last_day": "2030-12-31",
}


async def version_of(table: str, record: UUID) -> int:
    found = await row(f"SELECT version FROM {table} WHERE id = ?", record)
    assert found is not None
    version: int = found["version"]
    return version


def id_in(address: str) -> UUID:
    """The record a redirect leads to."""
    return UUID(address.rsplit("/", 1)[1])
