"""What a campaign came to: by day, by unit, by category and disposition. Pure arithmetic, no ranking of anybody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.field.patrols.rules.dispositions import DISPOSITIONS

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Outing:
    """One patrol of it; `people`: by unit (its name) how many walked along. `seen`: whether whoever looks may open it."""

    patrol: UUID
    township: UUID
    town: str
    day: date
    title: str
    ended: bool
    filed: bool
    decided: bool
    seen: bool
    people: tuple[tuple[str, int], ...]

    @property
    def heads(self) -> int:
        return sum(count for _, count in self.people)


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; `unit` is the name of the unit whose officer noted it."""

    patrol: UUID
    township: UUID
    town: str
    day: date
    unit: str
    category: str
    disposition: str
    ongoing: bool


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What one unit took part in."""

    name: str
    patrols: int
    people: int
    findings: int


@dataclass(frozen=True, slots=True)
class Tally:
    """`people` counts each time somebody walked along (人次)."""

    patrols: int
    people: int
    findings: int
    ongoing: int
    categories: Counts
    dispositions: Counts
    units: tuple[UnitLine, ...]


def tally(outings: Sequence[Outing], found: Sequence[Found]) -> Tally:
    """Of what is given: all of it, one day, one township."""
    return Tally(
        patrols=len(outings),
        people=sum(outing.heads for outing in outings),
        findings=len(found),
        ongoing=sum(each.ongoing for each in found),
        categories=_counted(each.category for each in found),
        dispositions=_counted(DISPOSITIONS[each.disposition] for each in found),
        units=_by_unit(outings, found),
    )


def by_day(
    outings: Iterable[Outing], found: Iterable[Found], days: Iterable[date]
) -> list[tuple[date, Tally]]:
    """Every day in order, also those on which nothing was done."""
    out, noted = list(outings), list(found)
    return [
        (day, tally([each for each in out if each.day == day], [each for each in noted if each.day == day]))
        for day in days
    ]


def by_town(outings: Iterable[Outing], found: Iterable[Found]) -> list[tuple[str, Tally]]:
    """What each township contributed, by its name."""
    out, noted = list(outings), list(found)
    towns = sorted({each.town for each in out} | {each.town for each in noted})
    return [
        (
            town,
            tally([each for each in out if each.town == town], [each for each in noted if each.town == town]),
        )
        for town in towns
    ]


def result_words(sums: Tally) -> str:
    """开展巡查3次，出动21人次，发现问题5个：占道经营3个、车辆违停2个；处置：当场改正4个、责令改正1个."""
    if not sums.patrols:
        return "没有登记巡查"
    parts = [f"开展巡查{sums.patrols}次，出动{sums.people}人次"]
    if not sums.findings:
        return f"{parts[0]}，没有发现问题"
    parts.append(f"发现问题{sums.findings}个：{_listed(sums.categories)}")
    words = "，".join(parts) + f"；处置：{_listed(sums.dispositions)}"
    return words + (f"；其中{sums.ongoing}个正在进行的违法行为" if sums.ongoing else "")


def _listed(counts: Counts) -> str:
    return "、".join(f"{name}{count}个" for name, count in counts)


def _counted(names: Iterable[str]) -> Counts:
    """The most frequent first, equal ones by name."""
    return tuple(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def _by_unit(outings: Sequence[Outing], found: Sequence[Found]) -> tuple[UnitLine, ...]:
    walked = [(name, count) for outing in outings for name, count in outing.people]
    noted = Counter(each.unit for each in found)
    names = sorted({name for name, _ in walked} | set(noted))
    return tuple(
        UnitLine(
            name,
            sum(unit == name for unit, _ in walked),
            sum(count for unit, count in walked if unit == name),
            noted[name],
        )
        for name in names
    )
