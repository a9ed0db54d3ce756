"""Spot checks: those one asked or oversees, and those one is asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import locking, row, rows
from backend.foundation.database.access import Statement
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS, may
from backend.foundation.positions import Positioned, place_words
from backend.foundation.records.audience import Audience, person_at, role_in
from backend.foundation.refusals import Refusal

KEPT_IN_SIGHT: Final = 10
_FOUND: Final = (
    "SELECT c.id, c.township, c.officer, c.place, c.asked_by, c.asked_at, c.due_at, c.answered_at, c.received_at, c.fence, "
    "c.distance_m, c.lat, c.lon, c.accuracy_m, c.position_source, c.note, c.version, o.username, o.name, o.phone, "
    "b.name AS asked_by_name, l.name AS place_name FROM spot_checks c JOIN officers o ON o.id = c.officer "
    "JOIN officers b ON b.id = c.asked_by LEFT JOIN places l ON l.id = c.place"
)


@dataclass(frozen=True, slots=True)
class SpotCheck(Positioned):
    """One check, with the names around it."""

    id: UUID
    township: UUID
    officer: UUID
    place: UUID | None
    asked_by: UUID
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None
    received_at: datetime | None
    fence: str
    distance_m: int | None
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    note: str
    version: int
    username: str
    name: str
    phone: str
    asked_by_name: str
    place_name: str

    @property
    def place_words(self) -> str:
        """As of any position; that it has been erased where it was."""
        if self.position_source == "gps" and self.lat is None:
            return "坐标到期已删除"
        return place_words(self.position_source, self.lat, self.lon, self.accuracy_m)


def scope(person: Person) -> tuple[str, list[Any]]:
    """Condition and arguments on `spot_checks c`: one's own; of the whole township for whoever oversees."""
    if may(person, "duty.oversee"):
        return "c.township = ?", [person.township_id]
    return "c.township = ? AND c.officer = ?", [person.township_id, person.id]


async def find_check(person: Person, check_id: UUID) -> SpotCheck | None:
    """None to a stranger."""
    seen, args = scope(person)
    found = await row(f"{_FOUND} WHERE c.id = ? AND {seen}", check_id, *args)
    return _check(found) if found else None


async def load_check(person: Person, check_id: UUID) -> SpotCheck:
    """Refuses a stranger's `not_found`."""
    found = await find_check(person, check_id)
    if found is None:
        raise Refusal("not_found")
    return found


async def asked_of(officer: UUID) -> list[SpotCheck]:
    """What this person has not answered yet."""
    sql = f"{_FOUND} WHERE c.officer = ? AND c.answered_at IS NULL ORDER BY c.asked_at"
    return [_check(entry) for entry in await rows(sql, officer)]


async def recent_checks(person: Person) -> list[SpotCheck]:
    """The last ones this person may see, newest first."""
    seen, args = scope(person)
    sql = f"{_FOUND} WHERE {seen} ORDER BY c.asked_at DESC, c.id LIMIT ?"
    return [_check(entry) for entry in await rows(sql, *args, KEPT_IN_SIGHT)]


async def audience(check_id: UUID) -> Audience | None:
    """The same people `scope` lets in."""
    found = await row("SELECT version, township, officer FROM spot_checks WHERE id = ?", check_id)
    if found is None:
        return None
    home = found["township"]
    overseers = {role_in(home, role) for role in ACTIONS["duty.oversee"]}
    return Audience(found["version"], frozenset({person_at(home, found["officer"]), *overseers}))


def held(check_id: UUID) -> Statement:
    """Keeps others from answering it until the transaction ends."""
    return f"SELECT c.id FROM spot_checks c WHERE c.id = ?{locking('c')}", [check_id]


def _check(entry: dict[str, Any]) -> SpotCheck:
    return SpotCheck(**{**entry, "place_name": entry["place_name"] or ""})
