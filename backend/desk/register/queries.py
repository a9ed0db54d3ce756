"""The register of the bodies a person acts for, newest first."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import batch, rows
from backend.foundation.letters.official import KINDS
from backend.foundation.letters.official.letter import COLUMNS, Letter
from backend.foundation.web.api import Cursor, behind

STATES: Final[dict[str, str]] = {
    "in_force": "有效",
    "unsealed": "未用印",
    "sealed": "已存盖章件",
    "void": "作废",
}
_UNSEALED: Final = ", ".join(f"'{kind.name}'" for kind in KINDS.values() if not kind.under_seal)
_STATE_SQL: Final = {
    "in_force": "voided_at IS NULL",
    "unsealed": f"voided_at IS NULL AND sealed_at IS NULL AND kind NOT IN ({_UNSEALED})",
    "sealed": "voided_at IS NULL AND scan_sha256 <> ''",
    "void": "voided_at IS NOT NULL",
}
PAGE: Final = 50
_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What narrows the register; empty says nothing. `state` is one of STATES."""

    year: int | None = None
    kind: str = ""
    state: str = ""

    def condition(self, bodies: Collection[UUID]) -> tuple[str, list[Any]]:
        """As SQL on `letters`, with its arguments. What accompanies a letter carries its number and is not listed."""
        marks = ", ".join("?" * len(bodies))
        parts, args = [f"body IN ({marks})", "accompanies IS NULL"], list[Any](bodies)
        for clause, value in (("year = ?", self.year), ("kind = ?", self.kind)):
            if value:
                parts.append(clause)
                args.append(value)
        if self.state:
            parts.append(_STATE_SQL[self.state])
        return " AND ".join(parts), args


@dataclass(frozen=True, slots=True)
class Totals:
    """How many numbers, and how many of them are void."""

    numbers: int
    void: int
    years: tuple[int, ...]


async def lines(
    bodies: Collection[UUID], narrowing: Narrowing, after: Cursor | None, limit: int
) -> list[Letter]:
    """At most `limit` papers from `after` on."""
    condition, args = narrowing.condition(bodies)
    older, where = behind(after, "issued_at, id")
    found = await rows(
        f"SELECT {', '.join(COLUMNS)} FROM letters WHERE {condition}{older} ORDER BY issued_at DESC, id DESC LIMIT ?",
        *args,
        *where,
        limit,
    )
    return [Letter.of(entry) for entry in found]


async def totals(bodies: Collection[UUID], narrowing: Narrowing) -> Totals:
    """Sums over all that is narrowed to; the years are those of the whole register."""
    condition, args = narrowing.condition(bodies)
    every, everything = Narrowing().condition(bodies)
    counted, years = await batch(
        [
            (f"SELECT COUNT(*) AS numbers, COUNT(voided_at) AS void FROM letters WHERE {condition}", args),
            (f"SELECT DISTINCT year FROM letters WHERE {every} ORDER BY year DESC", everything),
        ]
    )
    return Totals(counted[0]["numbers"], counted[0]["void"], tuple(entry["year"] for entry in years))


async def all_lines(bodies: Collection[UUID], narrowing: Narrowing) -> AsyncIterator[Letter]:
    """The whole of it, batch by batch."""
    after: Cursor | None = None
    while page := await lines(bodies, narrowing, after, _BATCH):
        for letter in page:
            yield letter
        after = Cursor(page[-1].issued_at, page[-1].id)
