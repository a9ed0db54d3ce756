"""Reading clocks. Whose they may see is decided by who asks: a room shows the clocks of records it shows."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from backend.foundation.clocks.calendars import calendar_of
from backend.foundation.clocks.clock import Clock, clock_of
from backend.foundation.database import rows
from backend.foundation.database.access import Row

COLUMNS = (
    "c.id, c.county, c.township, c.chain, c.record_kind, c.record_id, c.title, c.url, c.rule, c.name, c.amount, c.unit, "
    "c.roll_forward, c.strength, c.origin, c.says, c.basis, c.region, c.edition, c.owed_by, c.awaited_by, c.responsible, "
    "c.started_at, c.counted_from, c.due_at, c.late_from, c.soon_from, c.provisional, c.moved_from, c.next_at, c.next_kind, c.met_at, "
    "c.cancelled_at, o.code AS owed_by_code, o.name AS owed_by_name, a.code AS awaited_by_code, a.name AS awaited_by_name, "
    "p.username AS responsible_code, p.name AS responsible_name"
)
JOINS = "JOIN units o ON o.id = c.owed_by LEFT JOIN units a ON a.id = c.awaited_by LEFT JOIN officers p ON p.id = c.responsible"


async def clocks_of(record: tuple[str, UUID]) -> list[Clock]:
    """Every clock of one record, in the order they began; the closed ones too."""
    return (await clocks_of_many(record[0], [record[1]]))[record[1]]


async def clocks_of_many(kind: str, ids: Collection[UUID]) -> dict[UUID, list[Clock]]:
    """Every clock of many records of one kind; an empty list where there is none."""
    found: dict[UUID, list[Clock]] = defaultdict(list, {record_id: [] for record_id in ids})
    if ids:
        marks = ", ".join("?" * len(ids))
        for clock in await clocks_where(
            f"c.record_kind = ? AND c.record_id IN ({marks}) ORDER BY c.started_at, c.rule, c.id", kind, *ids
        ):
            found[clock.record[1]].append(clock)
    return found


async def clocks_where(condition: str, *args: Any) -> list[Clock]:
    """The clocks a condition on `clocks c` chooses, in the order it says."""
    found = await rows(f"SELECT {COLUMNS} FROM clocks c {JOINS} WHERE {condition}", *args)
    calendars = {key: await calendar_of(*key) for key in {_counted_by(entry) for entry in found}}
    return [clock_of(entry, calendars[_counted_by(entry)]) for entry in found]


def _counted_by(found: Row) -> tuple[UUID, str, int]:
    return found["county"], found["region"], found["edition"]
