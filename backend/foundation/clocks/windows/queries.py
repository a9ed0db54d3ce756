"""A township's windows as its pages show them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.clocks.cadences import window_words
from backend.foundation.clocks.clock import Clock
from backend.foundation.clocks.queries import clocks_of_many
from backend.foundation.clocks.showing import Shown, shown
from backend.foundation.clocks.windows.series import Window
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TOWN_HALL
from backend.foundation.records import Kind, Record
from backend.foundation.records.audience import Audience, role_in
from backend.foundation.refusals import Refusal

_COLUMNS = "w.*, COALESCE(o.name, '') AS explained_by_name"
_FROM = "FROM cadence_windows w LEFT JOIN officers o ON o.id = w.explained_by"


@dataclass(frozen=True, slots=True)
class Standing:
    """One window as it stands: `done` is the record that met it, `explanation` why nothing did."""

    window: Window
    words: str
    clock: Shown
    done: tuple[str, UUID] | None
    done_at: datetime | None
    explained_at: datetime | None
    explained_by_name: str
    explanation: str

    @property
    def over(self) -> bool:
        """Past, and nobody has said anything of it."""
        return self.clock.state == "overdue"


async def windows_of(township: UUID, rules: tuple[str, ...], at: datetime, most: int) -> list[Standing]:
    """The last ones of these duties, the newest first."""
    marks = ", ".join("?" * len(rules))
    found = await rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE w.township = ? AND w.rule IN ({marks}) "
        "ORDER BY w.first_day DESC, w.series, w.id LIMIT ?",
        township,
        *rules,
        most,
    )
    clocks = await clocks_of_many("window", [entry["id"] for entry in found])
    return [_standing(entry, clocks[entry["id"]][-1], at) for entry in found]


def _standing(found: dict[str, Any], clock: Clock, at: datetime) -> Standing:
    period = clock.term.period
    assert period is not None  # a window has no other clock
    return Standing(
        window=Window.of(found),
        words=window_words(period, found["first_day"]),
        clock=shown(clock, at),
        done=(found["done_kind"], found["done_id"]) if found["done_id"] else None,
        done_at=found["done_at"],
        explained_at=found["explained_at"],
        explained_by_name=found["explained_by_name"],
        explanation=found["explanation"],
    )


async def standing(township: UUID, window_id: UUID, at: datetime) -> Standing:
    """One window of that township; refuses `not_found`."""
    found = await rows(f"SELECT {_COLUMNS} {_FROM} WHERE w.id = ? AND w.township = ?", window_id, township)
    if not found:
        raise Refusal("not_found")
    clocks = await clocks_of_many("window", [window_id])
    return _standing(found[0], clocks[window_id][-1], at)


async def visible(person: Person, window_id: UUID) -> Record | None:
    """To the township's own people."""
    if person.township_id is None or person.roles.isdisjoint(TOWN_HALL):
        return None
    found = await rows(
        f"SELECT {_COLUMNS}, c.url, c.title {_FROM} JOIN clocks c ON c.record_kind = 'window' AND c.record_id = w.id "
        "WHERE w.id = ? AND w.township = ?",
        window_id,
        person.township_id,
    )
    return _record(found[0]) if found else None


def _record(found: dict[str, Any]) -> Record:
    ended_at = found["done_at"] or found["explained_at"]
    return Record(
        kind="window",
        id=found["id"],
        title=found["title"],
        url=found["url"],
        township=found["township"],
        open=ended_at is None,
        chain=found["township"],
        facts={"number": "", "address": ""},
        closed_at=ended_at,
    )


async def audience(window_id: UUID) -> Audience | None:
    """The same people."""
    found = await rows("SELECT township, done_at, explained_at FROM cadence_windows WHERE id = ?", window_id)
    if not found:
        return None
    (entry,) = found
    closed = entry["done_at"] is not None or entry["explained_at"] is not None
    return Audience(1 + closed, frozenset(role_in(entry["township"], role) for role in TOWN_HALL))


WINDOWS = Kind("window", "周期任务", visible, audience=audience, reading="window.read")
