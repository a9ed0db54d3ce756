"""Who hears of a step, found at that moment."""

from datetime import date, datetime
from uuid import UUID

from backend.casework.handoffs.queries.delegations import holding
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.approval import approving_roles, leading_roles
from backend.casework.handoffs.rules.news import Whom
from backend.foundation.database import rows
from backend.foundation.database.access import Row
from backend.foundation.now import local
from backend.foundation.people.identity import roles_of
from backend.foundation.people.permissions import ACTIONS
from backend.office.duty.queries.presence import on_duty_of

# Of the body itself, of what stands below it, and of its township where it is a government.
_PEOPLE = (
    "SELECT o.id, o.roles FROM officers o JOIN units u ON u.id = o.unit WHERE o.left_at IS NULL AND "
    "(u.id = ? OR u.parent = ? OR u.township = (SELECT b.township FROM units b WHERE b.id = ?)) ORDER BY o.username"
)
_ANSWERING = (
    "SELECT o.id FROM officers o JOIN units b ON b.id = ? WHERE o.left_at IS NULL AND "
    "(o.id = b.liaison OR (b.liaison IS NULL AND o.unit = b.id)) ORDER BY o.username"
)


async def told(case: Case, whom: Whom, at: datetime) -> list[UUID]:
    """Their ids, at the moment of the step; `others` is read from the side that acts (`case.side`)."""
    if whom == "others":
        whom = "addressee" if case.side == "sender" else "handlers"
    if whom == "approvers":
        return await _approvers(case, local(at).date())
    if whom == "addressee":
        return await _answering(case.with_unit, at)
    return [officer for officer in (case.handoff.created_by, case.handoff.submitted_by) if officer]


async def _answering(unit: UUID, at: datetime) -> list[UUID]:
    """Its liaison, or everybody where it names none; and whoever of it is on duty and may answer: papers come at any hour."""
    there = [
        each.id for each in await on_duty_of(unit, at) if not each.roles.isdisjoint(ACTIONS["handoff.answer"])
    ]
    return list(dict.fromkeys([*(found["id"] for found in await rows(_ANSWERING, unit)), *there]))


async def _approvers(case: Case, day: date) -> list[UUID]:
    """Who may decide, in their own right or as a delegate; never who submitted it. Where that is nobody, who stands in."""
    body = case.handoff.from_body
    people = await rows(_PEOPLE, body, body, body)
    deciding = approving_roles(case.profile, case.body, case.handoff.direction)
    held = await holding(body, day, deciding)
    asked = [*_carrying(people, deciding), *(each.delegate for each in held)]
    standing_in = _carrying(people, leading_roles(case.profile, case.body))
    others = [[each for each in some if each != case.handoff.submitted_by] for some in (asked, standing_in)]
    return others[0] or others[1]


def _carrying(people: list[Row], roles: frozenset[str]) -> list[UUID]:
    return [each["id"] for each in people if not roles.isdisjoint(roles_of(each))]
