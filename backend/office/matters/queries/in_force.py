"""What the list of a township said at a moment."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.refusals import Refusal
from backend.office.matters.queries.rows import COLUMNS, IN_FORCE, JOINS, matter_from
from backend.office.matters.rules.matter import Matter


async def matter_in_force(township: UUID, code: str, at: datetime) -> Matter | None:
    """The matter of that code as the list had it at `at`; None where it was not, or no longer, in the list.

    One that was taken back (已收回) is still in the list: it says which department punishes since.
    """
    found = await row(
        f"SELECT {COLUMNS} {JOINS} WHERE m.township = ? AND m.code = ? AND v.standing <> 'dropped' AND {IN_FORCE}",
        township,
        code,
        at,
        at,
    )
    return matter_from(found) if found else None


async def demand_matter(township: UUID, code: str, *moments: datetime) -> Matter:
    """The matter as it stood at the first of `moments` at which it was in the list.

    Refuses `matter_unknown` for a code the list never had, `matter_not_in_force` for one it had at none of them.
    """
    for at in moments:
        if found := await matter_in_force(township, code, at):
            return found
    known = await row("SELECT id FROM matters WHERE township = ? AND code = ?", township, code)
    raise Refusal(
        "matter_not_in_force" if known else "matter_unknown",
        fields={"matter_code": f"编码“{code}”，从清单里选"},
    )


async def matters_in_force(township: UUID, at: datetime, ids: Collection[UUID] | None = None) -> list[Matter]:
    """The whole list, or those of `ids`, in the order of their codes."""
    if ids is not None and not ids:
        return []
    among = f"AND m.id IN ({', '.join('?' * len(ids))})" if ids else ""
    found = await rows(
        f"SELECT {COLUMNS} {JOINS} WHERE m.township = ? AND v.standing <> 'dropped' AND {IN_FORCE} {among} ORDER BY m.code",
        township,
        at,
        at,
        *(ids or ()),
    )
    return [matter_from(entry) for entry in found]
