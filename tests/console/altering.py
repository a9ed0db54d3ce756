"""Changing a server's data behind its back, as somebody with the password of the database could."""

import sqlite3

import asyncpg

from tests.rig.copies import sqlite_file
from tests.rig.server import Server


async def alter(server: Server, sql: str) -> None:
    """One statement in the server's database, past every rule of the product."""
    url = server.environ["DATABASE_URL"]
    if url.startswith("sqlite"):
        with sqlite3.connect(sqlite_file(url)) as connection:
            connection.execute(sql)
        connection.close()
        return
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


async def first(server: Server, sql: str) -> str:
    """The only column of the first row it finds."""
    url = server.environ["DATABASE_URL"]
    if url.startswith("sqlite"):
        with sqlite3.connect(sqlite_file(url)) as connection:
            found = connection.execute(sql).fetchone()[0]
        connection.close()
    else:
        asking = await asyncpg.connect(url)
        found = await asking.fetchval(sql)
        await asking.close()
    return str(found)
