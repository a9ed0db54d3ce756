"""记一条: what happened, by whoever sees it; never written again, corrected by a later one."""

from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

import msgspec

from backend.field.emergencies.bodies import EntryBody
from backend.field.emergencies.commands.writing import add_entry, noted, write
from backend.field.emergencies.queries.log import entry_of
from backend.field.emergencies.queries.visible import load
from backend.field.emergencies.rules import log
from backend.field.emergencies.rules.access import directs, may_correct, may_note
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.refusals import Refusal, needed


@dataclass(frozen=True, slots=True)
class _Said:
    body: EntryBody
    first: log.Entry | None


async def enter(sender: Sender, emergency_id: UUID, entry_id: UUID, body: EntryBody) -> Received:
    """Also after the end: what was made before may arrive late. Refuses `not_found` to a stranger, `invalid`,
    `time_in_future`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        found = await load(sender.person, emergency_id, lock=True)
        said = await _judged(sender, emergency_id, body)
        at = sender.acted_at(body.when)
        await write(found.emergency, {})
        number = await add_entry(sender, emergency_id, entry_id, said.body, at)
        told = {"number": number, "text": body.text.strip(), "note": said.body.note, "entry": entry_id}
        if said.first:
            told["instead_of"] = said.first.number
        return noted(sender, found.emergency, "entry", told, at)

    received = await receive_put(sender.person, "emergency", entry_id, body, create=create)
    if received.status == HTTPStatus.OK and await entry_of(emergency_id, entry_id) is None:
        raise Refusal("conflict")  # the same words were entered under this id in another log
    return received


async def _judged(sender: Sender, emergency_id: UUID, body: EntryBody) -> _Said:
    """What is written: a correction stands for the first entry of its kind, a note's for a note."""
    needed({"text": (body.text, "写明发生了什么")})
    sender.happened(body.when)
    if body.note:
        may_note(sender.person)
    if body.corrects is None:
        return _Said(body, None)
    meant = await entry_of(emergency_id, body.corrects)
    if meant is None or (meant.note and not directs(sender.person)):
        raise Refusal("invalid", fields={"corrects": "没有这一条"})
    may_correct(sender.person, meant.officer)
    root = meant.corrects or meant.id
    return _Said(msgspec.structs.replace(body, corrects=root, note=meant.note), meant)
