"""The list as a page shows it: narrowed, fifty at a time, with what can be chosen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.office.matters.queries.in_force import matters_in_force
from backend.office.matters.queries.rows import IN_FORCE
from backend.office.matters.queries.searching import search
from backend.office.matters.rules.filters import Filters
from backend.office.matters.rules.matter import Matter

A_PAGE, MOST_FOUND = 50, 200
_LINES = (
    "SELECT m.id, v.field, v.standing, v.punishing_name FROM matters m JOIN matter_versions v ON v.matter = m.id "
    f"WHERE m.township = ? AND v.standing <> 'dropped' AND {IN_FORCE} ORDER BY m.code"
)
_AHEAD = (
    "SELECT v.matter, v.effective_on FROM matter_versions v WHERE v.township = ? AND v.starts_at > ? "
    "AND v.withdrawn_at IS NULL ORDER BY v.number DESC"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of matters; `fields`, `bodies`: name and how many, of the whole list; `ahead`: day of the next version."""

    matters: list[Matter]
    total: int
    whole: int
    fields: list[tuple[str, int]]
    bodies: list[tuple[str, int]]
    ahead: dict[UUID, date]


async def listing(township: UUID, filters: Filters, at: datetime, page: int = 1) -> Listing:
    """The list at the moment the filters name; words put the likeliest first, else it goes by code."""
    moment = filters.moment(at)
    lines = await _lines(township, moment)
    wanted = await _wanted(township, lines, filters, moment)
    shown = wanted[(page - 1) * A_PAGE : page * A_PAGE]
    return Listing(
        matters=await in_order(township, moment, shown),
        total=len(wanted),
        whole=len(lines),
        fields=_counted(lines, "field"),
        bodies=_counted(lines, "punishing_name"),
        ahead={line["matter"]: line["effective_on"] for line in await rows(_AHEAD, township, moment)},
    )


async def narrowed(township: UUID, filters: Filters, at: datetime) -> list[UUID]:
    """Which matters, in which order."""
    moment = filters.moment(at)
    return await _wanted(township, await _lines(township, moment), filters, moment)


async def in_order(township: UUID, at: datetime, wanted: list[UUID]) -> list[Matter]:
    """Those of `wanted` that are in force, in their order."""
    by_id = {matter.id: matter for matter in await matters_in_force(township, at, wanted)}
    return [by_id[matter] for matter in wanted if matter in by_id]


async def _lines(township: UUID, at: datetime) -> list[dict[str, Any]]:
    return await rows(_LINES, township, at, at)


async def _wanted(township: UUID, lines: list[dict[str, Any]], filters: Filters, at: datetime) -> list[UUID]:
    fitting = [line["id"] for line in lines if _fits(line, filters)]
    if not filters.q:
        return fitting
    found = [answer.matter.id for answer in await search(township, filters.q, at, MOST_FOUND)]
    among = set(fitting)
    return [matter for matter in found if matter in among]


def _fits(line: dict[str, Any], filters: Filters) -> bool:
    asked = {"field": filters.field, "standing": filters.standing, "punishing_name": filters.body}
    return all(not value or line[name] == value for name, value in asked.items())


def _counted(lines: list[dict[str, Any]], name: str) -> list[tuple[str, int]]:
    """Each value with how many, in the order they first stand on the list."""
    counted: dict[str, int] = {}
    for line in lines:
        counted[line[name]] = counted.get(line[name], 0) + 1
    return list(counted.items())
