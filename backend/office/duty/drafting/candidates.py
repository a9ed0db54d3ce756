"""Who could stand where if nobody else were put yet: what a solver chooses from."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from backend.office.duty.drafting.conflicts import held_by
from backend.office.duty.drafting.given import Assigned, Given, Shift, Stint, stint
from backend.office.duty.drafting.obstacles import between, personal

Place = tuple[UUID, int]


@dataclass(frozen=True, slots=True)
class Choices:
    """`needs`: how many people each slot lacks beside what is fixed. `free`: who may fill it. `held`: what each has fixed."""

    shifts: dict[UUID, Shift]
    needs: dict[Place, int]
    free: dict[Place, tuple[UUID, ...]]
    held: dict[UUID, list[Stint]]

    def of(self, member: UUID) -> dict[UUID, list[Place]]:
        """The member's places by shift."""
        found: dict[UUID, list[Place]] = defaultdict(list)
        for place, members in self.free.items():
            if member in members:
                found[place[0]].append(place)
        return found


def choices(given: Given) -> Choices:
    """Slots that lack somebody, with everybody whom neither they themselves nor what is fixed keeps away."""
    held = held_by(given, given.fixed)
    there = Counter((each.shift, each.slot) for each in given.fixed)
    needs = {
        (shift.id, index): slot.least - there[shift.id, index]
        for shift in given.shifts
        for index, slot in enumerate(shift.slots)
        if slot.least > there[shift.id, index]
    }
    shifts = {shift.id: shift for shift in given.shifts}
    free = {place: _free(given, held, shifts[place[0]], place[1]) for place in needs}
    return Choices(shifts, needs, free, held)


def _free(given: Given, held: dict[UUID, list[Stint]], shift: Shift, slot: int) -> tuple[UUID, ...]:
    return tuple(
        member.id
        for member in given.members
        if not any(personal(member, shift.slots[slot], shift))
        and not any(each.shift == shift.id for each in held[member.id])
        and not any(between(given.bounds, held[member.id], stint(shift, member.id)))
    )


def placed(place: Place, member: UUID) -> Assigned:
    return Assigned(place[0], place[1], member)
