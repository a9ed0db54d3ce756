"""One page of the ledger: newest first, by keyset, one statement on the patrols' own rows."""

from dataclasses import dataclass
from datetime import datetime

from backend.desk.ledger.lines import PLANS, Line, line
from backend.field.patrols.queries.filtered import narrowed
from backend.field.patrols.queries.visible import FROM, scope
from backend.field.patrols.rules.filters import Filters
from backend.foundation.database import batch
from backend.foundation.people.identity import Person
from backend.foundation.preferences import ASKED, in_force, preferences
from backend.foundation.web.api import Cursor, behind, paged

PER_PAGE = 50
_COLUMNS = (
    "p.id, p.title, p.planned_from, p.started_at, p.ended_at, p.cancelled_at, p.filed_at, p.unit_names, p.unit_count, "
    "p.finding_count, p.length_m, p.review, p.sort_at, w.paused_at"
)


@dataclass(frozen=True, slots=True)
class Page:
    """Lines in order; `next` is where older ones begin, None at the end."""

    lines: list[Line]
    next: Cursor | None


async def page_of(
    person: Person, filters: Filters, now: datetime, *, after: Cursor | None = None, size: int = PER_PAGE
) -> Page:
    """The lines after `after` that `filters` leave, as they stand at `now`."""
    condition, args = narrowed(person, filters, now, await settings_for(person, filters))
    older, where = behind(after, "p.sort_at, p.id")
    found, changed = await batch(
        [
            (
                f"SELECT {_COLUMNS} {FROM} WHERE {condition}{older} ORDER BY p.sort_at DESC, p.id DESC LIMIT ?",
                [*args, *where, size + 1],
            ),
            (ASKED, [person.township_id]),
        ]
    )
    settings = in_force(changed)
    page, more = paged(found, size, lambda entry: (entry["sort_at"], entry["id"]))
    return Page([line(entry, settings, now) for entry in page], more)


async def line_of(person: Person, patrol_id: object, now: datetime) -> Line | None:
    """The line of one patrol, None to a stranger."""
    seen, args = scope(person)
    found, changed = await batch(
        [
            (f"SELECT {_COLUMNS} {FROM} WHERE p.id = ? AND {seen}", [patrol_id, *args]),
            (ASKED, [person.township_id]),
        ]
    )
    return line(found[0], in_force(changed), now) if found else None


async def settings_for(person: Person, filters: Filters) -> dict[str, int]:
    """The township's settings where these filters ask for a state that hangs on them; the others need not wait."""
    return await preferences(person.township_id) if filters.state in PLANS else {}
