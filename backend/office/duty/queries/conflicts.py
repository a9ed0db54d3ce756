"""What a roster breaks as it stands, and what it would break with one more on a shift."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from backend.foundation.workdays import Calendar
from backend.office.absences.rules.leave import Leave
from backend.office.duty.drafting import Assigned, Conflict, Given, Member, conflicts
from backend.office.duty.queries.given import assigned, calendar_in, given_of, with_carried
from backend.office.duty.queries.rosters import Roster
from backend.office.duty.queries.shifts import KnownShift, shifts_of
from backend.office.duty.rules.days import month_of
from backend.office.duty.rules.editing import is_firm


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody for a slot, with what stands against it."""

    member: Member
    conflicts: tuple[Conflict, ...]

    @property
    def impossible(self) -> bool:
        return is_firm(self.conflicts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A month with its people, to try changes on."""

    given: Given
    placed: tuple[Assigned, ...]

    def standing(self) -> tuple[Conflict, ...]:
        """What it breaks now; empty slots are no conflict of somebody's making."""
        return tuple(each for each in conflicts(self.given, self.placed) if each.kind != "under")

    def against(self, shift: UUID, slot: int, member: UUID) -> tuple[Conflict, ...]:
        """What would be new with this member there."""
        there = [each for each in self.placed if each.member == member and each.shift != shift]
        others = [each for each in self.placed if each.shift == shift and each.member != member]
        before = set(conflicts(self.given, [*there, *others]))
        tried = conflicts(self.given, [*there, *others, Assigned(shift, slot, member)])
        return tuple(
            each
            for each in tried
            if each not in before and each.kind != "under" and each.member in (member, None)
        )

    def instead(self, shift: UUID, slot: int, member: UUID, out: UUID) -> tuple[Conflict, ...]:
        """The same where somebody else leaves the slot for it."""
        return self.without(shift, out).against(shift, slot, member)

    def without(self, shift: UUID, member: UUID) -> "Sheet":
        """The month where the member does not stand there."""
        rest = tuple(each for each in self.placed if (each.shift, each.member) != (shift, member))
        return Sheet(self.given, rest)

    def well_again(self, member: UUID, sick: Leave | None) -> "Sheet":
        """The month where the member is not away by this one leave."""
        if sick is None:
            return self
        span = sick.begins_at, sick.ends_at
        members = tuple(
            replace(each, away=tuple(gone for gone in each.away if (gone.begins, gone.ends) != span))
            if each.id == member
            else each
            for each in self.given.members
        )
        return Sheet(replace(self.given, members=members), self.placed)

    def candidates(self, shift: UUID, slot: int, there: Collection[UUID]) -> list[Candidate]:
        """Everybody whose unit and role would do: who is free first, then by how little stands against it."""
        found = [
            Candidate(member, self.against(shift, slot, member.id))
            for member in self.given.members
            if member.id not in there
        ]
        fitting = [each for each in found if not any(met.kind in ("unit", "role") for met in each.conflicts)]
        return sorted(
            fitting,
            key=lambda each: (each.impossible, len(each.conflicts), each.member.unit, each.member.name),
        )


async def sheet_of(shift: KnownShift) -> Sheet:
    """The month of a shift, to judge by; who bears how much is not asked for."""
    shifts = await shifts_of(shift.roster)
    calendar = await calendar_in(shift.township)
    given = await given_of(shift.township, shift.roster, month_of(shift.day), shifts, calendar)
    return Sheet(given, assigned(shifts))


async def sheet_of_roster(roster: Roster, shifts: Sequence[KnownShift], calendar: Calendar) -> Sheet:
    """The month with what everybody carries into it."""
    given = await given_of(roster.township, roster.id, roster.month, shifts, calendar)
    return Sheet(await with_carried(given, roster.township, roster.month, calendar), assigned(shifts))
