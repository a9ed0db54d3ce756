"""交接班记录: written by somebody of the shift, read by those of the next; nothing in it is changed afterwards."""

from typing import Any, Final
from uuid import UUID, uuid4

from backend.foundation.database import row, rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_act, receive_put
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Acted
from backend.office.duty.turnout.bodies import HandoverBody
from backend.office.duty.turnout.commands.moments import moment
from backend.office.duty.turnout.queries.handovers import load_note
from backend.office.duty.turnout.queries.watches import find_watch

_COLUMNS: Final = (
    "id", "township", "shift", "open_matters", "equipment", "written_by", "written_at", "made_at", "received_at", "device",
    "clock_offset_s",
)  # fmt: skip
_INSERT: Final = (
    f"INSERT INTO handover_notes ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
)
# Of two taps at one instant the second finds that it was read.
_READ: Final = "INSERT INTO handover_readings (id, note, officer, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"


async def write_note(sender: Sender, note_id: UUID, body: HandoverBody) -> Received:
    """PUT. Refuses `not_found`, `turnout_not_yours`, `handover_empty`, `time_in_future`, and as any PUT."""

    async def create() -> Entry:
        person = sender.person
        watch = await find_watch(person.township_id, body.shift)
        if watch is None:
            raise Refusal("not_found")
        if watch.held_by(person.id) is None:
            raise Refusal("turnout_not_yours")
        if not (body.open_matters or body.equipment):
            raise Refusal("handover_empty")
        written_at = moment(sender, body.when)
        values: dict[str, Any] = {
            "id": note_id,
            "township": watch.township,
            "shift": watch.id,
            "open_matters": body.open_matters or "",
            "equipment": body.equipment or "",
            "written_by": person.id,
            "written_at": written_at,
            **sender.stamps(body.made_at),
        }
        await rows(_INSERT, *(values[name] for name in _COLUMNS))
        return _noted(sender, "written", note_id)

    return await receive_put(sender.person, "handover_note", note_id, body, create=create)


async def read_note(sender: Sender, note_id: UUID, body: Acted) -> Received:
    """Known to whoever says so; again changes nothing. Refuses `not_found`, `time_in_future`."""

    async def act() -> Entry | None:
        note = await load_note(sender.person, note_id)
        at = max(moment(sender, body.when), note.written_at)
        if note.was_read_by(sender.person.id):
            return None
        first = await row(_READ, uuid4(), note_id, sender.person.id, at)
        return _noted(sender, "read", note_id) if first else None

    return await receive_act(
        sender.person, ("handover_note", note_id), act, content=body, noun="reading", key=sender.key
    )


def _noted(sender: Sender, noun: str, note_id: UUID) -> Entry:
    person = sender.person
    return record(
        f"handover_note.{noun}",
        chain=person.chain,
        record=("handover_note", note_id),
        by=person.id,
        payload={},
    )
