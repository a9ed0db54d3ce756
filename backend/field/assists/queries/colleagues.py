"""Who can be named on a call's page: who answers calls there, and whom this one was sent to."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from backend.field.assists.rules.access import is_police
from backend.field.assists.rules.assist import Assist
from backend.foundation.database import rows
from backend.foundation.people.identity import roles_of
from backend.foundation.people.permissions import ACTIONS

_THERE: Final = (
    "SELECT o.username, o.name, o.roles, u.name AS unit_name FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE o.left_at IS NULL AND o.id <> ? AND u.county = ? AND {whose} "
    "ORDER BY u.code, o.username"
)
_TOLD: Final = (
    "SELECT DISTINCT o.username, o.name FROM notices n JOIN officers o ON o.id = n.officer "
    "WHERE n.record_kind = 'assist' AND n.record_id = ? AND n.urgent ORDER BY o.username"
)


@dataclass(frozen=True, slots=True)
class Colleague:
    username: str
    name: str
    unit_name: str
    police: bool


async def answerers(assist: Assist) -> list[Colleague]:
    """Those of its township (else of the county's bodies) who answer calls, police first; never who called."""
    whose = "u.township IS NULL" if assist.township is None else "u.township = ?"
    where = [] if assist.township is None else [assist.township]
    found = await rows(_THERE.format(whose=whose), assist.raised_by, assist.county, *where)
    known = [(each, roles_of(each)) for each in found]
    answering = [
        Colleague(each["username"], each["name"], each["unit_name"], is_police(roles, assist.township))
        for each, roles in known
        if not ACTIONS["assist.answer"].isdisjoint(roles)
    ]
    return sorted(answering, key=lambda each: not each.police)


async def told_of(assist_id: UUID) -> list[str]:
    """The names of all whom it was sent to so far, loudly."""
    return [each["name"] for each in await rows(_TOLD, assist_id)]
