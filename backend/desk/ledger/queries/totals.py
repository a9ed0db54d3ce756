"""What a filtered ledger comes to: N 次巡查 · N 处发现 · N 次未备案 · 总里程."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from backend.desk.ledger.lines import PLANS, Line
from backend.desk.ledger.queries.lines import settings_for
from backend.field.patrols.queries.filtered import narrowed
from backend.field.patrols.rules.filters import Filters
from backend.foundation.database import row
from backend.foundation.people.identity import Person

_SUMS = (
    "COUNT(*) AS patrols, COALESCE(SUM(p.finding_count), 0) AS findings, COALESCE(SUM(p.length_m), 0) AS length_m, "
    "COALESCE(SUM(CASE WHEN p.cancelled_at IS NULL AND p.filed_at IS NULL AND p.ended_at IS NOT NULL THEN 1 ELSE 0 END), "
    "0) AS unfiled, COALESCE(SUM(CASE WHEN p.cancelled_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS cancelled, "
    "COALESCE(SUM(CASE WHEN p.cancelled_at IS NULL AND p.started_at IS NULL AND p.ended_at IS NULL "
    "AND p.filed_at IS NULL THEN 1 ELSE 0 END), 0) AS planned"
)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over exactly what is listed; `planned` and `cancelled` are among `patrols`."""

    patrols: int
    findings: int
    length_m: float
    unfiled: int
    cancelled: int
    planned: int


async def totals_of(person: Person, filters: Filters, now: datetime) -> Totals:
    """Asked apart from the list: over a hundred thousand patrols adding up takes longer than listing fifty."""
    condition, args = narrowed(person, filters, now, await settings_for(person, filters))
    found = await row(f"SELECT {_SUMS} FROM patrols p WHERE {condition}", *args)
    assert found is not None
    return Totals(**found)


def totals_over(lines: Iterable[Line]) -> Totals:
    """The same sums where every line is at hand."""
    held = list(lines)
    states = [each.state for each in held]
    return Totals(
        patrols=len(held),
        findings=sum(each.findings for each in held),
        length_m=sum(each.length_m for each in held),
        unfiled=states.count("done"),
        cancelled=states.count("cancelled"),
        planned=sum(state in PLANS for state in states),
    )
