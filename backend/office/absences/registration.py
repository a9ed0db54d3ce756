"""What other rooms may know of a leave or a borrowing: notices lead to them, their pages hear of news."""

from uuid import UUID

from backend.foundation.database import batch, locking, row
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record
from backend.foundation.records.audience import Audience
from backend.office.absences.queries import borrowings, leaves
from backend.office.absences.queries.scope import tokens
from backend.office.absences.rules.words import KINDS

_CONCERNED = "SELECT township, unit, officer, asked_by, version FROM {table} WHERE id = ?"


async def visible_leave(person: Person, leave_id: UUID) -> Record | None:
    """A leave, to whom it is to be seen."""
    found = await leaves.find(person, leave_id)
    if found is None:
        return None
    title, url = f"{found.name}{KINDS[found.leave.kind]}", f"/leaves/{leave_id}"
    return _record("leave", leave_id, title, url, found.leave.township)


async def visible_borrowing(person: Person, borrowing_id: UUID) -> Record | None:
    """A borrowing, the same."""
    found = await borrowings.find(person, borrowing_id)
    if found is None:
        return None
    title, url = f"{found.department_words}抽调{found.name}", f"/borrowings/{borrowing_id}"
    return _record("borrowing", borrowing_id, title, url, found.borrowing.township)


async def audience_of_leave(leave_id: UUID) -> Audience | None:
    return await _audience("leaves", leave_id)


async def audience_of_borrowing(borrowing_id: UUID) -> Audience | None:
    return await _audience("borrowings", borrowing_id)


async def hold_leave(leave_id: UUID) -> None:
    """Keep it from being changed until the transaction ends."""
    await batch([(f"SELECT a.id FROM leaves a WHERE a.id = ?{locking('a')}", [leave_id])])


async def hold_borrowing(borrowing_id: UUID) -> None:
    """The same."""
    await batch([(f"SELECT a.id FROM borrowings a WHERE a.id = ?{locking('a')}", [borrowing_id])])


async def _audience(table: str, record_id: UUID) -> Audience | None:
    found = await row(_CONCERNED.format(table=table), record_id)
    if found is None:
        return None
    version = found.pop("version")
    return Audience(version, tokens(**found))


def _record(kind: str, record_id: UUID, title: str, url: str, township: UUID) -> Record:
    """Nothing hangs on it from outside: no photos are taken for it."""
    return Record(kind, record_id, title, url, township, open=False, chain=township, facts={})


LEAVES = Kind(
    "leave", "请休假", visible_leave, hold=hold_leave, audience=audience_of_leave, reading="absence.read"
)
BORROWINGS = Kind(
    "borrowing",
    "抽调",
    visible_borrowing,
    hold=hold_borrowing,
    audience=audience_of_borrowing,
    reading="absence.read",
)
