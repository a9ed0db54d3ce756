"""A thing in somebody's hands for the permission matrix."""

from uuid import uuid4

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from backend.foundation.now import now
from tests.rig.cast import Cast


async def equipment_names(cast: Cast, keeper: str, holder: str) -> dict[str, str]:
    """By hand: nobody of the neighbouring township looks after things."""
    by, thing, code = await cast.person(keeper), uuid4(), uuid4()
    await rows(
        "INSERT INTO equipment (id, township, unit, kind, number, code, added_by, received_at) "
        "VALUES (?, ?, ?, 'recorder', 'DSJ-01', ?, ?, ?)",
        thing,
        by.township_id,
        by.unit_id,
        code.hex,
        by.id,
        now(),
    )
    await rows(
        "INSERT INTO equipment_loans (id, equipment, officer, out_at, out_by) VALUES (?, ?, ?, ?, ?)",
        uuid4(),
        thing,
        officer_id(holder),
        now(),
        by.id,
    )
    return {"thing_id": str(thing), "equipment_id": str(thing), "label": str(code)}
