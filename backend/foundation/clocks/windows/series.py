"""What a room says of a recurring duty it carries out; it registers, the sweep asks."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from backend.foundation.clocks.cadences import begins
from backend.foundation.people.bodies import body_of


@dataclass(frozen=True, slots=True)
class Window:
    """One window of a series, from its first natural day to its last."""

    id: UUID
    township: UUID
    series: str
    rule: str
    name: str
    owed_by: UUID
    first_day: date
    last_day: date

    @property
    def begins_at(self) -> datetime:
        return begins(self.first_day)

    @property
    def ends_at(self) -> datetime:
        """The first moment after it."""
        return begins(self.last_day + timedelta(days=1))

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "Window":
        """From a row that may have more columns than are asked for here."""
        return cls(**{name: found[name] for name in cls.__slots__})


@dataclass(frozen=True, slots=True)
class Done:
    """The record that met a window, and when it was carried out: within it."""

    record: tuple[str, UUID]
    at: datetime


async def by_the_township(township: UUID) -> list[UUID]:
    """The township's government or street office owes it; nobody where none is entered."""
    found = await body_of(township)
    return [found] if found else []


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring duty by its rule in the catalogue of cadences.

    `setting` is the township's own agreement for where the text has no figure; `page` is where it is seen to. `done`
    answers, of the open windows it is handed all at once, those that something met. `owed_by`: whose windows there are, one
    each (where each department counts for itself, one a department).
    """

    rule: str
    setting: str
    page: str
    done: Callable[[Sequence[Window]], Awaitable[Mapping[UUID, Done]]]
    owed_by: Callable[[UUID], Awaitable[list[UUID]]] = by_the_township


_series: dict[str, Series] = {}


def run(series: Series) -> None:
    """Keep the windows of this duty from now on."""
    _series[series.rule] = series


def running() -> list[Series]:
    return list(_series.values())


def series_of(rule: str) -> Series | None:
    return _series.get(rule)
