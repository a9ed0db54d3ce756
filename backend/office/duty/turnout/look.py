"""Who is on duty now, in one look: by place with how each was seen last, by unit, and what is empty. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from backend.office.duty.queries.presence import OnDuty
from backend.office.duty.turnout.queries.watches import Holder, Watch
from backend.office.duty.turnout.rules.standing import Limits, Standing

# How far ahead an empty slot is shown.
AHEAD: Final = timedelta(hours=24)
NOWHERE: Final = "不在固定地点"


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody on a shift and how they stand to it."""

    watch: Watch
    holder: Holder
    standing: Standing


@dataclass(frozen=True, slots=True)
class Gap:
    """What somebody has to see to: `line` is who did not come; else `slot` lacks `missing` people."""

    watch: Watch
    line: Line | None = None
    slot: str = ""
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """`places`: name and who stands there; `themselves`: on duty by their own word; `units`: name and how many are on duty."""

    at: datetime
    places: list[tuple[str, list[Line]]]
    themselves: list[OnDuty]
    units: list[tuple[str, int]]
    gaps: list[Gap]


def look(watches: Sequence[Watch], there: Sequence[OnDuty], at: datetime, limits: Limits) -> Look:
    """Of shifts from now until AHEAD and everybody on duty at that moment."""
    running = [watch for watch in watches if watch.begins_at <= at < watch.ends_at]
    lines = [line for watch in running for line in lines_of(watch, at, limits)]
    return Look(
        at=at,
        places=_by_place(lines),
        themselves=[each for each in there if each.shift is None],
        units=sorted(Counter(each.unit_name for each in there).items(), key=lambda unit: (-unit[1], unit[0])),
        gaps=[*_absent(lines), *_empty(watches)],
    )


def lines_of(watch: Watch, at: datetime, limits: Limits) -> Iterator[Line]:
    for holder in watch.people:
        yield Line(watch, holder, watch.standing(holder, at, limits))


def _by_place(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.watch.place_name or NOWHERE, []).append(line)
    return sorted(found.items(), key=lambda place: (place[0] == NOWHERE, place[0]))


def _absent(lines: Iterable[Line]) -> Iterator[Gap]:
    for line in lines:
        if line.standing.leaves_a_gap:
            yield Gap(line.watch, line)


def _empty(watches: Iterable[Watch]) -> Iterator[Gap]:
    for watch in watches:
        for number, slot in enumerate(watch.needs):
            missing = slot.least - sum(each.slot == number for each in watch.people)
            if missing > 0:
                yield Gap(watch, slot=slot.name, missing=missing)
