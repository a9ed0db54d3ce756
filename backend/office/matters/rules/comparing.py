"""A spreadsheet held against the list: what would be new, changed, taken back, or is as it was. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.office.matters.rules.content import saying_faults
from backend.office.matters.rules.directory import Directory
from backend.office.matters.rules.faults import Fault
from backend.office.matters.rules.matter import Content, Paper
from backend.office.matters.rules.sheet import Read
from backend.office.matters.rules.versions import Draft, Last, step, version_faults

WHOLE = 0  # the number of the row that is none: what concerns the spreadsheet as such


@dataclass(frozen=True, slots=True)
class Standing:
    """A matter of the list: its newest standing version (none, if its only one was withdrawn), and what officers call it."""

    id: UUID
    last: Last | None
    sayings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every row that does not say otherwise; `whole`: what the rows leave out leaves the list."""

    effective_on: date | None
    paper: Paper
    whole: bool
    at: datetime


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do. `done`: new, changed, granted, taken_back, dropped, listed or sayings (no version then).

    `row` is that of the spreadsheet, WHOLE for what it leaves out; `before` is None for a new matter.
    """

    row: int
    done: str
    code: str
    matter: UUID | None
    before: Content | None
    content: Content
    effective_on: date
    paper: Paper
    sayings: tuple[str, ...]
    said_before: tuple[str, ...]

    @property
    def draft(self) -> Draft:
        return Draft(self.code, self.content, self.effective_on, self.paper)


class RowFault(msgspec.Struct, frozen=True):
    """What is wrong in which row and which field."""

    row: int
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What a confirmation would do, or every fault; `unchanged` rows are as the list has them."""

    planned: list[Planned]
    faults: list[RowFault]
    unchanged: int


def compare(
    rows: Sequence[Read], standing: Mapping[str, Standing], directory: Directory, terms: Terms
) -> Compared:
    """Everything that differs, in the order of the rows; where anything is faulty, only the faults count."""
    faults = [RowFault(row.number, fault.field, fault.words) for row in rows for fault in row.faults]
    faults += _twice(rows)
    planned: list[Planned] = []
    unchanged = 0
    for row in rows:
        before = standing.get(row.draft.code)
        if before is not None and _same(row, before):
            unchanged += 1
            continue
        planned.append(entry := _planned(row, before, terms))
        faults += _judged(entry, row, before, directory, terms)
    if terms.whole:
        left_out, wrong = _left_out(rows, standing, directory, terms)
        planned, faults = planned + left_out, faults + wrong
    return Compared(planned, sorted(set(faults), key=lambda fault: (fault.row, fault.field)), unchanged)


def _same(row: Read, before: Standing) -> bool:
    said = before.last.content if before.last else None
    return row.draft.content == said and row.sayings == before.sayings


def _planned(row: Read, before: Standing | None, terms: Terms) -> Planned:
    last = before.last if before else None
    draft = _termed(row.draft, last, terms)
    done = step(last.content.standing if last else None, draft.content.standing)
    if last is None:
        done = "new"
    elif last.content == draft.content:
        done = "sayings"
    return Planned(
        row=row.number,
        done=done,
        code=draft.code,
        matter=before.id if before else None,
        before=last.content if last else None,
        content=draft.content,
        effective_on=draft.effective_on or terms.at.date(),
        paper=draft.paper,
        sayings=row.sayings,
        said_before=before.sayings if before else (),
    )


def _termed(draft: Draft, last: Last | None, terms: Terms) -> Draft:
    """Day and paper of the row where it names others than the version it changes; else those of the whole import."""
    day, paper = draft.effective_on, draft.paper
    if day is None or (last is not None and day == last.effective_on):
        day = terms.effective_on
    if paper == Paper() or (last is not None and paper == last.paper):
        paper = terms.paper
    return replace(draft, effective_on=day, paper=paper)


def _judged(
    entry: Planned, row: Read, before: Standing | None, directory: Directory, terms: Terms
) -> Iterator[RowFault]:
    """What the rules say, but not twice of a field that could not even be read."""
    unread = {fault.field for fault in row.faults}
    faults = saying_faults(row.sayings)
    if entry.done != "sayings":
        last = before.last if before else None
        faults += version_faults(_termed(row.draft, last, terms), last, directory.own, terms.at)
    return (_at(row.number, fault) for fault in faults if fault.field not in unread)


def _left_out(
    rows: Sequence[Read], standing: Mapping[str, Standing], directory: Directory, terms: Terms
) -> tuple[list[Planned], list[RowFault]]:
    """What was granted is taken back by its department, what a department held leaves the list."""
    there = {row.draft.code for row in rows}
    planned: list[Planned] = []
    faults: list[RowFault] = []
    for code, before in standing.items():
        last = before.last
        if code in there or last is None or last.content.standing == "dropped":
            continue
        draft = Draft(code, _without(last.content, directory), terms.effective_on, terms.paper)
        read = Read(WHOLE, draft, before.sayings, [])
        planned.append(_planned(read, before, terms))
        faults += [
            RowFault(WHOLE, fault.field, f"{fault.words}（表里没有的“{code}”）")
            for fault in version_faults(draft, last, directory.own, terms.at)
        ]
    return planned, faults


def _without(content: Content, directory: Directory) -> Content:
    department = content.supervising
    if content.standing == "granted" and department.unit not in directory.own:
        return msgspec.structs.replace(content, standing="taken_back", punishing=department)
    return msgspec.structs.replace(content, standing="dropped")


def _twice(rows: Sequence[Read]) -> Iterable[RowFault]:
    first: dict[str, int] = {}
    counted = Counter(row.draft.code for row in rows if row.draft.code)
    for row in rows:
        if (
            counted[row.draft.code] > 1
            and (seen := first.setdefault(row.draft.code, row.number)) != row.number
        ):
            yield RowFault(row.number, "code", f"编码“{row.draft.code[:20]}”和第{seen}行重复")


def _at(row: int, fault: Fault) -> RowFault:
    return RowFault(row, fault.field, fault.words)
