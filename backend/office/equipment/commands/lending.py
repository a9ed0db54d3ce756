"""领用 and 归还: one pair of hands at a time."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, write_over
from backend.foundation.refusals import Refusal, demand
from backend.office.equipment.bodies import Back, HandOut
from backend.office.equipment.commands.acting import act_on, noted
from backend.office.equipment.queries.people import taker
from backend.office.equipment.queries.things import Named
from backend.office.equipment.rules.access import may_hand_out, may_take_back

LONGEST: Final = timedelta(days=366)
_OUT = (
    "INSERT INTO equipment_loans (id, equipment, officer, out_at, out_by, due_at, purpose, next_at, next_step) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"
)
_BACK = (
    "UPDATE equipment_loans SET back_at = ?, back_by = ?, damage = ?, next_at = NULL, next_step = '' "
    "WHERE id = ? AND back_at IS NULL RETURNING id"
)


async def hand_out(sender: Sender, thing_id: UUID, body: HandOut) -> Received:
    """领用; to whoever has it already changes nothing. Refuses `not_allowed`, `equipment_out`, `equipment_unfit`, `invalid`."""

    async def work(found: Named) -> Entry | None:
        to, name = await taker(sender.person, body.officer or sender.person.username)
        demand(may_hand_out(sender.person, found.thing.unit, to), "别的单位的装备，请那边的内勤或指挥中心办")
        if found.loan is not None and found.loan.officer == to:
            return None
        _demand_free(found)
        _check_due(body.due_at, sender.at)
        values = (to, sender.at, sender.person.id, body.due_at, body.purpose or "", body.due_at)
        step = "overdue" if body.due_at else ""
        if await row(_OUT, uuid4(), thing_id, *values, step) is None:
            raise Refusal("equipment_out")
        told = {
            "name": name,
            "due_at": body.due_at.isoformat() if body.due_at else "",
            "purpose": body.purpose or "",
        }
        return noted("out", sender, thing_id, told)

    return await act_on(sender, thing_id, work, body, "loans")


async def take_back(sender: Sender, thing_id: UUID, body: Back) -> Received:
    """归还, with what is broken; in nobody's hands changes nothing. Refuses `not_allowed`."""

    async def work(found: Named) -> Entry | None:
        if found.loan is None:
            if await row("SELECT id FROM equipment_loans WHERE equipment = ? LIMIT 1", thing_id) is None:
                raise Refusal("equipment_in")
            return None
        demand(may_take_back(sender.person, found.thing.unit, found.loan.officer))
        damage = (body.damage or "").strip()
        await rows(_BACK, sender.at, sender.person.id, damage, found.loan.id)
        if damage:
            await write_over("equipment", found.thing, {"damaged_at": sender.at, "damage": damage})
        return noted("back", sender, thing_id, {"name": found.holder, "damage": damage})

    return await act_on(sender, thing_id, work, body, "return")


def _demand_free(found: Named) -> None:
    if found.thing.retired_at or found.thing.damaged_at:
        raise Refusal("equipment_unfit", found.thing.retired_why or found.thing.damage)
    if found.loan is not None:
        raise Refusal("equipment_out", f"现在在{found.holder}手里")


def _check_due(due_at: datetime | None, at: datetime) -> None:
    if due_at is not None and not at < due_at <= at + LONGEST:
        raise Refusal("invalid", fields={"due_at": "要晚于现在，最多一年"})
