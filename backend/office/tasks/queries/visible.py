"""One task, if this person may see it."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TOWN_HALL
from backend.foundation.records.audience import Audience, person_at, role_in, unit
from backend.foundation.refusals import Refusal
from backend.office.tasks.rules.access import sees_all
from backend.office.tasks.rules.task import Task

COLUMNS = ", ".join(f"t.{each.name}" for each in fields(Task))
NAMED = (
    f"SELECT {COLUMNS}, s.code AS from_code, s.name AS from_name, g.username AS giver, g.name AS giver_name, "
    "g.phone AS giver_phone, u.code AS unit_code, u.name AS unit_name, COALESCE(o.username, '') AS officer_code, "
    "COALESCE(o.name, '') AS officer_name, COALESCE(o.phone, '') AS officer_phone, COALESCE(a.name, '') AS accepted_name, "
    "COALESCE(a.phone, '') AS accepted_phone, w.profile FROM tasks t JOIN units s ON s.id = t.from_unit "
    "JOIN officers g ON g.id = t.created_by JOIN units u ON u.id = t.unit JOIN townships w ON w.id = t.township "
    "LEFT JOIN officers o ON o.id = t.officer LEFT JOIN officers a ON a.id = t.accepted_by"
)
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """A task with the names around it; `officer_*` and `accepted_*` are empty where nobody is named or has taken it."""

    task: Task
    from_code: str
    from_name: str
    giver: str
    giver_name: str
    giver_phone: str
    unit_code: str
    unit_name: str
    officer_code: str
    officer_name: str
    officer_phone: str
    accepted_name: str
    accepted_phone: str
    profile: str

    @property
    def to_words(self) -> str:
        """综合行政执法队 杨晓梅; 派出所 where anybody of it may take it."""
        return f"{self.unit_name} {self.officer_name}".strip()

    @property
    def doer(self) -> tuple[str, str]:
        """Name and number of whoever is at it; empty while nobody is."""
        if self.officer_name:
            return self.officer_name, self.officer_phone
        return self.accepted_name, self.accepted_phone


def scope(person: Person) -> Scope:
    """Condition and arguments on `tasks t`: the township's for its town hall; else what one's unit gives or has to do."""
    if sees_all(person):
        return "t.township = ?", [person.township_id]
    own = "(t.created_by = ? OR t.officer = ? OR t.unit = ? OR t.from_unit = ?)"
    return f"t.township = ? AND {own}", [
        person.township_id,
        person.id,
        person.id,
        person.unit_id,
        person.unit_id,
    ]


async def find(person: Person, task_id: UUID, *, lock: bool = False) -> Named | None:
    """The task, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    first = [held(task_id)] if lock else []
    *_, found = await batch([*first, (f"{NAMED} WHERE t.id = ? AND {seen}", [task_id, *args])])
    return named(found[0]) if found else None


async def find_among(person: Person, tasks: Collection[UUID]) -> list[Named]:
    """Of several those that `find` would show."""
    seen, args = scope(person)
    marks = ", ".join("?" * len(tasks))
    return [named(each) for each in await rows(f"{NAMED} WHERE t.id IN ({marks}) AND {seen}", *tasks, *args)]


async def load(person: Person, task_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, task_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


def held(task_id: UUID) -> tuple[str, list[Any]]:
    """The statement that keeps others from changing it."""
    return f"SELECT t.id FROM tasks t WHERE t.id = ?{locking('t')}", [task_id]


async def audience(task_id: UUID) -> Audience | None:
    """The same people `scope` lets in."""
    found = await rows(
        "SELECT version, township, from_unit, unit, officer, created_by FROM tasks WHERE id = ?", task_id
    )
    if not found:
        return None
    [entry] = found
    home = entry["township"]
    tokens = {person_at(home, entry["created_by"]), unit(entry["unit"]), unit(entry["from_unit"])}
    tokens |= {role_in(home, role) for role in TOWN_HALL}
    if entry["officer"] is not None:
        tokens.add(person_at(home, entry["officer"]))
    return Audience(entry["version"], frozenset(tokens))


def named(found: dict[str, Any]) -> Named:
    """From a row of NAMED."""
    own = {each.name: found.pop(each.name) for each in fields(Task)}
    own |= {name: bool(own[name]) for name in ("exercise", "urgent")}
    return Named(Task(**own), **found)
