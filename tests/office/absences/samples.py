"""A leave and a borrowing for the permission matrix."""

from uuid import UUID, uuid4

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from tests.office.absences.absent import borrowing
from tests.rig.cast import Cast


async def absence_names(cast: Cast, keeper: str, officer: str) -> dict[str, str]:
    """A leave `officer` asked for; a borrowing of theirs, by hand: nobody of the neighbouring township writes one down."""
    leave = uuid4()
    body = {"kind": "annual", "first_day": "2026-11-25", "last_day": "2026-11-27"}
    answer = await (await cast.script(officer)).put(f"/api/v1/leaves/{leave}", json=body)
    assert answer.status_code == 201, answer.text
    lent = await _borrowing(await cast.person(keeper), officer_id(officer))
    return {"leave_id": str(leave), "borrowing_id": str(lent)}


async def _borrowing(keeper: Person, officer: UUID) -> UUID:
    lent = borrowing("2026-11-16", "2026-11-30")
    names = {name: getattr(lent, name) for name in type(lent).__dataclass_fields__}
    own = {"township": keeper.township_id, "unit": keeper.unit_id, "officer": officer, "asked_by": keeper.id}
    values = names | own
    marks = ", ".join("?" * len(values))
    await rows(f"INSERT INTO borrowings ({', '.join(values)}) VALUES ({marks})", *values.values())
    return lent.id
