"""Which call is looked at first. Pure."""

from collections.abc import Iterable
from dataclasses import Field, replace
from math import inf
from typing import Any, ClassVar, Final, Protocol, TypeVar

from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.positions import USELESS, Corner
from backend.foundation.distance import along_ellipsoid

_SEVERITY: Final[dict[str, int]] = {"emergency": 0, "urgent": 1, "routine": 2}


class Listed(Protocol):
    """A line of a list, as a frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def assist(self) -> Assist: ...
    @property
    def distance_m(self) -> float | None: ...


L = TypeVar("L", bound=Listed)


def in_order(lines: Iterable[L], near: Corner | None) -> list[L]:
    """Real calls before drills, those nobody has answered first, then by severity, distance, and how long they wait."""
    measured = [replace(line, distance_m=distance(line.assist, near)) for line in lines]
    return sorted(measured, key=_rank)


def distance(assist: Assist, near: Corner | None) -> float | None:
    """Metres along the ellipsoid from the reader; None where one of both is not known."""
    if near is None or assist.lat is None or assist.lon is None or not USELESS.isdisjoint(assist.marks):
        return None
    return along_ellipsoid(near, (assist.lat, assist.lon))


def _rank(line: Listed) -> tuple[Any, ...]:
    assist, metres = line.assist, line.distance_m
    return (
        assist.exercise,
        assist.state != "raised",
        _SEVERITY[assist.severity],
        inf if metres is None else metres,
        assist.received_at,
        str(assist.id),
    )
