"""The roster while it is being made: who stands where, what each bears, and who could still come."""

from collections.abc import Iterable
from uuid import UUID

from backend.office.duty.drafting.conflicts import held_by
from backend.office.duty.drafting.fairness import credit
from backend.office.duty.drafting.given import Assigned, Given, Member, Shift, Tally, stint
from backend.office.duty.drafting.obstacles import Obstacle, between, personal
from backend.office.duty.drafting.weights import burden, wish


class Sheet:
    """Begins with `assigned`; what is `fixed` in what was given stays. Nothing here reads a clock or throws dice."""

    def __init__(self, given: Given, assigned: Iterable[Assigned]) -> None:
        self.given = given
        self.shifts = {shift.id: shift for shift in given.shifts}
        self.members = {member.id: member for member in given.members}
        self.assigned = list(assigned)
        self._stints = held_by(given, self.assigned)
        credited = credit(given)
        self._totals = {
            member.id: sum(
                (self.shifts[each.shift].tally for each in self.assigned if each.member == member.id),
                member.carried + credited[member.id],
            )
            for member in given.members
        }

    def missing(self, shift: Shift, slot: int) -> int:
        """How many people the slot lacks."""
        there = sum(each.shift == shift.id and each.slot == slot for each in self.assigned)
        return max(shift.slots[slot].least - there, 0)

    def obstacle(self, member: Member, shift: Shift, slot: int) -> Obstacle | None:
        """The first thing that stands between them; None where the member can come."""
        own = next(personal(member, shift.slots[slot], shift), None)
        if own is not None:
            return own
        if any(each.shift == shift.id and each.member == member.id for each in self.assigned):
            return Obstacle("twice", "已经在这个班次的另一个席位")
        stints = self._stints[member.id]
        return next(between(self.given.bounds, stints, stint(shift, member.id)), None)

    def cost(self, member: Member, shift: Shift) -> float:
        """What the roster's burden grows by when the member takes the shift."""
        total = self._totals[member.id]
        return burden(total + shift.tally) - burden(total) + wish(member, shift)

    def relief(self, member: Member, shift: Shift) -> float:
        """What it shrinks by when the member, who has the shift, gives it up."""
        total = self._totals[member.id]
        return burden(total) - burden(total + _less(shift)) + wish(member, shift)

    def put(self, member: Member, shift: Shift, slot: int) -> Assigned:
        placed = Assigned(shift.id, slot, member.id)
        self.assigned.append(placed)
        self._stints[member.id].append(stint(shift, member.id))
        self._totals[member.id] += shift.tally
        return placed

    def take(self, placed: Assigned) -> None:
        """Undo a `put`."""
        shift = self.shifts[placed.shift]
        self.assigned.remove(placed)
        self._stints[placed.member].remove(stint(shift, placed.member))
        self._totals[placed.member] += _less(shift)

    def longest_rested(self, member: UUID, shift: Shift) -> float:
        """Seconds between the shift and the member's nearest stint: large is well rested."""
        gaps = [abs((each.begins - shift.begins).total_seconds()) for each in self._stints[member]]
        return min(gaps, default=float("inf"))


def _less(shift: Shift) -> Tally:
    tally = shift.tally
    return Tally(-tally.nights, -tally.free_days, -tally.hours)
