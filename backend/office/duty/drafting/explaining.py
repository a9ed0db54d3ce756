"""Why a slot stays empty: who would have been there, and what keeps each of them."""

from collections.abc import Iterable, Iterator

from backend.office.duty.drafting.given import Assigned, Given, Shift
from backend.office.duty.drafting.made import Unmet
from backend.office.duty.drafting.obstacles import fits
from backend.office.duty.drafting.sheet import Sheet


def unmet(given: Given, assigned: Iterable[Assigned]) -> tuple[Unmet, ...]:
    """Every slot below its least, by time."""
    sheet = Sheet(given, assigned)
    return tuple(_explained(sheet))


def _explained(sheet: Sheet) -> Iterator[Unmet]:
    for shift in sorted(sheet.given.shifts, key=lambda each: each.begins):
        for index in range(len(shift.slots)):
            if missing := sheet.missing(shift, index):
                yield Unmet(
                    shift.id,
                    index,
                    missing,
                    (_head(sheet, shift, index, missing), *_each(sheet, shift, index)),
                )


def _head(sheet: Sheet, shift: Shift, index: int, missing: int) -> str:
    slot = shift.slots[index]
    words = f"需要“{slot.name}”{slot.least}人，排上{slot.least - missing}人"
    if not any(fits(member, slot) for member in sheet.given.members):
        return f"{words}，没有单位和岗位都符合的人"
    return words


def _each(sheet: Sheet, shift: Shift, index: int) -> Iterator[str]:
    """A line for everybody whose unit and role would do and who is not there."""
    there = {each.member for each in sheet.assigned if (each.shift, each.slot) == (shift.id, index)}
    for member in sheet.given.members:
        if member.id not in there and fits(member, shift.slots[index]):
            obstacle = sheet.obstacle(member, shift, index)
            yield f"{member.name}：{obstacle.words if obstacle else '可以来，加上就行'}"
