"""How somebody shows that they are there, and who may say it of another. Pure."""

from uuid import UUID

from backend.foundation.positions import Fix
from backend.foundation.refusals import Refusal
from backend.office.duty.turnout.rules.standing import How, Noun


def how_shown(*, place: UUID | None, code: UUID | None, fix: Fix | None, confirmed: bool) -> How:
    """The strongest of what was given: a code is read at the place, a colleague has seen it, a phone knows where it is. A
    shift without a place asks for nothing."""
    if confirmed:
        return "colleague"
    if code is not None:
        return "code"
    if place is None:
        return "self"
    return "gps" if fix is not None and fix.source == "gps" else "bare"


def of_this_place(place: UUID | None, hangs_at: UUID | None) -> None:
    """Refuses `turnout_wrong_code`: the code is none of the place of this shift."""
    if hangs_at is None or hangs_at != place:
        raise Refusal("turnout_wrong_code")


def may_confirm(noun: Noun, *, on_duty: bool, oversees: bool) -> None:
    """That somebody came is said by who is on duty too; that they went only by who answers for the posts, for it takes them off
    duty. Refuses `turnout_not_there`, `turnout_own_leaving`."""
    if oversees:
        return
    if noun == "departure":
        raise Refusal("turnout_own_leaving")
    if not on_duty:
        raise Refusal("turnout_not_there")
