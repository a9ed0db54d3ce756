"""Numbers without gaps per body, series and year."""

from uuid import UUID, uuid4

from backend.foundation.database import row

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


def written(word: str, year: int, number: int) -> str:
    """As GB/T 9704 prints it: 机关代字, year in 六角括号, no leading zeros, e.g. 示执巡〔2026〕7号."""
    return f"{word}〔{year}〕{number}号"
