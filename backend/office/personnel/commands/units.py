"""Adding and changing units."""

from uuid import UUID, uuid4

from backend.foundation.database import UniqueBroken, execute, row, rows, transaction
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.personnel.queries.units import UnitCard, line_of, possible_parents
from backend.office.personnel.reach import Reach
from backend.office.personnel.rules.units import UnitDraft, check_unit


async def add_unit(reach: Reach, draft: UnitDraft, by: Person) -> UUID:
    """A new unit of the administrator's township, or a county body where they keep those."""
    unit = uuid4()
    check_unit(draft, unit, line_of(await possible_parents(reach)))
    township = (
        None if draft.county_body and (reach.county_bodies or reach.township is None) else reach.township
    )
    await _check_liaison(draft.liaison, unit)
    columns = draft.columns() | {"id": unit, "county": reach.county, "township": township}
    try:
        async with transaction():
            await rows(
                f"INSERT INTO units ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
                *columns.values(),
            )
            record(
                "unit.created",
                chain=township or unit,
                record=("unit", unit),
                by=by.id,
                payload=_payload(draft),
            )
    except UniqueBroken:
        raise _code_taken() from None
    return unit


async def change_unit(unit: UnitCard, reach: Reach, draft: UnitDraft, version: int, by: Person) -> None:
    """Write what was typed over version `version`; refuses `changed_elsewhere` when somebody was faster."""
    check_unit(draft, unit.id, line_of(await possible_parents(reach)))
    await _check_liaison(draft.liaison, unit.id)
    columns = draft.columns()
    sets = ", ".join(f"{name} = ?" for name in columns)
    try:
        async with transaction():
            changed = await execute(
                f"UPDATE units SET {sets}, version = version + 1 WHERE id = ? AND version = ? RETURNING id",
                *columns.values(),
                unit.id,
                version,
            )
            if not changed:
                raise Refusal("changed_elsewhere")
            record(
                "unit.changed", chain=unit.chain, record=("unit", unit.id), by=by.id, payload=_payload(draft)
            )
    except UniqueBroken:
        raise _code_taken() from None


async def _check_liaison(liaison: UUID | None, unit: UUID) -> None:
    if liaison is None:
        return
    if not await row("SELECT id FROM officers WHERE id = ? AND unit = ? AND left_at IS NULL", liaison, unit):
        raise Refusal("liaison_elsewhere", fields={"liaison": "从本单位人员里选"})


def _code_taken() -> Refusal:
    return Refusal("code_taken", fields={"code": "这个代码已经有单位在用"})


def _payload(draft: UnitDraft) -> dict[str, object]:
    return {name: str(value) if isinstance(value, UUID) else value for name, value in draft.columns().items()}
