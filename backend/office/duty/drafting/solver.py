"""OR-Tools CP-SAT: first as few empty slots as can be, then the fairest roster that has no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from ortools.sat.python import cp_model

from backend.office.duty.drafting.candidates import Choices, Place, placed
from backend.office.duty.drafting.conflicts import conflicts
from backend.office.duty.drafting.evening_out import burdens, crowding, emptiness, wishes
from backend.office.duty.drafting.given import Assigned, Given
from backend.office.duty.drafting.model import Model

# Effort is counted in the solver's own measure of work, not in seconds: a slow machine takes longer and finds the same.
FILLING: Final = 2.0
EVENING: Final = 2.0
TRYING: Final = 0.5
Standing = frozenset[tuple[Place, UUID]]


@dataclass(frozen=True, slots=True)
class Solved:
    """`least_possible`: no roster leaves less empty."""

    assigned: tuple[Assigned, ...]
    least_possible: bool


def solve(given: Given, choices: Choices, first: Sequence[Assigned]) -> Solved:
    """The roster; `first` is one that breaks no rule (the rotation's), to begin from. Raises ArithmeticError where the solver's
    answer does not hold: it is looked at by the rules, not believed."""
    model = Model(given, choices, choices.needs)
    standing = frozenset(((each.shift, each.slot), each.member) for each in first) & model.takes.keys()
    standing, proved = _fill(model, standing)
    costs = [*burdens(given, model), crowding(given, model), wishes(given, model), emptiness(given, model)]
    model.cp.minimize(cp_model.LinearExpr.sum(costs))
    standing, _ = _run(model, standing, EVENING)
    assigned = (*given.fixed, *(placed(*each) for each in sorted(standing)))
    _look_at(given, assigned)
    return Solved(assigned, proved)


def possible(given: Given, choices: Choices, places: Sequence[Place]) -> bool:
    """Whether all the places could be filled if they were the only ones; True where no answer was found in time."""
    model = Model(given, choices, places)
    for lack in model.lacks.values():
        model.cp.add(lack == 0)
    return _solver(TRYING).solve(model.cp) != cp_model.INFEASIBLE


def _fill(model: Model, standing: Standing) -> tuple[Standing, bool]:
    """As few missing as can be, and whether that is proved; nothing later may miss more."""
    best, proved = model.shortage_of(standing), False
    if best:
        model.cp.minimize(model.shortage())
        found, proved = _run(model, standing, FILLING)
        if model.shortage_of(found) < best:
            best, standing = model.shortage_of(found), found
    model.cp.add(model.shortage() <= best)
    return standing, proved or not best


def _run(model: Model, standing: Standing, effort: float) -> tuple[Standing, bool]:
    """Who stands where at the best that was found, and whether it is the best there is; begins from `standing`."""
    _hint(model, standing)
    solver = _solver(effort)
    status = solver.solve(model.cp)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        raise ArithmeticError(f"a roster that exists was not found: {solver.status_name(status)}")
    found = frozenset(key for key, take in model.takes.items() if solver.boolean_value(take))
    return found, status == cp_model.OPTIMAL


def _hint(model: Model, standing: Standing) -> None:
    """Begin from `standing`. Hints for some variables only are soon lost, so what follows from them is worked out first."""
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    for key, take in model.takes.items():
        model.cp.add_hint(take, key in standing)
    filling = _solver(TRYING)
    filling.parameters.fix_variables_to_their_hinted_value = True
    if filling.solve(model.cp) in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        values = list(filling.response_proto.solution)
        model.cp.clear_hints()  # type: ignore[no-untyped-call]
        for index, value in enumerate(values):
            model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), value)


def _solver(effort: float) -> cp_model.CpSolver:
    """One search, so that the same month gives the same roster; the linear relaxation is what proves most here."""
    found = cp_model.CpSolver()
    found.parameters.max_deterministic_time = effort
    found.parameters.num_workers = 1
    found.parameters.linearization_level = 2
    found.parameters.symmetry_level = 0
    found.parameters.random_seed = 1
    return found


def _look_at(given: Given, assigned: Sequence[Assigned]) -> None:
    settled = conflicts(given, given.fixed)
    broken = [each for each in conflicts(given, assigned) if each.kind != "under" and each not in settled]
    if broken:
        raise ArithmeticError(f"the solver's roster does not hold: {broken[0].words}")
