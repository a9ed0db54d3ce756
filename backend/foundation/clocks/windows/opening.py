"""Opening windows: once each, however many workers look at the same moment."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from backend.foundation.clocks.cadences import begins, in_force, to_open, window_words
from backend.foundation.clocks.clock import Subject
from backend.foundation.clocks.commands import start_window
from backend.foundation.clocks.windows.series import Series, Window, running
from backend.foundation.database import batch, row, transaction
from backend.foundation.mechanism import Cadence, load_profile
from backend.foundation.now import local
from backend.foundation.preferences import in_force as settings_in_force

_TOWNSHIPS = "SELECT id, profile FROM townships ORDER BY code"
_AGREED = "SELECT township, name, value FROM preferences"
_OPENED = (
    "SELECT township, series, owed_by, last_day AS until FROM cadence_windows w WHERE NOT EXISTS (SELECT 1 FROM "
    "cadence_windows l WHERE l.township = w.township AND l.series = w.series AND l.owed_by = w.owed_by "
    "AND l.first_day > w.first_day)"
)
_COLUMNS = tuple(Window.__slots__)
_OPEN = (
    f"INSERT INTO cadence_windows ({', '.join(_COLUMNS)}, opened_at) VALUES ({', '.join('?' * len(_COLUMNS))}, ?) "
    "ON CONFLICT (township, series, owed_by, first_day) DO NOTHING RETURNING id"
)


@dataclass(frozen=True, slots=True)
class Owed:
    """A series as it is in force in one township."""

    township: UUID
    profile: str
    series: Series
    cadence: Cadence


async def open_windows(at: datetime) -> int:
    """Every window that has begun and is not open yet; how many were opened."""
    townships, agreed, opened = await batch([(_TOWNSHIPS, ()), (_AGREED, ()), (_OPENED, ())])
    until: defaultdict[tuple[UUID, str], dict[UUID, date]] = defaultdict(dict)
    for each in opened:
        until[each["township"], each["series"]][each["owed_by"]] = each["until"]
    today, count = local(at).date(), 0
    for owed in _owed(townships, agreed):
        known = until[owed.township, owed.cadence.id]
        # Most of the time everything is open: then nobody is asked who owes it.
        if known and min(known.values()) >= today:
            continue
        for unit in await owed.series.owed_by(owed.township):
            count += await _open_for(owed, unit, known.get(unit), at)
    return count


def _owed(townships: list[dict[str, Any]], agreed: list[dict[str, Any]]) -> Iterator[Owed]:
    changed: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for entry in agreed:
        changed[entry["township"]].append(entry)
    for town in townships:
        settings = settings_in_force(changed[town["id"]])
        for series in running():
            yield from _of_series(town, series, settings)


def _of_series(town: Mapping[str, Any], series: Series, settings: Mapping[str, int]) -> Iterator[Owed]:
    for cadence in load_profile(town["profile"]).series(series.rule):
        held = in_force(cadence, settings[series.setting])
        if held is not None:
            yield Owed(town["id"], town["profile"], series, held)


async def _open_for(owed: Owed, unit: UUID, until: date | None, at: datetime) -> int:
    return sum(
        [await _open(owed, unit, each.first, each.last, at) for each in to_open(owed.cadence, until, at)]
    )


async def _open(owed: Owed, unit: UUID, first: date, last: date, at: datetime) -> bool:
    """Whether it was ours to open: the row is unique, and with it goes its clock."""
    cadence = owed.cadence
    window = Window(uuid4(), owed.township, cadence.id, cadence.rule, cadence.name, unit, first, last)
    async with transaction():
        if await row(_OPEN, *(getattr(window, name) for name in _COLUMNS), at) is None:
            return False
        await start_window(
            Subject(
                record=("window", window.id),
                title=f"{cadence.name} {window_words(cadence.period, first)}",
                url=owed.series.page,
                township=owed.township,
                chain=owed.township,
            ),
            cadence,
            profile=load_profile(owed.profile),
            started_at=begins(first),
            owed_by=unit,
        )
    return True
