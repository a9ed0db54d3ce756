"""What a filtered ledger looks like in figures: by month, unit, category and disposition."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.desk.ledger.figures import Bars, by_span, longest
from backend.desk.ledger.queries.lines import settings_for
from backend.field.patrols.queries.filtered import narrowed
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.rules.filters import Filters
from backend.foundation.database import batch, engine_kind
from backend.foundation.database.access import Row
from backend.foundation.people.identity import Person

# The month at +08:00.
_MONTH = {
    "sqlite": "strftime('%Y-%m', p.sort_at, '+8 hours')",
    "postgres": "to_char(p.sort_at AT TIME ZONE INTERVAL '8 hours', 'YYYY-MM')",
}
_MONTHS = "SELECT {month} AS name, COUNT(*) AS patrols, COALESCE(SUM(p.finding_count), 0) AS findings FROM patrols p WHERE {seen} GROUP BY 1 ORDER BY 1"
# Counted by unit first and named afterwards: sorting a hundred thousand names takes longer than counting them.
_UNITS = (
    "SELECT u.name, x.counted FROM (SELECT c.unit, COUNT(DISTINCT c.patrol) AS counted FROM crew c WHERE c.patrol IN "
    "(SELECT p.id FROM patrols p WHERE {seen}) GROUP BY c.unit) x JOIN units u ON u.id = x.unit ORDER BY 2 DESC, 1"
)
_FOUND = (
    "SELECT f.category, f.disposition, COUNT(*) AS counted FROM patrols p JOIN findings f ON f.patrol = p.id WHERE {seen} "
    "AND f.removed_at IS NULL AND NOT f.nothing_found GROUP BY 1, 2"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Name and number of each bar."""

    patrols: Bars
    findings: Bars
    units: Bars
    categories: Bars
    dispositions: Bars


async def figures_of(person: Person, filters: Filters, now: datetime) -> Figures:
    """In one trip; `patrols` and `findings` by month, over more than two years by year."""
    seen, args = narrowed(person, filters, now, await settings_for(person, filters))
    month = _MONTH[engine_kind()]
    texts = [_MONTHS.format(month=month, seen=seen), _UNITS.format(seen=seen), _FOUND.format(seen=seen)]
    months, units, found = await batch([(text, args) for text in texts])
    return Figures(
        by_span([(entry["name"], entry["patrols"]) for entry in months]),
        by_span([(entry["name"], entry["findings"]) for entry in months]),
        longest([(entry["name"], entry["counted"]) for entry in units]),
        longest(_added("category", found)),
        [(DISPOSITIONS[name], counted) for name, counted in _added("disposition", found)],
    )


def _added(column: str, found: Sequence[Row]) -> Bars:
    """The counts by `column`, the most frequent first."""
    counted: Counter[str] = Counter()
    for entry in found:
        counted[entry[column]] += entry["counted"]
    return sorted(counted.items(), key=lambda bar: (-bar[1], bar[0]))
