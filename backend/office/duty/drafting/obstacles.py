"""What stands between one member and one shift: the hard rules, each said in words."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from typing import NamedTuple

from backend.foundation.people.permissions import ROLES
from backend.office.duty.drafting.given import Bounds, Member, Shift, Stint
from backend.office.duty.drafting.made import ConflictKind
from backend.office.duty.drafting.words import called, days, hours
from backend.office.duty.rules.slots import Slot

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class Obstacle(NamedTuple):
    """Why not: `words` go on after the member's name."""

    kind: ConflictKind
    words: str


def fits(member: Member, slot: Slot) -> bool:
    """Whether the slot is open to the member's unit and roles."""
    return (not slot.units or member.unit in slot.units) and (
        not slot.roles or not member.roles.isdisjoint(slot.roles)
    )


def personal(member: Member, slot: Slot, shift: Shift) -> Iterator[Obstacle]:
    """What keeps a member from a slot, whatever else they do that month."""
    if slot.units and member.unit not in slot.units:
        yield Obstacle("unit", f"不是“{slot.name}”要求的单位的人")
    if slot.roles and member.roles.isdisjoint(slot.roles):
        yield Obstacle("role", f"不是{'、'.join(ROLES.get(role, role) for role in slot.roles)}")
    if slot.certified and not certified(member, shift):
        yield Obstacle("certificate", "执法证不能管到整个班次")
    for away in member.away:
        if away.begins < shift.ends and shift.begins < away.ends:
            yield Obstacle("away", f"{away.why}（{days(away.begins, away.ends)}）")


def certified(member: Member, shift: Shift) -> bool:
    """Whether certificates, one after the other, cover the whole shift."""
    reached = shift.begins
    for held in sorted(member.certified, key=lambda held: held.begins):
        if held.begins <= reached < held.ends:
            reached = held.ends
    return reached >= shift.ends


def between(bounds: Bounds, others: Sequence[Stint], new: Stint) -> Iterator[Obstacle]:
    """What the member's other stints say to a new one."""
    near = _nearest(bounds, others, new)
    if near is not None:
        yield near
    week = _busiest_week(others, new)
    if week > bounds.most_hours_in_seven_days * 60:
        yield Obstacle("hours", f"七天内达到{hours(week)}（最多{bounds.most_hours_in_seven_days}小时）")
    nights = _nights_running(others, new)
    if nights > bounds.most_nights_running:
        yield Obstacle("nights", f"连续夜班达到{nights}个（最多{bounds.most_nights_running}个）")


def too_close(bounds: Bounds, one: Stint | Shift, other: Stint | Shift) -> bool:
    """Whether one person cannot stand on both: they overlap, or leave too little rest."""
    rest = timedelta(hours=bounds.rest_hours)
    return one.begins < other.ends + rest and other.begins < one.ends + rest


def _nearest(bounds: Bounds, others: Sequence[Stint], new: Stint) -> Obstacle | None:
    close = [other for other in others if too_close(bounds, other, new)]
    for other in close:
        if other.begins < new.ends and new.begins < other.ends:
            return Obstacle("overlap", f"同时在{called(other)}")
    if not close:
        return None
    other = min(close, key=lambda each: (_gap(each, new), each.begins))
    gap = _gap(other, new)
    return Obstacle(
        "rest",
        f"与{called(other)}之间只休息{hours(gap // timedelta(minutes=1))}（不少于{bounds.rest_hours}小时）",
    )


def _gap(one: Stint, other: Stint) -> timedelta:
    return max(one.begins - other.ends, other.begins - one.ends)


def _busiest_week(others: Sequence[Stint], new: Stint) -> int:
    """The most minutes in any seven days that hold the beginning of the new stint."""
    stints = [new, *(other for other in others if abs(other.begins - new.begins) < WEEK)]
    starts = [each.begins for each in stints if each.begins <= new.begins]
    return max(
        sum(each.minutes for each in stints if start <= each.begins < start + WEEK) for start in starts
    )


def _nights_running(others: Sequence[Stint], new: Stint) -> int:
    """How many nights running there would be around the new one; 0 where it is none."""
    if not new.night:
        return 0
    days = {other.day for other in others if other.night}
    before = next(n for n in count() if new.day - (n + 1) * DAY not in days)
    after = next(n for n in count() if new.day + (n + 1) * DAY not in days)
    return before + 1 + after
