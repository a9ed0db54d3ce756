"""What a database holds, as one digest: whoever claims that nothing changed compares two of them."""

import hashlib
from typing import Any

from backend.foundation.database import batch, engine_kind, rows

_TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    "AND name NOT LIKE '%migration%'",
    "postgres": "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%migration%'",
}


async def tables() -> list[str]:
    """Every table in order, but the list of migrations and the wrong tries at passwords: those are refused and counted."""
    found = {table["name"] for table in await rows(_TABLES[engine_kind()])}
    return sorted(found - {"sign_in_delays"})


async def footprint() -> dict[str, str]:
    """Table by table a digest of all its rows, whatever their order."""
    names = await tables()
    contents = await batch([(f'SELECT * FROM "{name}"', []) for name in names])
    return {name: _digest(content) for name, content in zip(names, contents, strict=True)}


def _digest(content: list[dict[str, Any]]) -> str:
    lines = sorted(repr(sorted(line.items())) for line in content)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
