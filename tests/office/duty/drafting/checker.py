"""The hard rules once more, written apart from what drafts: plain loops over plain tuples, no code of the product.

`breaches` takes what was given and what came out, and says in words what is broken; an empty list is a good roster. What people
put by hand is theirs: a breach between two of those, or of one alone, is not counted.
"""

from collections import defaultdict
from datetime import datetime, timedelta, timezone
from itertools import combinations
from typing import Any

BEIJING = timezone(timedelta(hours=8))


def breaches(given: Any, assigned: Any) -> list[str]:
    return [
        *lost(given, assigned),
        *strangers(given, assigned),
        *absences(given, assigned),
        *crowds(given, assigned),
        *weariness(given, assigned),
    ]


def lost(given: Any, assigned: Any) -> list[str]:
    """What was put by hand stays, and nobody stands anywhere twice."""
    found = [f"fixed and gone: {each}" for each in given.fixed if each not in assigned]
    seats = [(each.shift, each.member) for each in assigned]
    by_hand = [(each.shift, each.member) for each in given.fixed]
    return found + [
        f"twice: {seat}" for seat in set(seats) if seats.count(seat) > max(1, by_hand.count(seat))
    ]


def strangers(given: Any, assigned: Any) -> list[str]:
    """Unit and role as the slot says."""
    found = []
    for shift, slot, member, fixed in seated(given, assigned):
        if not fixed and slot.units and member.unit not in slot.units:
            found.append(f"unit: {member.name} at {shift.begins}")
        if not fixed and slot.roles and not set(slot.roles) & set(member.roles):
            found.append(f"role: {member.name} at {shift.begins}")
    return found


def absences(given: Any, assigned: Any) -> list[str]:
    """Nobody who is away for a minute of it, nobody whose certificate lacks a minute of it."""
    found = []
    for shift, slot, member, fixed in seated(given, assigned):
        minutes = [shift.begins + n * timedelta(minutes=30) for n in range(2 * 24 * 8)]
        minutes = [at for at in minutes if at < shift.ends]
        if not fixed and any(away.begins <= at < away.ends for at in minutes for away in member.away):
            found.append(f"away: {member.name} at {shift.begins}")
        holds = all(any(held.begins <= at < held.ends for held in member.certified) for at in minutes)
        if not fixed and slot.certified and not holds:
            found.append(f"certificate: {member.name} at {shift.begins}")
    return found


def crowds(given: Any, assigned: Any) -> list[str]:
    """Nobody is added to a slot that has its least."""
    found = []
    for shift in given.shifts:
        for index, slot in enumerate(shift.slots):
            by_hand = sum((each.shift, each.slot) == (shift.id, index) for each in given.fixed)
            there = sum((each.shift, each.slot) == (shift.id, index) for each in assigned)
            if there > max(slot.least, by_hand):
                found.append(f"crowd: {there} in slot {index} at {shift.begins}")
    return found


def weariness(given: Any, assigned: Any) -> list[str]:
    """Rest between two shifts, hours in seven days, nights one after the other: by person."""
    times: dict[Any, list[tuple[datetime, datetime, bool, bool]]] = defaultdict(list)
    for each in given.around:
        times[each.member].append((each.begins, each.ends, each.night, True))
    for shift, _, member, fixed in seated(given, assigned):
        times[member.id].append((shift.begins, shift.ends, shift.night, fixed))
    return [words for theirs in times.values() for words in worn(given.bounds, theirs)]


def worn(bounds: Any, times: list[tuple[datetime, datetime, bool, bool]]) -> list[str]:
    found = []
    rest = timedelta(hours=bounds.rest_hours)
    for one, other in combinations(sorted(times), 2):
        if other[0] - one[1] < rest and not (one[3] and other[3]):
            found.append(f"rest: {one[0]} and {other[0]}")
    for begins, *_ in times:
        week = [each for each in times if timedelta(0) <= each[0] - begins < timedelta(days=7)]
        hours = sum(((each[1] - each[0]).total_seconds() / 3600 for each in week), 0.0)
        if hours > bounds.most_hours_in_seven_days and not all(each[3] for each in week):
            found.append(f"hours: {hours} from {begins}")
    for day in {each[0].astimezone(BEIJING).date() for each in times}:
        run = {day + timedelta(days=n) for n in range(bounds.most_nights_running + 1)}
        nights = [each for each in times if each[2] and each[0].astimezone(BEIJING).date() in run]
        if {each[0].astimezone(BEIJING).date() for each in nights} == run and not all(
            each[3] for each in nights
        ):
            found.append(f"nights: from {day}")
    return found


def seated(given: Any, assigned: Any) -> list[tuple[Any, Any, Any, bool]]:
    """(shift, slot, member, put by hand) for everybody who is known."""
    shifts = {shift.id: shift for shift in given.shifts}
    members = {member.id: member for member in given.members}
    return [
        (shifts[each.shift], shifts[each.shift].slots[each.slot], members[each.member], each in given.fixed)
        for each in assigned
        if each.member in members
    ]
