"""Who of a township is away when: what drafting, hand edits and the look of who is there ask."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.database.access import Row, Statement
from backend.office.absences.rules.borrowing import Borrowing
from backend.office.absences.rules.borrowing import span as borrowed
from backend.office.absences.rules.leave import Leave

_OF_TOWNSHIP = (
    "JOIN officers o ON o.id = a.officer JOIN units u ON u.id = o.unit "
    "WHERE u.township = ? AND o.left_at IS NULL AND a.withdrawn_at IS NULL "
)
_LEAVES = (
    "SELECT {columns} FROM leaves a "
    + _OF_TOWNSHIP
    + "AND a.refused_at IS NULL AND a.begins_at < ? AND a.ends_at > ? "
    "ORDER BY a.begins_at, a.id"
)
_BORROWINGS = (
    "SELECT {columns} FROM borrowings a "
    + _OF_TOWNSHIP
    + "AND (a.approved_at IS NOT NULL OR a.left_on IS NOT NULL) "
    "ORDER BY a.first_day, a.id"
)


@dataclass(frozen=True, slots=True)
class Away:
    """One stretch in which somebody is not to be counted on; `why` is 病假, 年休假, 抽调到县城市管理局 …"""

    officer: UUID
    begins: datetime
    ends: datetime
    why: str


async def away(township: UUID, begins: datetime, ends: datetime) -> list[Away]:
    """Every stretch of the people who serve in `township` that reaches into the span, as it stands now, by its beginning.

    What nobody has approved yet does not count, but for sickness; who was taken without approval is away. An end nobody
    knows is answered as the span's own.
    """
    leaves, borrowings = await batch(_asked(township, begins, ends))
    found = [
        Away(each.officer, each.begins_at, each.ends_at, each.words)
        for each in _leaves(leaves)
        if each.counts
    ]
    for row in borrowings:
        department = row.pop("department_words")
        each = Borrowing(**row)
        stretch = borrowed(each)
        if stretch is not None and stretch[0] < ends and (stretch[1] is None or stretch[1] > begins):
            found.append(Away(each.officer, stretch[0], stretch[1] or ends, f"抽调到{department}"))
    return sorted(found, key=lambda stretch: (stretch.begins, stretch.officer))


def _asked(township: UUID, begins: datetime, ends: datetime) -> list[Statement]:
    borrowed_columns = _columns(Borrowing) + (
        ", COALESCE((SELECT d.name FROM units d WHERE d.id = a.department), a.department_name) AS department_words"
    )
    return [
        (_LEAVES.format(columns=_columns(Leave)), [township, ends, begins]),
        (_BORROWINGS.format(columns=borrowed_columns), [township]),
    ]


def _columns(kind: type[Leave] | type[Borrowing]) -> str:
    return ", ".join(f"a.{each.name}" for each in fields(kind))


def _leaves(found: list[Row]) -> list[Leave]:
    return [Leave(**each) for each in found]
