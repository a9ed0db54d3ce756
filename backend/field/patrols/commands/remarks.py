"""批示 of the leader, and giving a patrol back with a comment."""

from uuid import UUID, uuid4

from backend.field.patrols.bodies import RemarkBody
from backend.field.patrols.commands.acting import Noun, act_on, noted
from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules.review import after_remark
from backend.foundation.database import rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal


async def remark(sender: Sender, patrol_id: UUID, body: RemarkBody) -> Received:
    """Write a 批示 on a filed patrol: it counts as read. Refuses `patrol_not_filed`, `idempotency_key_missing`."""
    return await _write_down(sender, patrol_id, body, noun="remarks", returned=False)


async def give_back(sender: Sender, patrol_id: UUID, body: RemarkBody) -> Received:
    """Ask for an addendum, saying what to amend. Refuses as `remark`."""
    return await _write_down(sender, patrol_id, body, noun="returns", returned=True)


async def _write_down(
    sender: Sender, patrol_id: UUID, body: RemarkBody, *, noun: str, returned: bool
) -> Received:
    async def work(muster: Muster) -> Entry:
        if muster.patrol.filed_at is None:
            raise Refusal("patrol_not_filed")
        await rows(
            "INSERT INTO remarks (id, patrol, written_by, at, text, returned) VALUES (?, ?, ?, ?, ?, ?)",
            uuid4(),
            patrol_id,
            sender.person.id,
            sender.at,
            body.text,
            returned,
        )
        await write(muster.patrol, {"review": after_remark(returned=returned)})
        kind = "patrol.returned" if returned else "patrol.remarked"
        return noted(sender, muster.patrol, kind, {"text": body.text}, body.when)

    return await act_on(sender, patrol_id, Noun(noun, _leads, key_required=True), body, work)


def _leads(muster: Muster, person: Person) -> bool:
    return may(person, "patrol.remark") and person.township_id == muster.patrol.township
