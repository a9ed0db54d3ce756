"""Running limits by the hundred thousand, written past the product."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from backend.demo.organisation import township_id, unit_id
from backend.foundation.clocks.editions import note_shelf
from backend.foundation.clocks.reckoning import reckon
from backend.foundation.database import row, rows
from backend.foundation.now import CHINA
from backend.foundation.workdays import Calendar, Term, calendar_for
from tests.bench.filling import insert

LATE = datetime(2026, 11, 21, tzinfo=CHINA)  # from here on what began on the 17th is late
BEGUN_DUE = datetime(2026, 11, 17, 9, tzinfo=CHINA)
BEGUN_LATER = datetime(2026, 11, 20, 9, tzinfo=CHINA)
TERM = Term(3, "working_day")
AT_ONCE = 100_000
COLUMNS = (
    "id", "county", "township", "chain", "record_kind", "record_id", "title", "url", "rule", "name", "amount", "unit",
    "roll_forward", "strength", "origin", "says", "basis", "region", "edition", "owed_by", "started_at",
    "counted_from", "due_at", "late_from", "soon_from", "provisional", "next_at", "next_kind",
)  # fmt: skip


async def fill_clocks(running: int, due: int, *, townships: tuple[str, ...] = ("sfz",)) -> None:
    """So many that run for days yet, and so many whose limit ends at LATE and is the next thing to happen."""
    await note_shelf(BEGUN_DUE)
    calendar, county = calendar_for("CN"), await _county()
    for first in range(0, running, AT_ONCE):
        count = min(AT_ONCE, running - first)
        await insert("clocks", COLUMNS, list(_clocks(count, BEGUN_LATER, calendar, county, townships)))
    await insert("clocks", COLUMNS, list(_clocks(due, BEGUN_DUE, calendar, county, townships)))
    await rows("ANALYZE")


def _clocks(
    count: int, begun: datetime, calendar: Calendar, county: UUID, townships: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    """What is due waits for its limit alone; what runs waits for its first warning."""
    at = LATE - timedelta(hours=1) if begun == BEGUN_DUE else begun
    told = reckon(TERM, begun, calendar, at)
    for number in range(count):
        code = townships[number % len(townships)]
        township = township_id(code)
        yield (
            uuid4(), county, township, township, "handoff", uuid4(), f"第{number}件案件", "/handoffs",
            "handoff.transfer", "案件移送", 3, "working_day", False, "应", "text", "发现之日起3个工作日内移送", "协调联动机制",
            "CN", 1, unit_id(code), begun, begun, told.due_at, told.late_from, told.soon_from, False, told.next.at,
            told.next.kind,
        )  # fmt: skip


async def _county() -> UUID:
    found = await row("SELECT county FROM townships LIMIT 1")
    assert found is not None
    county: UUID = found["county"]
    return county
