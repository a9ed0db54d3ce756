"""The list of patrols as data: one page, newest first."""

from datetime import datetime

from backend.field.patrols.queries.filtered import narrowed
from backend.field.patrols.queries.visible import COLUMNS, FROM
from backend.field.patrols.rules.filters import Filters
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.web.api import Cursor, behind, paged


async def page_of(
    person: Person,
    filters: Filters,
    cursor: Cursor | None,
    limit: int,
    *,
    at: datetime,
    settings: dict[str, int],
) -> tuple[list[Patrol], Cursor | None]:
    """`limit` patrols after the cursor by (sort_at, id), and the cursor of the next page if there is one."""
    seen, args = narrowed(person, filters, at, settings)
    after, where = behind(cursor, "p.sort_at, p.id")
    found = await rows(
        f"SELECT {COLUMNS} {FROM} WHERE {seen}{after} ORDER BY p.sort_at DESC, p.id DESC LIMIT ?",
        *args,
        *where,
        limit + 1,
    )
    page, more = paged(found, limit, lambda entry: (entry["sort_at"], entry["id"]))
    return [Patrol(**entry) for entry in page], more
