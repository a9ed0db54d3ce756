"""The windows of the township as the list shows them: by duty, the present one first, with what met each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.campaigns.windows import RULES
from backend.foundation.clocks.windows import Standing, windows_of
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.records import Record, visible_records

_MOST = 24
_EARLIER = 5


@dataclass(frozen=True, slots=True)
class Period:
    """`met_by` is the record that met it, where this person may see it."""

    standing: Standing
    met_by: Record | None


@dataclass(frozen=True, slots=True)
class Duty:
    """One recurring duty: its newest window and every one that is late on top, the last of the others below."""

    name: str
    says: str
    basis: str
    top: list[Period]
    earlier: list[Period]

    @property
    def late(self) -> list[Period]:
        """Over, and nobody has said why nothing was carried out."""
        return [each for each in self.top if each.standing.over]


async def periods(person: Person, at: datetime) -> list[Duty]:
    """None for bodies of the county and for those whose desk is not the town hall's."""
    if person.township_id is None or not may(person, "window.read"):
        return []
    found = await windows_of(person.township_id, RULES, at, _MOST)
    met = await _met(person, found)
    by: dict[str, list[Period]] = {}
    for each in found:
        by.setdefault(each.window.series, []).append(Period(each, met.get(each.done) if each.done else None))
    return [_duty(found) for _, found in sorted(by.items())]


def _duty(found: list[Period]) -> Duty:
    newest, *before = found
    clock = newest.standing.clock.clock
    late = [each for each in before if each.standing.over]
    return Duty(
        clock.name,
        clock.says,
        clock.basis,
        [newest, *late],
        [each for each in before if not each.standing.over][:_EARLIER],
    )


async def _met(person: Person, windows: list[Standing]) -> dict[tuple[str, UUID], Record]:
    """What met them, of what this person may see."""
    named = list(dict.fromkeys(each.done for each in windows if each.done))
    return {(each.kind, each.id): each for each in await visible_records(person, named)}
