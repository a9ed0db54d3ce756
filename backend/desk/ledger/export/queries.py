"""Exports as their owner sees them; nobody else sees any."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.desk.ledger.queries.choices import choices
from backend.field.patrols.rules.filters import Filters, read_filters
from backend.field.patrols.rules.patrol import KINDS
from backend.field.patrols.rules.review import CHOICES as REVIEWS
from backend.field.patrols.rules.states import WORDS as STATES
from backend.foundation.database import row, rows
from backend.foundation.database.access import Row
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from
from backend.foundation.refusals import Refusal

COLUMNS = "id, officer, format, filters, state, written, total, file_name, failure, asked_at, finished_at, removed_at"
NAMES = {
    "from": "从", "until": "到", "kind": "种类", "unit": "参加单位", "officer": "人员", "place": "地点",
    "state": "状态", "review": "批阅", "findings": "发现", "q": "字词",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Export:
    """One export. `written` counts patrols, in a spreadsheet a second time while its findings are written."""

    id: UUID
    officer: UUID
    format: str
    filters: Filters
    state: str
    written: int
    total: int
    file_name: str
    failure: str
    asked_at: datetime
    finished_at: datetime | None
    removed_at: datetime | None

    @property
    def under_way(self) -> bool:
        return self.state in ("waiting", "running")

    @property
    def steps(self) -> int:
        """What `written` goes up to."""
        return self.total * (2 if self.format == "xlsx" else 1)

    @property
    def ready(self) -> bool:
        return self.state == "ready" and self.removed_at is None


async def find(person: Person, export_id: UUID) -> Export:
    """The person's own; refuses `not_found` to everybody else."""
    found = await row(f"SELECT {COLUMNS} FROM exports WHERE id = ? AND officer = ?", export_id, person.id)
    if found is None:
        raise Refusal("not_found")
    return export_of(found)


async def recent(person: Person) -> list[Export]:
    """What is under way or lies ready, the newest first."""
    found = await rows(
        f"SELECT {COLUMNS} FROM exports WHERE officer = ? AND removed_at IS NULL ORDER BY asked_at DESC, id LIMIT 20",
        person.id,
    )
    return [export_of(entry) for entry in found]


async def owner_of(export: Export) -> Person | None:
    """As roles and unit are now; None where the person has left."""
    found = await row(
        f"SELECT {PERSON_COLUMNS} FROM officers o {PERSON_JOINS} WHERE o.id = ? AND o.left_at IS NULL",
        export.officer,
    )
    return person_from(found) if found else None


async def filters_in_words(person: Person, filters: Filters) -> list[tuple[str, str]]:
    """What the filters say, by the names people know: 参加单位 派出所."""
    offered = await choices(person)
    officers = {username: name for _, members in offered.officers for username, name in members}
    words: dict[str, Mapping[Any, str]] = {
        "kind": KINDS,
        "unit": dict(offered.units),
        "officer": officers,
        "state": STATES,
        "review": REVIEWS,
        "findings": {"1": "有发现", "0": "没有发现"},
    }
    return [(NAMES[name], words.get(name, {}).get(value, value)) for name, value in filters.pairs()]


def export_of(found: Row) -> Export:
    asked = msgspec.json.decode(found["filters"], type=dict[str, str])
    return Export(**{**found, "filters": read_filters(asked)})
