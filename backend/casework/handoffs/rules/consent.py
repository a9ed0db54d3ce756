"""A major or difficult violation goes up only with the department's prior consent, where the place asks for it. Pure."""

from backend.casework.handoffs.rules.clauses import quoted
from backend.casework.handoffs.rules.sender import Direction
from backend.foundation.mechanism import Profile
from backend.foundation.refusals import Refusal


def needed(profile: Profile, direction: Direction, *, major: bool) -> bool:
    """Only from the township upwards, and only where the text has it."""
    return major and direction == "out" and profile.duty("handoff.consent") is not None


def given(profile: Profile, direction: Direction, *, major: bool, consented: bool) -> None:
    """Refuse `consent_missing` with the clause."""
    if needed(profile, direction, major=major) and not consented:
        raise Refusal("consent_missing", clause=quoted(profile, profile.duty("handoff.consent")))
