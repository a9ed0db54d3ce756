"""OR-Tools CP-SAT: first as few empty slots as can be, then the fairest roster that has no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from ortools.sat.python import cp_model

from backend.office.duty.drafting.candidates import Place, choices, placed
from backend.office.duty.drafting.evening_out import burdens, wishes
from backend.office.duty.drafting.given import Assigned, Given
from backend.office.duty.drafting.model import Model

# Effort is counted in the solver's own measure of work, not in seconds: a slow machine takes longer and finds the same.
FILLING: Final = 8.0
EVENING: Final = 6.0


@dataclass(frozen=True, slots=True)
class Solved:
    """`least_possible`: no roster leaves less empty."""

    assigned: tuple[Assigned, ...]
    least_possible: bool


def solve(given: Given, first: Iterable[Assigned]) -> Solved:
    """The roster; `first` is one that breaks no rule (the rotation's), to begin from."""
    chosen = choices(given)
    model = Model(given, chosen, chosen.needs)
    known = {((each.shift, each.slot), each.member) for each in first}
    model.cp.minimize(model.shortage())
    known, best, proved = _run(model, known, FILLING)
    model.cp.add(model.shortage() <= best)
    model.cp.minimize(cp_model.LinearExpr.sum([*burdens(given, model), wishes(given, model)]))
    known, _, _ = _run(model, known, EVENING)
    return Solved((*given.fixed, *(placed(*each) for each in sorted(known))), proved)


def solver(effort: float) -> cp_model.CpSolver:
    """The same answer each time: searches take turns instead of racing."""
    found = cp_model.CpSolver()
    found.parameters.max_deterministic_time = effort
    found.parameters.num_workers = 2
    found.parameters.interleave_search = True
    found.parameters.random_seed = 1
    return found


def _run(
    model: Model, known: set[tuple[Place, UUID]], effort: float
) -> tuple[set[tuple[Place, UUID]], int, bool]:
    """(who stands where, what the objective came to, whether it is the best there is); begins from what is known."""
    _hint(model, known)
    running = solver(effort)
    status = running.solve(model.cp)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        raise ArithmeticError(f"a roster that exists was not found: {running.status_name(status)}")
    found = {key for key, take in model.takes.items() if running.boolean_value(take)}
    return found, round(running.objective_value), status == cp_model.OPTIMAL


def _hint(model: Model, known: set[tuple[Place, UUID]]) -> None:
    """Begin from `known`: hints of some variables only are soon lost, so the others are worked out first."""
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    for key, take in model.takes.items():
        model.cp.add_hint(take, key in known)
    filling = solver(1)
    filling.parameters.fix_variables_to_their_hinted_value = True
    if filling.solve(model.cp) in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        values = list(filling.response_proto.solution)
        model.cp.clear_hints()  # type: ignore[no-untyped-call]
        for index, value in enumerate(values):
            model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), value)
