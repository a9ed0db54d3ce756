"""Numbers without gaps per body, series and year, and how each body writes its own."""

from uuid import UUID, uuid4

from backend.foundation.database import row, rows
from backend.foundation.numbering.patterns import written
from backend.foundation.numbering.rules import Rule, rule_for

__all__ = ["Rule", "next_number", "number_rule", "written"]

_NEXT = (
    "INSERT INTO counters (id, body, series, year, last) VALUES (?, ?, ?, ?, 1) "
    "ON CONFLICT (body, series, year) DO UPDATE SET last = counters.last + 1 RETURNING last"
)


async def next_number(body: UUID, series: str, year: int) -> int:
    """The next number, taken inside the caller's transaction: rolled back with it, so no number is ever skipped."""
    taken = await row(_NEXT, uuid4(), body, series, year)
    assert taken is not None
    number: int = taken["last"]
    return number


async def number_rule(body: UUID, kind: str, suffix: str) -> Rule:
    """How the body numbers this kind of paper; `suffix` is what the kind adds to its 机关代字."""
    told = await rows(
        "SELECT kind, word, pattern, by_register FROM number_rules WHERE body = ? AND kind IN ('', ?)",
        body,
        kind,
    )
    return rule_for(kind, suffix, {entry["kind"]: entry for entry in told})
