"""Borrowings this person may see: their own, those they wrote down, those of the people they look after."""

from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor, behind
from backend.office.absences.queries.scope import scope
from backend.office.absences.rules.borrowing import Borrowing, span

COLUMNS = ", ".join(f"a.{each.name}" for each in fields(Borrowing))
_NAMED = (
    f"SELECT {COLUMNS}, o.username, o.name, o.position, u.code AS unit_code, u.name AS unit_name, k.name AS asked_by_name, "
    "COALESCE(d.name, a.department_name) AS department_words, COALESCE(d.code, '') AS department_code, "
    "COALESCE(p.name, '') AS approved_by_name, COALESCE(r.name, '') AS refused_by_name "
    "FROM borrowings a JOIN officers o ON o.id = a.officer JOIN units u ON u.id = a.unit JOIN officers k ON k.id = a.asked_by "
    "LEFT JOIN units d ON d.id = a.department LEFT JOIN officers p ON p.id = a.approved_by "
    "LEFT JOIN officers r ON r.id = a.refused_by"
)
MOST = 500


@dataclass(frozen=True, slots=True)
class Named:
    """A borrowing with the names around it; `department_words` is who asked, however they are known."""

    borrowing: Borrowing
    username: str
    name: str
    position: str
    unit_code: str
    unit_name: str
    asked_by_name: str
    department_words: str
    department_code: str
    approved_by_name: str
    refused_by_name: str


async def find(person: Person, borrowing_id: UUID, *, lock: bool = False) -> Named | None:
    """The borrowing, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    asked = [borrowing_id, *args]
    first = (
        [(f"SELECT a.id FROM borrowings a WHERE a.id = ? AND {seen}{locking('a')}", asked)] if lock else []
    )
    *_, found = await batch([*first, (f"{_NAMED} WHERE a.id = ? AND {seen}", asked)])
    return _named(found[0]) if found else None


async def load(person: Person, borrowing_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, borrowing_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


async def page_of(person: Person, cursor: Cursor | None, limit: int) -> list[Named]:
    """One page and one more, newest first by when it was written down."""
    seen, args = scope(person)
    after, where = behind(cursor, "a.received_at, a.id")
    tail = "ORDER BY a.received_at DESC, a.id DESC LIMIT ?"
    return [
        _named(each) for each in await rows(f"{_NAMED} WHERE {seen}{after} {tail}", *args, *where, limit + 1)
    ]


async def all_of(person: Person) -> list[Named]:
    """The last MOST, the latest beginning first: what is counted is counted over these."""
    seen, args = scope(person)
    tail = "ORDER BY a.first_day DESC, a.id LIMIT ?"
    return [_named(each) for each in await rows(f"{_NAMED} WHERE {seen} {tail}", *args, MOST)]


async def of_officer(person: Person, officer: UUID) -> list[Named]:
    """One person's, the latest first."""
    seen, args = scope(person)
    tail = "AND a.officer = ? ORDER BY a.first_day DESC, a.id LIMIT ?"
    return [_named(each) for each in await rows(f"{_NAMED} WHERE {seen} {tail}", *args, officer, MOST)]


async def overlapping(borrowing: Borrowing) -> Borrowing | None:
    """Another one of the same person that stands, asked for or running, and shares a day with it."""
    found = await rows(
        f"SELECT {COLUMNS} FROM borrowings a WHERE a.officer = ? AND a.id <> ? AND a.withdrawn_at IS NULL "
        "AND (a.refused_at IS NULL OR a.left_on IS NOT NULL) ORDER BY a.first_day",
        borrowing.officer,
        borrowing.id,
    )
    return next((each for each in (Borrowing(**one) for one in found) if _share_a_day(each, borrowing)), None)


def _share_a_day(one: Borrowing, other: Borrowing) -> bool:
    if one.returned_on and span(one) is None:
        return False
    starts = [each.left_on or each.first_day for each in (one, other)]
    ends = [each.until_day for each in (one, other)]
    return all(end is None or start <= end for start, end in zip(starts, reversed(ends), strict=True))


def _named(found: dict[str, Any]) -> Named:
    own = {each.name: found.pop(each.name) for each in fields(Borrowing)}
    return Named(Borrowing(**own), **found)
