"""Reading the directory of bodies beside a township."""

from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.office.matters.rules.directory import Directory, Listed


async def directory_of(township: UUID) -> Directory:
    """Own bodies first, by code."""
    found = await rows(
        "SELECT u.id, u.code, u.name, u.township, u.acts_in_own_name FROM units u JOIN townships t ON t.id = ? "
        "WHERE u.township = t.id OR (u.township IS NULL AND u.county = t.county) "
        "ORDER BY CASE WHEN u.township IS NULL THEN 1 ELSE 0 END, u.code",
        township,
    )
    return Directory(tuple(_listed(entry) for entry in found))


def _listed(entry: dict[str, Any]) -> Listed:
    own = entry["township"] is not None and bool(entry["acts_in_own_name"])
    return Listed(entry["id"], entry["code"], entry["name"], own)
