"""Everything that happened to a patrol and to its findings; the caller has made sure the patrol may be seen."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from backend.field.patrols.sentences import usernames
from backend.foundation.database import row, rows
from backend.foundation.journal import Moment, moments

MOST = 300
_BEYOND = 2**31 - 1  # the column's last number on PostgreSQL
_OWN = "e.record_kind = 'patrol' AND e.record_id = ?"
_FINDINGS = "e.record_kind = 'finding' AND e.record_id IN (SELECT id FROM findings WHERE patrol = ?)"
_ITS = f"(({_OWN}) OR ({_FINDINGS})) AND e.seq < ?"
_FIRST = f"SELECT e.seq FROM events e WHERE {_ITS} ORDER BY e.seq DESC LIMIT 1 OFFSET ?"


@dataclass(frozen=True, slots=True)
class History:
    """Moments oldest first, with the names of those they speak of; `earlier`: there are moments before these."""

    moments: list[Moment]
    names: Mapping[str, str]
    earlier: bool


async def history(patrol_id: UUID, before: int | None = None, *, most: int = MOST) -> History:
    """The last moments before number `before` of the chain: patrols and findings of a township share one."""
    asked = [patrol_id, patrol_id, _BEYOND if before is None else before]
    first = await row(_FIRST, *asked, most)  # one more than is shown
    found = await moments(f"{_ITS} AND e.seq > ?", *asked, first["seq"] if first else 0)
    spoken_of = {name for moment in found for name in usernames(moment.payload or {})}
    return History(found, await _names(spoken_of), earlier=first is not None)


async def _names(spoken_of: Collection[str]) -> dict[str, str]:
    if not spoken_of:
        return {}
    marks = ", ".join("?" * len(spoken_of))
    found = await rows(f"SELECT username, name FROM officers WHERE username IN ({marks})", *sorted(spoken_of))
    return {entry["username"]: entry["name"] for entry in found}
