"""The hard rules as a model for CP-SAT: one yes-or-no for each person in each slot they could fill."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from ortools.sat.python import cp_model

from backend.office.duty.drafting.candidates import Choices, Place
from backend.office.duty.drafting.given import Bounds, Given, Shift
from backend.office.duty.drafting.obstacles import DAY, WEEK
from backend.office.duty.drafting.weights import short


class Model:
    """`takes` says who fills which place, `lacks` how many people a place goes without."""

    def __init__(self, given: Given, choices: Choices, places: Iterable[Place]) -> None:
        """Only `places` are to be filled; the others stay as they are."""
        self.cp = cp_model.CpModel()
        self.choices = choices
        self.takes: dict[tuple[Place, UUID], cp_model.IntVar] = {}
        self.lacks: dict[Place, cp_model.IntVar] = {}
        for place in places:
            self._open(place)
        for member in given.members:
            _rules(self.cp, given.bounds, choices, member.id, self._shifts(member.id))

    def shortage(self) -> cp_model.LinearExprT:
        """What is missing in all, weighed."""
        weights = [short(self.choices.shifts[place[0]]) for place in self.lacks]
        return cp_model.LinearExpr.weighted_sum(list(self.lacks.values()), weights)

    def shortage_of(self, standing: Iterable[tuple[Place, UUID]]) -> int:
        """The same for a roster that stands."""
        there = Counter(place for place, _ in standing)
        return sum(
            short(self.choices.shifts[place[0]]) * (self.choices.needs[place] - there[place])
            for place in self.lacks
        )

    def taken_by(self, member: UUID) -> list[tuple[Shift, cp_model.IntVar]]:
        """Everything the member could take."""
        return [
            (self.choices.shifts[place[0]], take)
            for (place, who), take in self.takes.items()
            if who == member
        ]

    def _open(self, place: Place) -> None:
        need = self.choices.needs[place]
        for member in self.choices.free[place]:
            self.takes[place, member] = self.cp.new_bool_var("")
        self.lacks[place] = self.cp.new_int_var(0, need, "")
        takers = [self.takes[place, member] for member in self.choices.free[place]]
        self.cp.add(cp_model.LinearExpr.sum(takers) + self.lacks[place] == need)

    def _shifts(self, member: UUID) -> list[tuple[Shift, list[cp_model.IntVar]]]:
        """The shifts the member could take, by time, each with the variables of its slots."""
        found = [
            (
                self.choices.shifts[shift],
                [self.takes[place, member] for place in places if place in self.lacks],
            )
            for shift, places in self.choices.of(member).items()
        ]
        return sorted(((shift, takes) for shift, takes in found if takes), key=lambda pair: pair[0].begins)


Taking = Sequence[tuple[Shift, list[cp_model.IntVar]]]


def _rules(cp: cp_model.CpModel, bounds: Bounds, choices: Choices, member: UUID, taking: Taking) -> None:
    for together in _close(bounds, taking):
        cp.add_at_most_one(together)
    _weeks(cp, bounds, choices, member, taking)
    _nights(cp, bounds, choices, member, taking)


def _close(bounds: Bounds, taking: Taking) -> Iterator[list[cp_model.IntVar]]:
    """Shifts drawn out by the rest after them: of those that cover one beginning a person can take one."""
    rest = timedelta(hours=bounds.rest_hours)
    for moment in sorted({shift.begins for shift, _ in taking}):
        covering = [
            takes for shift, takes in taking if shift.begins <= moment < max(shift.ends + rest, _after(shift))
        ]
        together = [take for takes in covering for take in takes]
        if len(together) > 1:
            yield together


def _after(shift: Shift) -> datetime:
    """So that a shift covers its own beginning, however short it is."""
    return shift.begins + timedelta(microseconds=1)


def _weeks(cp: cp_model.CpModel, bounds: Bounds, choices: Choices, member: UUID, taking: Taking) -> None:
    """In the seven days from the beginning of each stint no more than the hours allowed."""
    held = choices.held[member]
    most = bounds.most_hours_in_seven_days * 60
    for start in sorted({shift.begins for shift, _ in taking} | {each.begins for each in held}):
        week = [(shift, takes) for shift, takes in taking if start <= shift.begins < start + WEEK]
        minutes = [shift.minutes for shift, takes in week for _ in takes]
        spent = sum(each.minutes for each in held if start <= each.begins < start + WEEK)
        if week and spent + sum(minutes) > most:
            takes = [take for _, takes in week for take in takes]
            cp.add(cp_model.LinearExpr.weighted_sum(takes, minutes) <= max(most - spent, 0))


def _nights(cp: cp_model.CpModel, bounds: Bounds, choices: Choices, member: UUID, taking: Taking) -> None:
    """Of so many days and one more, one is without a night."""
    nights = [(shift.day, takes) for shift, takes in taking if shift.night]
    settled = {each.day for each in choices.held[member] if each.night}
    open_days = sorted({day for day, _ in nights} - settled)
    on = {day: cp.new_bool_var("") for day in open_days}
    for day, takes in nights:
        for take in takes if day in on else ():
            cp.add_implication(take, on[day])
    for first in sorted({day - n * DAY for day in open_days for n in range(bounds.most_nights_running + 1)}):
        run = [first + n * DAY for n in range(bounds.most_nights_running + 1)]
        if all(day in on or day in settled for day in run):
            cp.add_bool_or([on[day].negated() for day in run if day in on])
