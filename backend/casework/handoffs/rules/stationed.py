"""M06: the limit of a case handed to a stationed office, set by the captain within the place's bounds. Pure."""

from backend.casework.handoffs.rules.clauses import quoted
from backend.casework.handoffs.rules.limits import days_in_bounds
from backend.casework.handoffs.rules.sender import Direction
from backend.foundation.mechanism import Profile, bounds_words
from backend.foundation.refusals import Refusal


def proposed(profile: Profile, direction: Direction, days: int | None) -> None:
    """What a draft says. Refuses `result_days_out_of_bounds` with the clause; between bodies `invalid`."""
    if direction != "stationed":
        days_in_bounds(days)
        return
    rule = profile.stationed
    if days is not None and not rule.least <= days <= rule.most:
        within = bounds_words(rule)
        raise Refusal(
            "result_days_out_of_bounds",
            f"反馈期限应在{within}之内",
            clause=quoted(profile, rule),
            fields={"result_days": f"写{within}"},
        )


def set_by_captain(profile: Profile, direction: Direction, said: int | None, draft: int | None) -> int | None:
    """The case's limit as approved: what the captain says, else what the draft proposes.

    Refuses `result_days_not_asked` between bodies, `result_days_out_of_bounds`, and `result_days_missing` where the
    text asks for a set time.
    """
    if direction != "stationed":
        if said is not None:
            raise Refusal("result_days_not_asked", fields={"result_days": "起草时约定，审批时不改"})
        return draft
    days = draft if said is None else said
    if days is None and profile.stationed.stated:
        raise Refusal(
            "result_days_missing",
            clause=quoted(profile, profile.stationed),
            fields={"result_days": f"写{bounds_words(profile.stationed)}"},
        )
    proposed(profile, direction, days)
    return days
