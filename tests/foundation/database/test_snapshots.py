"""Reading as of one moment while another process writes."""

import sqlite3

import asyncpg

from backend.foundation.database import row, snapshot
from tests.rig.copies import sqlite_file
from tests.rig.stage import Stage

COUNT = "SELECT COUNT(*) AS counters FROM counters"
WRITE = "INSERT INTO counters (id, body, series, year) VALUES ('{0}', '{0}', 'patrol', 2026)"
SOMEBODY = "00000000-0000-4000-8000-000000000001"


async def written_elsewhere(house: Stage) -> None:
    """By a connection that is not ours, as by another server."""
    statement, url = WRITE.format(SOMEBODY), house.url("house")
    if house.engine == "sqlite":
        with sqlite3.connect(sqlite_file(url), timeout=0) as connection:
            connection.execute(statement)
        connection.close()
        return
    connection = await asyncpg.connect(url)
    await connection.execute(statement)
    await connection.close()


async def counted() -> int:
    found = await row(COUNT)
    assert found is not None
    return int(found["counters"])


async def test_what_others_write_meanwhile_is_seen_only_afterwards(own_database: Stage) -> None:
    async with snapshot():
        before = await counted()
        await written_elsewhere(own_database)
        assert await counted() == before
    assert await counted() == before + 1
