"""Which demands of an impossible month clash: the fewest that cannot all be met, found by leaving out and asking again."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from backend.office.duty.drafting.candidates import Choices, Place
from backend.office.duty.drafting.given import Given
from backend.office.duty.drafting.made import Clash, Unmet
from backend.office.duty.drafting.words import dates, times

# Clashes beyond these are left to the list of empty slots: nobody mends nine at once.
_MOST: Final = 8
_NEAR: Final = tuple(timedelta(hours=hours) for hours in (0, 24, 72, 192, 24 * 400))
Possible = Callable[[Sequence[Place]], bool]


def clashes(given: Given, choices: Choices, empty: Iterable[Unmet], possible: Possible) -> tuple[Clash, ...]:
    """A clash for each empty slot that no earlier one explains; `possible` says whether places can all be filled."""
    lacking = [(each.shift, each.slot) for each in empty]
    met = [place for place in choices.needs if place not in lacking]
    found: list[frozenset[Place]] = []
    for place in lacking:
        if len(found) < _MOST and not any(place in core for core in found):
            core = _core_of(choices, met, place, possible)
            if core:
                found.append(core)
    return tuple(_clash(given, choices, core) for core in found)


def alone(given: Given, choices: Choices, empty: Iterable[Unmet]) -> tuple[Clash, ...]:
    """What can be said without a solver: slots for which there are too few people, whatever else is dropped."""
    lacking = [(each.shift, each.slot) for each in empty]
    return tuple(
        _clash(given, choices, frozenset({place}))
        for place in lacking
        if len(choices.free[place]) < choices.needs[place]
    )[:_MOST]


def _core_of(choices: Choices, met: Sequence[Place], place: Place, possible: Possible) -> frozenset[Place]:
    """`place` and what stands against it; empty where nothing could be shown."""
    for near in _near(choices, met, place):
        if not possible([place, *near]):
            core = [place, *_fewest([place], bool(near), near, possible)]
            return frozenset(core) if not possible(core) else frozenset()
    return frozenset()


def _near(choices: Choices, met: Sequence[Place], place: Place) -> Iterator[Sequence[Place]]:
    """Ever more of the month around a place, the nearest first."""
    middle = choices.shifts[place[0]].begins
    away = {each: abs(choices.shifts[each[0]].begins - middle) for each in met}
    ordered = sorted(met, key=lambda each: away[each])
    yield []
    for reach in _NEAR:
        yield [each for each in ordered if away[each] <= reach]


def _fewest(kept: list[Place], grown: bool, left: Sequence[Place], possible: Possible) -> list[Place]:
    """Of `left` the fewest that are impossible together with `kept` (QuickXplain, Junker 2004)."""
    if not left or (grown and not possible(kept)):
        return []
    if len(left) == 1:
        return list(left)
    half = len(left) // 2
    first, second = left[:half], left[half:]
    of_second = _fewest([*kept, *first], True, second, possible)
    of_first = _fewest([*kept, *of_second], bool(of_second), first, possible)
    return [*of_first, *of_second]


def _clash(given: Given, choices: Choices, core: frozenset[Place]) -> Clash:
    demands = sorted(core, key=lambda place: (choices.shifts[place[0]].begins, place))
    free = {member for place in core for member in choices.free[place]}
    people = [member for member in given.members if member.id in free]
    names = (
        f"能排的只有{len(people)}人：{'、'.join(each.name for each in people)}" if people else "没有人能排"
    )
    needs = "；".join(_needed(choices, demands))
    together = f"下面{len(demands)}项不能同时满足：{needs}。算上休息和工时，{names}"
    return Clash(
        tuple(demands),
        tuple(each.id for each in people),
        together if len(demands) > 1 else f"{needs}，{names}",
    )


def _needed(choices: Choices, demands: Iterable[Place]) -> Iterator[str]:
    """Demands of one post at one time of day said once with all their days: 值班室 20:00—次日 08:00 “民警”1人（11月3日—9日）."""
    days: dict[tuple[str, str, str, int], list[date]] = defaultdict(list)
    for place in demands:
        shift = choices.shifts[place[0]]
        alike = shift.name, times(shift.begins, shift.ends), shift.slots[place[1]].name, choices.needs[place]
        days[alike].append(shift.day)
    for (name, hours, slot, need), on in days.items():
        yield f"{name} {hours} “{slot}”{need}人（{dates(on)}）"
