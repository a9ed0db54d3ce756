"""Typed settings of a township, changed by its administrator."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.preferences.definition import Definition
from backend.foundation.preferences.registry import DEFINITIONS

__all__ = ["ASKED", "ASKED_ONE", "DEFINITIONS", "Definition", "in_force", "preference", "preferences"]

# For those who ask in one batch with other things: takes the township, goes to `in_force`.
ASKED = "SELECT name, value FROM preferences WHERE township = ?"
# The same of one of them: takes its name too.
ASKED_ONE = f"{ASKED} AND name = ?"


async def preference(township: UUID | None, name: str) -> int:
    """The value in force; the default where the township set nothing. KeyError for a name that does not exist."""
    definition = DEFINITIONS[name]
    if township is None:
        return definition.default
    found = await row("SELECT value FROM preferences WHERE township = ? AND name = ?", township, name)
    return _value(found["value"]) if found else definition.default


async def preferences(township: UUID | None) -> dict[str, int]:
    """All values in force by name."""
    return in_force(await rows(ASKED, township) if township else [])


def in_force(changed: Iterable[dict[str, Any]]) -> dict[str, int]:
    """The defaults with what the township changed laid over them."""
    defaults = {name: definition.default for name, definition in DEFINITIONS.items()}
    return defaults | {
        entry["name"]: _value(entry["value"]) for entry in changed if entry["name"] in DEFINITIONS
    }


def _value(stored: int | str) -> int:
    """A JSON number: text on PostgreSQL, while SQLite gives a JSON column's numbers back as numbers."""
    return int(stored)
