"""A draft: found, judged, explained."""

from functools import partial
from importlib.util import find_spec

from backend.office.duty.drafting.candidates import Choices, choices
from backend.office.duty.drafting.clashing import alone, clashes
from backend.office.duty.drafting.explaining import unmet
from backend.office.duty.drafting.fairness import fairness
from backend.office.duty.drafting.given import Assigned, Given
from backend.office.duty.drafting.made import Draft
from backend.office.duty.drafting.rotation import rotate


def draft(given: Given, *, solver: bool = True) -> Draft:
    """The month's roster. Every slot gets its `least`; what cannot be filled is told in `unmet`.

    `solver`: by OR-Tools where it is installed, else by turns. Both obey the same rules.
    """
    chosen, turns = choices(given), rotate(given)
    if solver and find_spec("ortools") is not None:
        return _solved(given, chosen, turns)
    return _turned(given, chosen, turns)


def _turned(given: Given, chosen: Choices, assigned: tuple[Assigned, ...]) -> Draft:
    empty = unmet(given, assigned)
    places = {(each.shift, each.slot): each.missing for each in empty}
    least = all(missing == chosen.needs[at] - len(chosen.free[at]) for at, missing in places.items())
    found = alone(given, chosen, empty)
    return Draft(assigned, empty, found, fairness(given, assigned), "rotation", least)


def _solved(given: Given, chosen: Choices, turns: tuple[Assigned, ...]) -> Draft:
    from backend.office.duty.drafting import solver  # pandas and numpy come with it

    solved = solver.solve(given, chosen, turns)
    empty = unmet(given, solved.assigned)
    found = clashes(given, chosen, empty, partial(solver.possible, given, chosen))
    return Draft(
        solved.assigned, empty, found, fairness(given, solved.assigned), "solver", solved.least_possible
    )
