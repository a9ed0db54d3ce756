"""Shifts of published rosters with who holds them, the place they stand at, and everything recorded of coming and going."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.office.duty.queries.presence import LONGEST
from backend.office.duty.rules.slots import Slot, read_slots
from backend.office.duty.turnout.queries.turnouts import read_mark
from backend.office.duty.turnout.rules.fence import Spot
from backend.office.duty.turnout.rules.standing import LEAVING, Limits, Mark, Span, Standing, standing

_JOINED: Final = "FROM shifts s JOIN rosters r ON r.id = s.roster"
_SHIFTS: Final = (
    "SELECT s.id, r.township, s.kind, s.name, s.begins_at, s.ends_at, s.needs, s.place, l.name AS place_name, l.lat, l.lon, "
    f"l.radius_m {_JOINED} LEFT JOIN places l ON l.id = s.place WHERE {{which}} ORDER BY s.begins_at, s.name, s.id"
)
_PEOPLE: Final = (
    "SELECT a.id, a.shift, a.slot, o.id AS officer, o.username, o.name, o.position, o.phone, u.name AS unit_name "
    f"{_JOINED} JOIN assignments a ON a.shift = s.id JOIN officers o ON o.id = a.officer JOIN units u ON u.id = o.unit "
    "WHERE {which} AND a.ended_at IS NULL AND o.left_at IS NULL ORDER BY a.slot, u.code, o.username"
)
_MARKS: Final = (
    f"SELECT t.assignment, t.noun, t.at, t.how, t.fence, t.distance_m, t.received_at, b.name AS told_by {_JOINED} "
    "JOIN assignments a ON a.shift = s.id JOIN turnouts t ON t.assignment = a.id JOIN officers b ON b.id = t.recorded_by "
    "WHERE {which} AND a.ended_at IS NULL ORDER BY t.at, t.received_at, t.noun"
)
_VALID: Final = "s.cancelled_at IS NULL AND r.published_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a slot of a shift; `id` is the assignment's."""

    id: UUID
    shift: UUID
    slot: int
    officer: UUID
    username: str
    name: str
    position: str
    phone: str
    unit_name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """One shift as it is kept now; `spot` is None where it stands at no place."""

    id: UUID
    township: UUID
    kind: str
    name: str
    begins_at: datetime
    ends_at: datetime
    needs: tuple[Slot, ...]
    place: UUID | None
    place_name: str
    spot: Spot | None
    people: tuple[Holder, ...]

    @property
    def span(self) -> Span:
        return Span(self.begins_at, self.ends_at, at_call=self.kind == "reserve" and self.place is None)

    def held_by(self, officer: UUID) -> Holder | None:
        return next((each for each in self.people if each.officer == officer), None)

    def standing(self, holder: Holder, at: datetime, limits: Limits) -> Standing:
        return standing(self.span, holder.marks, at, limits)


async def watches_between(township: UUID, since: datetime, until: datetime) -> list[Watch]:
    """Those that are on at some time from one moment up to another."""
    which = f"{_VALID} AND r.township = ? AND s.begins_at < ? AND s.begins_at > ? AND s.ends_at > ?"
    return await _read(which, [township, until, since - LONGEST, since])


async def own_watches(officer: UUID, township: UUID, at: datetime, ahead: timedelta) -> list[Watch]:
    """This person's: what goes on, what begins before long, and what one may still sign out of."""
    mine = (
        "EXISTS (SELECT 1 FROM assignments x WHERE x.shift = s.id AND x.officer = ? AND x.ended_at IS NULL)"
    )
    which = (
        f"{_VALID} AND r.township = ? AND s.begins_at <= ? AND s.begins_at > ? AND s.ends_at > ? AND {mine}"
    )
    return await _read(which, [township, at + ahead, at - LEAVING - LONGEST, at - LEAVING, officer])


async def find_watch(township: UUID | None, shift_id: UUID) -> Watch | None:
    """One shift of a published roster there; None to a stranger."""
    found = await _read(f"{_VALID} AND r.township = ? AND s.id = ?", [township, shift_id])
    return found[0] if found else None


async def running_everywhere(at: datetime) -> list[Watch]:
    """Whatever goes on in any township, for whoever watches over all of them."""
    which = f"{_VALID} AND s.begins_at <= ? AND s.begins_at > ? AND s.ends_at > ?"
    return await _read(which, [at, at - LONGEST, at])


async def _read(which: str, args: list[Any]) -> list[Watch]:
    asked = [(sql.format(which=which), args) for sql in (_SHIFTS, _PEOPLE, _MARKS)]
    return list(_together(*await batch(asked)))


def _together(shifts: Iterable[Row], people: Iterable[Row], marks: Iterable[Row]) -> Iterator[Watch]:
    told: dict[UUID, list[Mark]] = {}
    for entry in marks:
        told.setdefault(entry["assignment"], []).append(read_mark(entry))
    on: dict[UUID, list[Holder]] = {}
    for entry in people:
        on.setdefault(entry["shift"], []).append(Holder(**entry, marks=tuple(told.get(entry["id"], ()))))
    for entry in shifts:
        lat, lon, radius_m = (entry.pop(name) for name in ("lat", "lon", "radius_m"))
        spot = Spot(lat, lon, radius_m) if lat is not None else None
        known = {"needs": read_slots(entry["needs"]), "place_name": entry["place_name"] or ""}
        yield Watch(**{**entry, **known}, spot=spot, people=tuple(on.get(entry["id"], ())))
