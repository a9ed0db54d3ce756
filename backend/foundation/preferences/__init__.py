"""Typed settings of a township, changed by its administrator."""

from uuid import UUID

import msgspec

from backend.foundation.database import row, rows
from backend.foundation.preferences.registry import DEFINITIONS, Definition

__all__ = ["DEFINITIONS", "Definition", "preference", "preferences"]


async def preference(township: UUID | None, name: str) -> int:
    """The value in force; the default where the township set nothing. KeyError for a name that does not exist."""
    definition = DEFINITIONS[name]
    if township is None:
        return definition.default
    found = await row("SELECT value FROM preferences WHERE township = ? AND name = ?", township, name)
    return _value(found["value"]) if found else definition.default


async def preferences(township: UUID | None) -> dict[str, int]:
    """All values in force by name."""
    changed = (
        await rows("SELECT name, value FROM preferences WHERE township = ?", township) if township else []
    )
    in_force = {name: definition.default for name, definition in DEFINITIONS.items()}
    return in_force | {
        entry["name"]: _value(entry["value"]) for entry in changed if entry["name"] in DEFINITIONS
    }


def _value(text: str) -> int:
    return msgspec.json.decode(text, type=int)
