"""The bodies a person works with: those of their township and the county's; a county body works with all of them."""

from typing import Any

from backend.foundation.database import rows
from backend.foundation.people.identity import Person


async def units_beside(person: Person, after: str, limit: int) -> list[dict[str, Any]]:
    """At most `limit` units in the order of their codes, beginning behind the code `after`."""
    return await rows(
        "SELECT id, code, name, kind, acts_in_own_name, version FROM units WHERE county = ? AND code > ? "
        "AND (township IS NULL OR township = COALESCE(?, township)) ORDER BY code LIMIT ?",
        person.county_id,
        after,
        person.township_id,
        limit,
    )
