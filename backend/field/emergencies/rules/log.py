"""The log of an emergency: entries in the order of what happened, and what a report is begun with. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.field.emergencies.rules.members import Member
from backend.foundation.beats import Beat, in_order, sentences

# A report takes 5,000 characters; the rest of them is for whoever writes it.
CHAIN_MOST: Final = 4000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, column by column, with the name of whoever made it."""

    id: UUID
    number: int
    at: datetime
    received_at: datetime
    officer: UUID
    name: str
    unit_name: str
    note: bool
    text: str
    corrects: UUID | None


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it stands: `corrected_by` and `instead_of` are numbers of others."""

    entry: Entry
    corrected_by: int | None
    instead_of: int | None


def lines(entries: Sequence[Entry]) -> list[Line]:
    """By when it was, then by arrival. A correction stands for the first entry; of several the last counts."""
    numbers = {entry.id: entry.number for entry in entries}
    latest = {root: entry.number for root, entry in _standing(entries).items()}
    told = []
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.number)):
        stands = latest[entry.corrects or entry.id]
        told.append(
            Line(
                entry,
                corrected_by=stands if stands != entry.number else None,
                instead_of=numbers.get(entry.corrects) if entry.corrects else None,
            )
        )
    return told


def beats(entries: Sequence[Entry], members: Iterable[Member], after: datetime | None = None) -> list[Beat]:
    """What was logged, as it stands after every correction at the moment of the first, and who came when; notes are left
    out. `after`: only what came in, was corrected or came about later than that."""
    firsts = {entry.id: entry for entry in entries}
    told = [
        Beat(firsts[root].at, f"{firsts[root].name}：", entry.text)
        for root, entry in _standing(entries).items()
        if not entry.note and (after is None or entry.received_at > after)
    ]
    there = [(member.arrived_at, member.name) for member in members if member.arrived_at]
    told += [Beat(at, name, "到场") for at, name in there if after is None or at > after]
    return in_order(told)


def _standing(entries: Iterable[Entry]) -> dict[UUID, Entry]:
    """By the first entry what stands for it now."""
    return {entry.corrects or entry.id: entry for entry in sorted(entries, key=lambda entry: entry.number)}


def told_words(told: Sequence[Beat], most: int = CHAIN_MOST) -> str:
    """What was logged as a report begins with it: as much as there is room for, and where the rest is."""
    words, left = sentences(told, most)
    return f"{words}（以后还有{left}条，见处置记录）" if left else words


def measures_words(members: Iterable[Member], outcome: str) -> str:
    """Who was called in and who came, then how it ended."""
    people = list(members)
    there = [member for member in people if member.arrived_at]
    parts = (
        f"叫来{len(people)}人，到场{len(there)}人" if people else "",
        outcome.strip().rstrip("。"),
    )
    return "；".join(part for part in parts if part)
