"""Years of patrols in one township, written past the product: a hundred thousand of them in a few seconds."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from backend.demo.organisation import officer_id, township_id, unit_id
from backend.foundation.database import rows
from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine

PATROLS = 100_000
LAST = datetime(2026, 11, 20, 22, tzinfo=UTC)
A_PATROL_EVERY = timedelta(minutes=40)
TITLES = ("河道采砂联合巡查", "集镇占道经营巡查", "山林防火巡查", "校园周边巡查", "非法采矿线索核查")
CREW = (("duiyuan", "sfz-zfd"), ("minjing", "sfz-pcs"))

_PATROL = [
    "id",
    "township",
    "unit",
    "kind",
    "title",
    "started_at",
    "ended_at",
    "created_by",
    "received_at",
    "filed_at",
    "filed_by",
    "number",
    "unit_names",
    "unit_count",
    "finding_count",
    "photo_count",
    "length_m",
    "sort_at",
]
_CREW = ["id", "patrol", "officer", "unit", "joined_at"]

Record = tuple[Any, ...]


async def fill(patrols: int = PATROLS) -> None:
    """The newest patrol is number 0."""
    made = [_patrol(number) for number in range(patrols)]
    await insert("patrols", _PATROL, made)
    await insert("crew", _CREW, list(_crews(made)))
    await rows("ANALYZE")


def _patrol(number: int) -> Record:
    started_at = LAST - number * A_PATROL_EVERY
    ended_at, officer = started_at + timedelta(minutes=95), officer_id(CREW[0][0])
    return (
        uuid4(),
        township_id("sfz"),
        unit_id(CREW[0][1]),
        "joint",
        TITLES[number % len(TITLES)],
        started_at,
        ended_at,
        officer,
        ended_at,
        ended_at,
        officer,
        f"示巡〔{started_at.year}〕{number}号",
        "综合行政执法队、派出所",
        2,
        number % 4,
        number % 6,
        2_300.0 + number % 900,
        started_at,
    )


def _crews(patrols: Sequence[Record]) -> Iterator[Record]:
    for patrol in patrols:
        for username, unit in CREW:
            yield (uuid4(), patrol[0], officer_id(username), unit_id(unit), patrol[5])


async def insert(table: str, columns: Sequence[str], records: list[Record]) -> None:
    """Straight into the table, by the bare driver."""
    if not isinstance(DB, PooledSQLiteEngine):
        async with DB.pool.acquire() as connection:  # type: ignore[union-attr]
            await connection.copy_records_to_table(table, columns=columns, records=records)
        return
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"

    def write(raw: sqlite3.Connection) -> None:
        raw.execute("BEGIN")
        raw.executemany(sql, records)
        raw.execute("COMMIT")

    await DB.run(write, reading=False)
