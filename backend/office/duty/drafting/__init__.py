"""排班起草: a month's shifts given to people, by the solver where it is installed, by turns without it. Pure.

drafted = draft(given)                    # seconds of work: rooms ask backend.office.duty.drawing_up
conflicts(given, assigned)                # what a roster breaks, whoever made it
"""

from backend.office.duty.drafting.conflicts import conflicts
from backend.office.duty.drafting.fairness import balances, fairness
from backend.office.duty.drafting.given import (
    Assigned,
    Away,
    Bounds,
    Given,
    Member,
    Shift,
    Span,
    Stint,
    Tally,
    Wish,
    bounds_of,
)
from backend.office.duty.drafting.made import Clash, Conflict, Draft, Fairness, Load, Unmet
from backend.office.duty.drafting.making import draft

__all__ = [
    "Assigned",
    "Away",
    "Bounds",
    "Clash",
    "Conflict",
    "Draft",
    "Fairness",
    "Given",
    "Load",
    "Member",
    "Shift",
    "Span",
    "Stint",
    "Tally",
    "Unmet",
    "Wish",
    "balances",
    "bounds_of",
    "conflicts",
    "draft",
    "fairness",
]
