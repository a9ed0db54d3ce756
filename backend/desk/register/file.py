"""The register as XLSX, through what the ledger is written with."""

import asyncio
from collections.abc import AsyncIterator, Collection
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from backend.desk.ledger.cells import About, Column, Row
from backend.desk.ledger.spreadsheet import write_spreadsheet
from backend.desk.register.queries import STATES, Narrowing, all_lines
from backend.foundation.database import transaction
from backend.foundation.journal import record
from backend.foundation.letters.official import KINDS
from backend.foundation.people.identity import Person
from backend.office.letters.queries.letters import names_of
from backend.office.letters.rules.states import standing

NAME = "发文登记簿"
COLUMNS = (
    Column("文号", 26),
    Column("发文日期", 17, "moment"),
    Column("函件", 24),
    Column("发文机关", 24),
    Column("主送机关", 24),
    Column("经办", 14),
    Column("状态", 12),
    Column("用印日期", 17, "moment"),
    Column("作废日期", 17, "moment"),
    Column("作废原因", 30),
    Column("文号来源", 12),
    Column("电子件SHA-256", 68),
    Column("盖章件SHA-256", 68),
)


async def register_file(
    person: Person, bodies: Collection[UUID], narrowing: Narrowing, at: datetime
) -> bytes:
    """The whole of what is narrowed to; who took it is noted in the journal."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        count = await write_spreadsheet(
            path, COLUMNS, _rows(bodies, narrowing), _about(person, narrowing, at), name=NAME
        )
        content = await asyncio.to_thread(path.read_bytes)
    async with transaction():
        record(
            "register.exported",
            chain=person.chain,
            record=("unit", person.unit_id),
            by=person.id,
            payload={"rows": count, "year": narrowing.year, "kind": narrowing.kind, "state": narrowing.state},
        )
    return content


async def _rows(bodies: Collection[UUID], narrowing: Narrowing) -> AsyncIterator[Row]:
    names: dict[UUID, str] = {}
    async for letter in all_lines(bodies, narrowing):
        if letter.issued_by not in names:
            names |= await names_of([letter.issued_by])
        yield (
            letter.number,
            letter.issued_at,
            letter.words,
            letter.body_name,
            letter.addressee_name,
            names.get(letter.issued_by, ""),
            standing(letter).words,
            letter.sealed_at,
            letter.voided_at,
            letter.void_reason,
            "登记簿" if letter.by_register else "系统",
            letter.sha256,
            letter.scan_sha256,
        )


def _about(person: Person, narrowing: Narrowing, at: datetime) -> About:
    chosen = (
        ("年份", str(narrowing.year or "")),
        ("函件", KINDS[narrowing.kind].words if narrowing.kind else ""),
        ("状态", STATES.get(narrowing.state, "")),
    )
    filters = [(name, words) for name, words in chosen if words]
    return About(person.township_name or person.unit_name, person.name, at, filters, person.demo)
