"""What a roster breaks, whoever made it: for edits by hand, and for what a solver or a file hands over."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from backend.office.duty.drafting.given import Assigned, Given, Member, Shift, Stint, stint
from backend.office.duty.drafting.made import Conflict
from backend.office.duty.drafting.obstacles import between, personal
from backend.office.duty.drafting.words import called


def conflicts(given: Given, assigned: Iterable[Assigned]) -> tuple[Conflict, ...]:
    """Every hard rule that is broken, by shift and time. A breach between two shifts is told at the later one."""
    placed = tuple(assigned)
    shifts = {shift.id: shift for shift in given.shifts}
    members = {member.id: member for member in given.members}
    known = [each for each in placed if each.shift in shifts and each.slot < len(shifts[each.shift].slots)]
    found = [*_unknown(members, known), *_twice(shifts, members, known)]
    by_member: dict[UUID, list[Assigned]] = defaultdict(list)
    for each in known:
        by_member[each.member].append(each)
    for id_, theirs in by_member.items():
        if id_ in members:
            found += _of_member(given, shifts, members[id_], theirs)
    found += _of_slots(given.shifts, known)
    order = {shift.id: n for n, shift in enumerate(sorted(given.shifts, key=lambda each: each.begins))}
    return tuple(sorted(found, key=lambda conflict: order[conflict.shift]))


def _unknown(members: dict[UUID, Member], placed: Iterable[Assigned]) -> Iterator[Conflict]:
    for each in placed:
        if each.member not in members:
            yield Conflict("unknown", each.shift, each.member, "这个人不在可以排班的人员里")


def _twice(
    shifts: dict[UUID, Shift], members: dict[UUID, Member], placed: Iterable[Assigned]
) -> Iterator[Conflict]:
    for (shift, member), times in Counter((each.shift, each.member) for each in placed).items():
        if times > 1 and member in members:
            words = f"{members[member].name}在{called(shifts[shift])}里排了{times}次"
            yield Conflict("twice", shift, member, words)


def _of_member(
    given: Given, shifts: dict[UUID, Shift], member: Member, theirs: list[Assigned]
) -> Iterator[Conflict]:
    held = [each for each in given.around if each.member == member.id]
    met: set[UUID] = set()
    for each in sorted(theirs, key=lambda each: shifts[each.shift].begins):
        shift = shifts[each.shift]
        obstacles = list(personal(member, shift.slots[each.slot], shift))
        if each.shift not in met:
            own = stint(shift, member.id)
            obstacles += between(given.bounds, held, own)
            held.append(own)
            met.add(each.shift)
        for kind, words in obstacles:
            yield Conflict(kind, shift.id, member.id, f"{member.name}：{words}")


def _of_slots(shifts: Iterable[Shift], placed: Iterable[Assigned]) -> Iterator[Conflict]:
    there = Counter((each.shift, each.slot) for each in placed)
    for shift in shifts:
        for index, slot in enumerate(shift.slots):
            count = there[shift.id, index]
            if count < slot.least:
                words = f"“{slot.name}”要{slot.least}人，现在{count}人"
                yield Conflict("under", shift.id, None, words)
            if count > slot.most:
                words = f"“{slot.name}”最多{slot.most}人，现在{count}人"
                yield Conflict("over", shift.id, None, words)


def held_by(given: Given, assigned: Iterable[Assigned]) -> dict[UUID, list[Stint]]:
    """Every member's stints: those around the month and those assigned."""
    shifts = {shift.id: shift for shift in given.shifts}
    stints: dict[UUID, list[Stint]] = {member.id: [] for member in given.members}
    for each in given.around:
        stints.setdefault(each.member, []).append(each)
    for placed in assigned:
        stints.setdefault(placed.member, []).append(stint(shifts[placed.shift], placed.member))
    return stints
