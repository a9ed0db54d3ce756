"""A draft: found, judged, explained."""

from importlib.util import find_spec

from backend.office.duty.drafting.explaining import unmet
from backend.office.duty.drafting.fairness import fairness
from backend.office.duty.drafting.given import Given
from backend.office.duty.drafting.made import Draft
from backend.office.duty.drafting.rotation import rotate


def draft(given: Given, *, solver: bool = True) -> Draft:
    """The month's roster. Every slot gets its `least`; what cannot be filled is told in `unmet`.

    `solver`: by OR-Tools where it is installed, else by turns. Both obey the same rules.
    """
    turns = rotate(given)
    if not solver or find_spec("ortools") is None:
        empty = unmet(given, turns)
        return Draft(turns, empty, (), fairness(given, turns), "rotation", not empty)
    from backend.office.duty.drafting.solver import solve

    solved = solve(given, turns)
    empty = unmet(given, solved.assigned)
    return Draft(
        solved.assigned, empty, (), fairness(given, solved.assigned), "solver", solved.least_possible
    )
