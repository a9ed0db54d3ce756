"""Each unit's own word that its people were there (到场确认)."""

from uuid import UUID, uuid4

from backend.field.patrols.bodies import AttendanceBody
from backend.field.patrols.commands.acting import Noun, act_on, noted
from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import access, times
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal


async def confirm(sender: Sender, patrol_id: UUID, body: AttendanceBody) -> Received:
    """Once for each unit. Refuses `not_own_unit`, `unit_not_on_patrol` and `patrol_not_started`."""
    unit_code = body.unit or sender.person.unit_code
    access.confirm_for(sender.person, unit_code)
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry | None:
        stay = next((stay for stay in muster.crew if stay.unit_code == unit_code), None)
        if stay is None:
            raise Refusal("unit_not_on_patrol")
        if muster.patrol.started_at is None:
            raise Refusal("patrol_not_started")
        if await row("SELECT id FROM attendances WHERE patrol = ? AND unit = ?", patrol_id, stay.unit):
            return None
        at = sender.acted_at(body.when)
        await rows(
            "INSERT INTO attendances (id, patrol, unit, confirmed_by, at, note) VALUES (?, ?, ?, ?, ?, ?)",
            uuid4(),
            patrol_id,
            stay.unit,
            sender.person.id,
            at,
            body.note or "",
        )
        await write(muster.patrol, {})
        payload = {"unit": stay.unit_name, "at": at, "note": body.note}
        return noted(sender, muster.patrol, "patrol.attended", payload, body.when)

    late = f"{sender.person.unit_name}确认到场{'：' + body.note if body.note else ''}"
    noun = Noun("attendance", lambda _muster, _person: True, late=late)
    return await act_on(sender, patrol_id, noun, body, work, said=body.when)
