"""The whole list as an import or an export needs it: every matter with its newest standing version."""

from uuid import UUID

from backend.foundation.database import row, rows
from backend.office.matters.queries.history import last_versions
from backend.office.matters.rules.comparing import Standing


async def standing_list(township: UUID) -> dict[str, Standing]:
    """Code → matter, in the order of the codes; what was dropped included."""
    last = await last_versions(township)
    found = await rows("SELECT id, code, sayings FROM matters WHERE township = ? ORDER BY code", township)
    return {
        entry["code"]: Standing(entry["id"], last.get(entry["id"]), tuple(entry["sayings"].splitlines()))
        for entry in found
    }


async def revision_of(township: UUID) -> UUID | None:
    """Which state the list is in; None before anything was put on it."""
    found = await row("SELECT revision FROM matter_lists WHERE id = ?", township)
    return found["revision"] if found else None
