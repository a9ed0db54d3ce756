"""A window is met by what was carried out in it, whenever that came in; where nothing was, somebody says why."""

from collections.abc import Collection
from datetime import datetime
from itertools import groupby
from uuid import UUID

from backend.foundation.clocks.commands import cancel, meet
from backend.foundation.clocks.windows.series import Done, Window, series_of
from backend.foundation.database import row, rows, transaction
from backend.foundation.journal import Entry
from backend.foundation.journal import record as journal
from backend.foundation.now import local
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, needed

_OPEN = "done_at IS NULL AND explained_at IS NULL"
_BEGUN = f"SELECT * FROM cadence_windows WHERE {_OPEN} AND first_day <= ? ORDER BY rule, first_day, id"
_MEET = (
    "UPDATE cadence_windows SET done_kind = ?, done_id = ?, done_at = ? WHERE id = ? AND done_at IS NULL "
    "AND explained_at IS NULL RETURNING id"
)
_EXPLAIN = (
    "UPDATE cadence_windows SET explained_at = ?, explained_by = ?, explanation = ? WHERE id = ? AND done_at IS NULL "
    "AND explained_at IS NULL RETURNING id"
)


async def meet_windows(at: datetime, *, townships: Collection[UUID] | None = None) -> int:
    """Ask each series what met its open windows (of these townships only); how many were met."""
    found = [Window.of(each) for each in await rows(_BEGUN, local(at).date())]
    wanted = [each for each in found if townships is None or each.township in townships]
    count = 0
    for rule, windows in groupby(wanted, key=lambda window: window.rule):
        count += await _met(rule, list(windows))
    return count


async def _met(rule: str, windows: list[Window]) -> int:
    series = series_of(rule)
    if series is None:
        return 0
    done = await series.done(windows)
    return sum([await _meet(window, done[window.id]) for window in windows if window.id in done])


async def _meet(window: Window, done: Done) -> bool:
    async with transaction():
        if await row(_MEET, *done.record, done.at, window.id) is None:
            return False
        await meet(("window", window.id), window.rule, done.at)
    return True


async def explain(person: Person, window_id: UUID, words: str, at: datetime) -> Entry | None:
    """说明: nothing met it and nothing will; its clock ends. Inside the caller's transaction; None where these words stand.

    Refuses `not_found`, `window_not_over`, `window_closed`, `invalid`.
    """
    found = await row(
        "SELECT * FROM cadence_windows WHERE id = ? AND township = ?", window_id, person.township_id
    )
    if found is None:
        raise Refusal("not_found")
    window, said = Window.of(found), words.strip()
    if at < window.ends_at:
        raise Refusal("window_not_over")
    needed({"explanation": (said, "写明为什么没有开展")})
    if found["explanation"] == said:
        return None
    if await row(_EXPLAIN, at, person.id, said, window_id) is None:
        raise Refusal("window_closed")
    await cancel(("window", window_id), window.rule, at=at)
    return journal(
        "window.explained",
        chain=window.township,
        record=("window", window_id),
        by=person.id,
        payload={"name": window.name, "explanation": said},
    )
