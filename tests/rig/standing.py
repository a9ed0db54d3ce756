"""What stands in a server's database, read beside the server by the driver alone."""

import sqlite3
from typing import Any
from uuid import UUID

import asyncpg

from tests.rig.copies import sqlite_file
from tests.rig.server import Server


async def standing(server: Server, sql: str) -> list[dict[str, Any]]:
    """Rows as dicts on either engine; ids are UUIDs."""
    url = server.environ["DATABASE_URL"]
    if not url.startswith("sqlite"):
        connection = await asyncpg.connect(url)
        try:
            return [dict(found) for found in await connection.fetch(sql)]
        finally:
            await connection.close()
    with sqlite3.connect(sqlite_file(url), detect_types=sqlite3.PARSE_DECLTYPES, timeout=30) as file:
        file.row_factory = sqlite3.Row
        found = [dict(row) for row in file.execute(sql)]
    file.close()
    return [{name: _as_id(value) for name, value in row.items()} for row in found]


def _as_id(value: Any) -> Any:
    """Only the product tells the driver what a UUID column holds."""
    try:
        return UUID(value) if isinstance(value, str) else value
    except ValueError:
        return value
