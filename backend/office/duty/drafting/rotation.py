"""轮流: a fair roster without a solver. Whoever bears least comes next; what stays empty is tried again by moving one person."""

from collections.abc import Iterator

from backend.office.duty.drafting.given import Assigned, Given, Member, Shift
from backend.office.duty.drafting.obstacles import personal
from backend.office.duty.drafting.sheet import Sheet

Place = tuple[Shift, int]
_ROUNDS = 6


def rotate(given: Given) -> tuple[Assigned, ...]:
    """Who stands where, what was fixed included. The same is given for the same, and nothing breaks a hard rule."""
    sheet = Sheet(given, given.fixed)
    for place in _places(given):
        _fill(sheet, place)
    for place in _places(given):
        while sheet.missing(*place) and _move(sheet, place):
            pass
    for _ in range(_ROUNDS):
        if not _even_out(sheet):
            break
    return tuple(sheet.assigned)


def _places(given: Given) -> Iterator[Place]:
    """Slots by time, in each day those first that few can fill; what nobody needs is left out."""
    able = {
        (shift.id, index): sum(not any(personal(member, slot, shift)) for member in given.members)
        for shift in given.shifts
        for index, slot in enumerate(shift.slots)
    }
    places = [(shift, index) for shift in given.shifts for index in range(len(shift.slots))]
    for shift, index in sorted(
        places, key=lambda place: (place[0].day, able[place[0].id, place[1]], place[0].begins, place[1])
    ):
        if shift.slots[index].least:
            yield shift, index


def _fill(sheet: Sheet, place: Place) -> None:
    while sheet.missing(*place):
        best = _best(sheet, place)
        if best is None:
            return
        sheet.put(best, *place)


def _best(sheet: Sheet, place: Place) -> Member | None:
    """Who bears least by it; of equals whoever has rested longest."""
    shift, slot = place
    ranked = sorted(
        sheet.given.members,
        key=lambda member: (sheet.cost(member, shift), -sheet.longest_rested(member.id, shift)),
    )
    return next((member for member in ranked if sheet.obstacle(member, shift, slot) is None), None)


def _move(sheet: Sheet, place: Place) -> bool:
    """Fill one person of a slot by handing one stint of theirs to somebody else; False where that helps nobody."""
    shift, slot = place
    for member in sheet.given.members:
        if any(personal(member, shift.slots[slot], shift)):
            continue
        for held in _own(sheet, member):
            sheet.take(held)
            if sheet.obstacle(member, shift, slot) is None:
                put = sheet.put(member, shift, slot)
                other = _best(sheet, (sheet.shifts[held.shift], held.slot))
                if other is not None:
                    sheet.put(other, sheet.shifts[held.shift], held.slot)
                    return True
                sheet.take(put)
            sheet.put(member, sheet.shifts[held.shift], held.slot)
    return False


def _own(sheet: Sheet, member: Member) -> list[Assigned]:
    """What was not put there by hand."""
    return [each for each in sheet.assigned if each.member == member.id and each not in sheet.given.fixed]


def _even_out(sheet: Sheet) -> bool:
    """Hand single shifts to whoever bears less by them; True where one was."""
    moved = False
    for held in [each for each in sheet.assigned if each not in sheet.given.fixed]:
        shift, holder = sheet.shifts[held.shift], sheet.members[held.member]
        saved = sheet.relief(holder, shift)
        better = [member for member in sheet.given.members if sheet.cost(member, shift) < saved - 1e-9]
        able = [each for each in better if sheet.obstacle(each, shift, held.slot) is None]
        if able:
            sheet.take(held)
            sheet.put(min(able, key=lambda member: sheet.cost(member, shift)), shift, held.slot)
            moved = True
    return moved
