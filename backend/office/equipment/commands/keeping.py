"""Adding a thing, mending it, using it no more."""

from typing import Any
from uuid import UUID, uuid4

from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put, write_over
from backend.foundation.refusals import Refusal, demand
from backend.office.equipment.bodies import Mended, Retired, ThingBody
from backend.office.equipment.commands.acting import act_on, noted
from backend.office.equipment.queries.people import unit_named
from backend.office.equipment.queries.things import Named
from backend.office.equipment.rules.access import keeps

_INSERT = (
    "INSERT INTO equipment (id, township, unit, kind, name, number, note, code, added_by, received_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_TAKEN = "SELECT id FROM equipment WHERE township = ? AND kind = ? AND number = ? AND id <> ?"


async def add(sender: Sender, thing_id: UUID, body: ThingBody) -> Received:
    """PUT. Refuses `invalid`, `equipment_number_taken`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        person = sender.person
        demand(person.township_id is not None)
        unit = await unit_named(person, body.unit) if body.unit else person.unit_id
        demand(keeps(person, unit), "只能登记本单位的装备")
        if await row(_TAKEN, person.township_id, body.kind, body.number, thing_id):
            raise Refusal("equipment_number_taken", fields={"number": "已有同号的，核对后再登记"})
        # 122 random bits: whoever has not seen the label does not guess it.
        values = (
            unit,
            body.kind,
            body.name or "",
            body.number,
            body.note or "",
            uuid4().hex,
            person.id,
            sender.at,
        )
        await rows(_INSERT, thing_id, person.township_id, *values)
        told = {"kind": body.kind, "number": body.number, "name": body.name or ""}
        return noted("added", sender, thing_id, told)

    return await receive_put(sender.person, "equipment", thing_id, body, create=create)


async def mend(sender: Sender, thing_id: UUID, body: Mended) -> Received:
    """修好了; again changes nothing. Refuses `not_allowed`."""

    async def work(found: Named) -> Entry | None:
        demand(keeps(sender.person, found.thing.unit))
        if found.thing.damaged_at is None:
            return None
        await _write(found, {"damaged_at": None, "damage": ""})
        return noted("mended", sender, thing_id, {})

    return await act_on(sender, thing_id, work, body, "repair")


async def retire(sender: Sender, thing_id: UUID, body: Retired) -> Received:
    """停用, with the reason; again changes nothing. Refuses `not_allowed`, `equipment_out`."""

    async def work(found: Named) -> Entry | None:
        demand(keeps(sender.person, found.thing.unit))
        if found.thing.retired_at:
            return None
        if found.loan is not None:
            raise Refusal("equipment_out", f"现在在{found.holder}手里")
        ended = {"retired_at": sender.at, "retired_by": sender.person.id, "retired_why": body.reason}
        await _write(found, ended)
        return noted("retired", sender, thing_id, {"reason": body.reason})

    return await act_on(sender, thing_id, work, body, "retirement")


async def _write(found: Named, changes: dict[str, Any]) -> None:
    await write_over("equipment", found.thing, changes)
