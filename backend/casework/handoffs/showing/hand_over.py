"""案件交接 as its page shows it: who handed over, who took it, the limit set for the case, the result. Pure."""

from dataclasses import dataclass

from backend.casework.handoffs.queries.sheet import Sheet, Step
from backend.casework.handoffs.rules.clauses import quoted
from backend.foundation.mechanism import Profile, bounds_words


@dataclass(frozen=True, slots=True)
class Bounds:
    """Within which a captain sets the limit: `words` 1至30个工作日, `clause` where that stands, `asked` by the text itself."""

    least: int
    most: int
    words: str
    clause: str
    note: str
    asked: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """`set` is the approval that set the limit; it is the sender's own step and unknown to the office."""

    handed: Step | None
    taken: Step | None
    set: Step | None
    result: Step | None
    bounds: Bounds


def bounds(profile: Profile) -> Bounds:
    """As a form and a page state them."""
    rule = profile.stationed
    clause = quoted(profile, rule)
    note = "" if rule.local else rule.note  # a local agreement is quoted by its note
    return Bounds(rule.least, rule.most, bounds_words(rule), clause, note, rule.stated)


def hand_over(found: Sheet) -> HandOver | None:
    """None between bodies: there it is a letter. Of several sendings the present one."""
    case = found.case
    if case.handoff.direction != "stationed":
        return None
    ordinal = case.own.ordinal if case.own else case.handoff.sending
    reached = {step.kind: step for step in found.steps if step.ordinal == ordinal}
    return HandOver(
        reached.get("dispatch"),
        reached.get("receipt"),
        reached.get("approval"),
        reached.get("result"),
        bounds(case.profile),
    )
