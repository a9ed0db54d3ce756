"""The costs of `weights` as an objective for CP-SAT: squares are drawn as their chords, exact at every step."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from math import gcd
from typing import Final
from uuid import UUID

from ortools.sat.python import cp_model

from backend.office.duty.drafting.fairness import credit, shares
from backend.office.duty.drafting.given import Given, Shift, Stint, Tally
from backend.office.duty.drafting.model import Model
from backend.office.duty.drafting.weights import BLOCK_HOURS, FREE_DAY, NIGHT, SOON, SOON_HOURS, burden, wish

_FINE: Final = 10  # costs are whole numbers to the solver: tenths of a point
Taken = Sequence[tuple[Shift, cp_model.IntVar]]


def wishes(given: Given, model: Model) -> cp_model.LinearExprT:
    """What the wishes of those who stand somewhere say to it."""
    members = {member.id: member for member in given.members}
    costs = [_FINE * wish(members[member], model.choices.shifts[place[0]]) for place, member in model.takes]
    return cp_model.LinearExpr.weighted_sum(list(model.takes.values()), costs)


def burdens(given: Given, model: Model) -> list[cp_model.LinearExprT]:
    """What everybody bears, squared: nights, free days, hours."""
    costs: list[cp_model.LinearExprT] = []
    before = _before(given)
    for member in given.members:
        taken = model.taken_by(member.id)
        borne = before[member.id]
        costs += [
            _squared(model.cp, [(1, take) for shift, take in taken if shift.night], 1, borne.nights, NIGHT),
            _squared(
                model.cp, [(1, take) for shift, take in taken if shift.free_day], 1, borne.free_days, FREE_DAY
            ),
            _squared(
                model.cp,
                [(shift.minutes, take) for shift, take in taken],
                BLOCK_HOURS * 60,
                borne.hours / BLOCK_HOURS,
                1,
            ),
        ]
    return costs


def crowding(given: Given, model: Model) -> cp_model.LinearExprT:
    """What it costs that somebody comes back too soon, once for each time they do."""
    costs: list[cp_model.LinearExprT] = []
    for member in given.members:
        taken = model.taken_by(member.id)
        held = model.choices.held[member.id]
        for shift, take in taken:
            before = [other for one, other in taken if _soon(one, shift)]
            after_held = any(_soon(each, shift) or _soon(shift, each) for each in held)
            if before or after_held:
                cost = model.cp.new_int_var(0, len(before) + 1, "")
                model.cp.add(cost >= take * (1 + after_held) + cp_model.LinearExpr.sum(before) - 1)
                costs.append(SOON * _FINE * cost)
    return cp_model.LinearExpr.sum(costs)


def emptiness(given: Given, model: Model) -> cp_model.LinearExprT:
    """A place left empty costs what it would cost somebody with a plain share to stand there: else weekends and nights, which weigh
    most, would be the first to stay empty."""
    shared = shares(given)
    costs = [
        round(
            _FINE
            * _weight(model.choices.shifts[place[0]], [shared[each] for each in model.choices.free[place]])
        )
        for place in model.lacks
    ]
    return cp_model.LinearExpr.weighted_sum(list(model.lacks.values()), costs)


def _weight(shift: Shift, bearing: Sequence[Tally]) -> float:
    if not bearing:
        return 0
    whole = sum(bearing, Tally())
    share = Tally(*(each / len(bearing) for each in (whole.nights, whole.free_days, whole.hours)))
    return burden(share + shift.tally) - burden(share)


def _soon(one: Shift | Stint, after: Shift | Stint) -> bool:
    return one.begins < after.begins < one.ends + timedelta(hours=SOON_HOURS)


def _before(given: Given) -> dict[UUID, Tally]:
    """What each bears already: carried over, credited for days away, fixed by hand."""
    shifts = {shift.id: shift for shift in given.shifts}
    credited = credit(given)
    borne = {member.id: member.carried + credited[member.id] for member in given.members}
    for each in given.fixed:
        if each.member in borne:
            borne[each.member] += shifts[each.shift].tally
    return borne


def _squared(
    cp: cp_model.CpModel,
    amounts: Sequence[tuple[int, cp_model.IntVar]],
    block: int,
    before: float,
    weight: int,
) -> cp_model.LinearExprT:
    """weight · (before + sum / block)², for what of `amounts` is taken."""
    if not amounts:
        return 0
    unit = gcd(*(amount for amount, _ in amounts))
    step = max(round(block / unit), 1)
    most = sum(amount for amount, _ in amounts) // unit
    count = cp.new_int_var(0, most, "")
    cp.add(
        count
        == cp_model.LinearExpr.weighted_sum(
            [take for _, take in amounts], [amount // unit for amount, _ in amounts]
        )
    )
    heights = [
        round(_FINE * weight * (before + at * unit / block) ** 2) for at in range(0, most + 2 * step, step)
    ]
    cost = cp.new_int_var(0, max(heights), "")
    for n, (low, high) in enumerate(pairwise(heights)):
        cp.add(step * cost >= step * low + (high - low) * (count - n * step))
    return cost
