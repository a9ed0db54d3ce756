"""Whom a body is told through: its liaison, its chiefs and whoever of it is on duty; where there is nobody of these, all of it."""

from datetime import datetime
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import roles_of
from backend.foundation.people.permissions import ACTIONS
from backend.office.duty.queries.presence import on_duty_of

_PEOPLE = (
    "SELECT o.id, o.roles, CASE WHEN o.id = b.liaison THEN 1 ELSE 0 END AS named FROM officers o JOIN units b ON b.id = ? "
    "WHERE o.left_at IS NULL AND (o.unit = b.id OR o.id = b.liaison) ORDER BY o.username"
)
_CHIEFS = frozenset({"police_chief", "captain", "head", "mayor"})


async def told_of(unit: UUID, at: datetime) -> list[UUID]:
    """Who may answer for it and is reached first."""
    people = [(found["id"], bool(found["named"]), roles_of(found)) for found in await rows(_PEOPLE, unit)]
    able = [each for each in people if not each[2].isdisjoint(ACTIONS["request.answer"])]
    there = {each.id for each in await on_duty_of(unit, at)}
    first = [who for who, named, roles in able if named or who in there or not roles.isdisjoint(_CHIEFS)]
    return first or [who for who, _, _ in able]
