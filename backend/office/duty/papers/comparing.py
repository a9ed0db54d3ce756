"""A spreadsheet held against the month: what would be different, what cannot be, what can be and is not advised. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from backend.foundation.now import local
from backend.office.duty.drafting import Assigned, Conflict, Given, conflicts
from backend.office.duty.papers.grid import times
from backend.office.duty.queries.shifts import KnownShift
from backend.office.duty.rules.editing import FIRM
from backend.office.duty.rules.sheet import People, Person, codes

WHOLE = 0


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row; `row` WHOLE where it lies in none of them."""

    row: int
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One slot that would have other people. `despite`: what speaks against it and can be overruled."""

    row: int
    shift: UUID
    slot: int
    words: str
    out: tuple[Person, ...]
    into: tuple[Person, ...]
    despite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """`unchanged` counts the rows that say what stands already."""

    changes: tuple[Change, ...]
    unchanged: int
    faults: tuple[RowFault, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The month as it stands: its shifts, who may be written, what the rules of rosters rest on."""

    shifts: Sequence[KnownShift]
    people: People
    given: Given
    placed: tuple[Assigned, ...]


def compare(lines: Iterable[tuple[int, Mapping[str, str]]], month: Month, at: datetime) -> Compared:
    """Rows that are left out leave their slots as they are. One fault anywhere, and nothing may be taken."""
    places = codes((shift.id, len(shift.needs)) for shift in month.shifts)
    shifts = {shift.id: shift for shift in month.shifts}
    seen: dict[str, int] = {}
    changes: list[Change] = []
    faults: list[RowFault] = []
    count = 0
    for row, cells in lines:
        count += 1
        code = cells.get("code", "").strip()
        if code not in places or code in seen:
            faults.append(RowFault(row, "code", _stray(code, seen.get(code))))
            continue
        seen[code] = row
        shift, slot = places[code]
        found, wrong = _row(_Row(row, cells, shifts[shift], slot), month.people, at)
        faults += wrong
        changes += [found] if found and not wrong else []
    if faults:
        return Compared((), count - len({fault.row for fault in faults}), tuple(faults))
    return _judged(tuple(changes), count - len(changes), month)


class _Row(NamedTuple):
    number: int
    cells: Mapping[str, str]
    shift: KnownShift
    slot: int

    def text(self, field: str) -> str:
        return self.cells.get(field, "").strip()


def _row(row: _Row, people: People, at: datetime) -> tuple[Change | None, list[RowFault]]:
    number, _, shift, slot = row
    named, wrong = people.read(row.text("people"))
    faults = [RowFault(number, "people", words) for words in wrong]
    if row.text("day") != shift.day.isoformat():
        words = f"这个编号是{shift.day.isoformat()}的班次；日期要改，到网页上改班次"
        faults.append(RowFault(number, "day", words))
    if row.text("slot") != shift.needs[slot].name:
        faults.append(RowFault(number, "slot", f"这个编号是“{shift.needs[slot].name}”席位"))
    there = {each.officer: Person(each.officer, each.username, each.name) for each in shift.on(slot)}
    out = tuple(person for person in there.values() if person not in named)
    into = tuple(person for person in named if person.id not in there)
    if (out or into) and shift.cancelled_at is not None:
        faults.append(RowFault(number, "people", "这个班次已经取消，不能再排人"))
    elif (out or into) and shift.ends_at <= at:
        faults.append(RowFault(number, "people", "这个班次已经结束，不能再改"))
    change = Change(number, shift.id, slot, _called(shift, slot), out, into) if out or into else None
    return change, faults


def _judged(changes: tuple[Change, ...], unchanged: int, month: Month) -> Compared:
    """What the roster would break that it does not break now: some of it nobody may, the rest is said."""
    rows = {change.shift: change.row for change in changes}
    before = set(conflicts(month.given, month.placed))
    new = [
        each
        for each in conflicts(month.given, _placed(changes, month.placed))
        if each not in before and each.kind != "under"
    ]
    firm = tuple(
        RowFault(rows.get(each.shift, WHOLE), "people", each.words) for each in new if each.kind in FIRM
    )
    if firm:
        return Compared((), unchanged, firm)
    return Compared(tuple(replace(each, despite=_against(each, new)) for each in changes), unchanged, ())


def _placed(changes: Sequence[Change], placed: Iterable[Assigned]) -> list[Assigned]:
    gone = {(change.shift, person.id) for change in changes for person in change.out}
    stay = [each for each in placed if (each.shift, each.member) not in gone]
    return [
        *stay,
        *(Assigned(each.shift, each.slot, person.id) for each in changes for person in each.into),
    ]


def _against(change: Change, found: Iterable[Conflict]) -> tuple[str, ...]:
    """What concerns those who come in, wherever in the month it shows."""
    people = {person.id for person in change.into}
    return tuple(each.words for each in found if each.member in people)


def _called(shift: KnownShift, slot: int) -> str:
    day = local(shift.begins_at)
    hours = times(shift.begins_at, shift.ends_at)
    return f"{day.month}月{day.day}日 {hours} {shift.name} · {shift.needs[slot].name}"


def _stray(code: str, before: int | None) -> str:
    if before is not None:
        return f"编号“{code[:40]}”和第{before}行重复"
    said = f"本月没有编号“{code[:40]}”" if code else "写上编号"
    return f"{said}；编号照导出的表，新的班次先在网页上添加"
