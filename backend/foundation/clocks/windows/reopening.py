"""What met a window may be taken back later: a patrol out of its campaign, a campaign called off, an end put right. Then the
window is met by something else, or by nothing and its clock runs again, late at once where its end has passed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from backend.foundation.clocks.commands import meet, reopen
from backend.foundation.clocks.windows.series import Done, Window, series_of
from backend.foundation.database import row, rows, transaction
from backend.foundation.now import local

# So long after its end nobody answers for a window any more; it stays as it was.
ANSWERED_FOR: Final = timedelta(days=400)
_MET = (
    "SELECT * FROM cadence_windows WHERE done_at IS NOT NULL AND last_day >= ? ORDER BY rule, first_day, id"
)
_STANDS = "id = ? AND done_kind = ? AND done_id = ? AND done_at = ?"
_UNMEET = (
    f"UPDATE cadence_windows SET done_kind = '', done_id = NULL, done_at = NULL WHERE {_STANDS} RETURNING id"
)
_MEET_AGAIN = (
    f"UPDATE cadence_windows SET done_kind = ?, done_id = ?, done_at = ? WHERE {_STANDS} RETURNING id"
)


@dataclass(frozen=True, slots=True)
class _Met:
    """A window and what met it when somebody last looked."""

    window: Window
    by: Done

    @classmethod
    def of(cls, found: dict[str, Any]) -> "_Met":
        return cls(Window.of(found), Done((found["done_kind"], found["done_id"]), found["done_at"]))

    @property
    def why(self) -> str:
        day = local(self.by.at)
        return f"{day.month}月{day.day}日那次已移出、取消或改了时间，不再算数"

    @property
    def guard(self) -> tuple[Any, ...]:
        return (self.window.id, *self.by.record, self.by.at)


async def reopen_windows(at: datetime, *, townships: Collection[UUID] | None = None) -> int:
    """Ask each series what meets its met windows (of these townships only) by now; how many something else meets, or nothing."""
    found = [_Met.of(each) for each in await rows(_MET, local(at - ANSWERED_FOR).date())]
    wanted = [each for each in found if townships is None or each.window.township in townships]
    count = 0
    for rule, met in groupby(wanted, key=lambda each: each.window.rule):
        count += await _looked_at(rule, list(met))
    return count


async def _looked_at(rule: str, met: list[_Met]) -> int:
    series = series_of(rule)
    if series is None:
        return 0
    done = await series.done([each.window for each in met])
    return sum(
        [
            await _put_right(each, done.get(each.window.id))
            for each in met
            if done.get(each.window.id) != each.by
        ]
    )


async def _put_right(met: _Met, by: Done | None) -> bool:
    """False where another worker was faster."""
    record, rule = ("window", met.window.id), met.window.rule
    async with transaction():
        written = (
            row(_MEET_AGAIN, *by.record, by.at, *met.guard) if by is not None else row(_UNMEET, *met.guard)
        )
        if await written is None:
            return False
        await reopen(record, rule, why=met.why)
        if by is not None:
            await meet(record, rule, by.at)
    return True
