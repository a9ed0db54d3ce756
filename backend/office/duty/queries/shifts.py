"""Shifts with who stands on them, as somebody of their township may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, locking
from backend.foundation.database.access import Row, Statement
from backend.foundation.now import local
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal
from backend.office.duty.rules.slots import Slot, read_slots

_SHIFTS = (
    "SELECT s.id, s.roster, s.post, s.kind, s.name, s.place, s.begins_at, s.ends_at, s.needs, s.note, s.cancelled_at, "
    "s.version, r.township, r.published_at, l.name AS place_name FROM shifts s JOIN rosters r ON r.id = s.roster "
    "LEFT JOIN places l ON l.id = s.place WHERE {which} ORDER BY s.begins_at, s.name, s.id"
)
_PEOPLE = (
    "SELECT a.id, a.shift, a.slot, a.officer, a.origin, o.username, o.name, o.phone, u.code AS unit_code, "
    "u.name AS unit_name FROM assignments a JOIN shifts s ON s.id = a.shift JOIN rosters r ON r.id = s.roster "
    "JOIN officers o ON o.id = a.officer JOIN units u ON u.id = o.unit "
    "WHERE a.ended_at IS NULL AND {which} ORDER BY a.slot, u.code, o.username"
)
_AFTER = "r.township = ? AND r.published_at IS NOT NULL AND s.cancelled_at IS NULL AND s.ends_at > ?"


@dataclass(frozen=True, slots=True)
class Stander:
    """Somebody on a slot; `id` is the assignment's."""

    id: UUID
    shift: UUID
    slot: int
    officer: UUID
    origin: str
    username: str
    name: str
    phone: str
    unit_code: str
    unit_name: str


@dataclass(frozen=True, slots=True)
class KnownShift:
    """A shift of a roster, with its people by slot."""

    id: UUID
    roster: UUID
    post: UUID | None
    kind: str
    name: str
    place: UUID | None
    begins_at: datetime
    ends_at: datetime
    needs: tuple[Slot, ...]
    note: str
    cancelled_at: datetime | None
    version: int
    township: UUID
    published_at: datetime | None
    place_name: str
    people: tuple[Stander, ...]

    @property
    def day(self) -> date:
        return local(self.begins_at).date()

    def on(self, slot: int) -> list[Stander]:
        return [each for each in self.people if each.slot == slot]

    def missing(self, slot: int) -> int:
        """How many the slot lacks."""
        return max(self.needs[slot].least - len(self.on(slot)), 0)

    @property
    def lacks(self) -> int:
        """How many it lacks in all; a cancelled one lacks nobody."""
        return 0 if self.cancelled_at else sum(self.missing(slot) for slot in range(len(self.needs)))

    def held_by(self, officer: UUID) -> Stander | None:
        return next((each for each in self.people if each.officer == officer), None)


async def shifts_of(roster: UUID) -> list[KnownShift]:
    """Every shift of a month, by time, cancelled ones too."""
    return await _read("s.roster = ?", [roster])


async def shifts_between(township: UUID | None, since: datetime, until: datetime) -> list[KnownShift]:
    """Those of published rosters that are on at some time from one moment to another."""
    which = "r.township = ? AND r.published_at IS NOT NULL AND s.ends_at > ? AND s.begins_at < ?"
    return await _read(which, [township, since, until])


async def shifts_after(township: UUID, since: datetime) -> list[KnownShift]:
    """Those of published rosters that take place and end after the moment."""
    return await _read(_AFTER, [township, since])


async def shifts_of_officer(officer: UUID, township: UUID | None, since: datetime) -> list[KnownShift]:
    """The same, those this person stands on."""
    own = "EXISTS (SELECT 1 FROM assignments x WHERE x.shift = s.id AND x.officer = ? AND x.ended_at IS NULL)"
    return await _read(f"{_AFTER} AND {own}", [township, since, officer])


async def find_shift(person: Person, shift_id: UUID) -> KnownShift | None:
    """None to a stranger; a draft's is seen by those who plan alone."""
    if not may(person, "duty.read"):
        return None
    found = await _read("s.id = ? AND r.township = ?", [shift_id, person.township_id])
    return found[0] if found and (found[0].published_at or may(person, "duty.plan")) else None


async def load_shift(person: Person, shift_id: UUID, *, lock: bool = False) -> KnownShift:
    """Refuses a stranger's `not_found`. `lock` keeps its roster from being changed until the transaction ends."""
    if lock:
        await batch([held(shift_id)])
    found = await find_shift(person, shift_id)
    if found is None:
        raise Refusal("not_found")
    return found


def held(*shifts: UUID) -> Statement:
    """The statement that keeps the rosters of these shifts from being changed. All at once and in one order: of two swaps between
    the same two months neither then waits for what the other has."""
    marks = ", ".join("?" * len(shifts))
    own = f"SELECT roster FROM shifts WHERE id IN ({marks})"
    return f"SELECT r.id FROM rosters r WHERE r.id IN ({own}) ORDER BY r.id{locking('r')}", list(shifts)


async def _read(which: str, args: list[Any]) -> list[KnownShift]:
    shifts, people = await batch([(_SHIFTS.format(which=which), args), (_PEOPLE.format(which=which), args)])
    return list(_with_people(shifts, people))


def _with_people(shifts: Iterable[Row], people: Iterable[Row]) -> Iterable[KnownShift]:
    by_shift: dict[UUID, list[Stander]] = {}
    for entry in people:
        by_shift.setdefault(entry["shift"], []).append(Stander(**entry))
    for entry in shifts:
        yield KnownShift(
            **{**entry, "needs": read_slots(entry["needs"]), "place_name": entry["place_name"] or ""},
            people=tuple(by_shift.get(entry["id"], ())),
        )
