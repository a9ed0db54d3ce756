"""Who bears how much, beside those who could have borne it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from backend.office.duty.drafting.given import Assigned, Given, Member, Shift, Tally
from backend.office.duty.drafting.made import Fairness, Load
from backend.office.duty.drafting.obstacles import fits
from backend.office.duty.rules.slots import Slot

Demand = tuple[tuple[str, ...], tuple[str, ...], bool]


def fairness(given: Given, assigned: Iterable[Assigned]) -> Fairness:
    """The month's loads in the order of the members, and how far peers lie apart."""
    shifts = {shift.id: shift for shift in given.shifts}
    month = {member.id: Tally() for member in given.members}
    for each in assigned:
        if each.member in month:
            month[each.member] += shifts[each.shift].tally
    credited, groups = credit(given), _peers(given)
    loads = tuple(
        Load(member.id, month[member.id], member.carried, credited[member.id], groups[member.id])
        for member in given.members
    )
    return Fairness(loads, _spread(loads))


def balances(past: Fairness) -> Mapping[UUID, Tally]:
    """How much more (+) or less (-) each has had than their peers on the average by the end of a month: what is carried on,
    what had been carried into it counted in.

    Whoever was not there, or not yet, is no debtor: away days are credited, so hand those over with the month.
    """
    groups: dict[int, list[Load]] = defaultdict(list)
    for load in past.loads:
        if load.peers is not None:
            groups[load.peers].append(load)
    return {load.member: _beside(load, group) for group in groups.values() for load in group}


def credit(given: Given) -> dict[UUID, Tally]:
    """For each member what an equal share of the demands would have been that fell on their away days."""
    return _shared(given, _gone)


def shares(given: Given) -> dict[UUID, Tally]:
    """For each member an equal share of all demands they may stand in, were everybody there."""
    return _shared(given, lambda _member, _shift: True)


def _shared(given: Given, counts: Callable[[Member, Shift], bool]) -> dict[UUID, Tally]:
    shared = {member.id: Tally() for member in given.members}
    able = _able(given)
    for shift in given.shifts:
        counted = {member.id for member in given.members if counts(member, shift)}
        for slot in shift.slots:
            fit = able[_demand(slot)]
            for member in fit & counted:
                shared[member] += _part(shift.tally, slot.least / len(fit))
    return shared


def _able(given: Given) -> dict[Demand, frozenset[UUID]]:
    """Who may stand in each sort of slot, were everybody there."""
    sorts = {_demand(slot): slot for shift in given.shifts for slot in shift.slots}
    return {
        demand: frozenset(
            member.id
            for member in given.members
            if fits(member, slot) and (member.certified or not slot.certified)
        )
        for demand, slot in sorts.items()
    }


def _demand(slot: Slot) -> Demand:
    return slot.units, slot.roles, slot.certified


def _gone(member: Member, shift: Shift) -> bool:
    return any(away.begins < shift.ends and shift.begins < away.ends for away in member.away)


def _peers(given: Given) -> dict[UUID, int | None]:
    """Members who may stand in exactly the same slots have the same number."""
    able = _able(given)
    open_to = {
        member.id: frozenset(demand for demand, fit in able.items() if member.id in fit)
        for member in given.members
    }
    numbers: dict[frozenset[Demand], int] = {}
    return {
        member: numbers.setdefault(demands, len(numbers)) if demands else None
        for member, demands in open_to.items()
    }


def _part(tally: Tally, share: float) -> Tally:
    return Tally(tally.nights * share, tally.free_days * share, tally.hours * share)


def _spread(loads: Iterable[Load]) -> Tally:
    groups: dict[int, list[Tally]] = defaultdict(list)
    for load in loads:
        if load.peers is not None:
            groups[load.peers].append(load.total)
    return Tally(
        max((_width([each.nights for each in group]) for group in groups.values()), default=0),
        max((_width([each.free_days for each in group]) for group in groups.values()), default=0),
        max((_width([each.hours for each in group]) for group in groups.values()), default=0),
    )


def _width(values: list[float]) -> float:
    return max(values) - min(values)


def _beside(load: Load, group: list[Load]) -> Tally:
    whole = sum((each.total for each in group), Tally())
    return load.total + _part(whole, -1 / len(group))
