"""叫人: who is wanted there; and how far they have come, in their own word or in that of whoever directs."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from backend.field.emergencies.bodies import Act, Calling
from backend.field.emergencies.commands.acting import act_on
from backend.field.emergencies.commands.telling import tell_called
from backend.field.emergencies.commands.writing import noted, write
from backend.field.emergencies.queries.log import members_of
from backend.field.emergencies.queries.people import Comer, called
from backend.field.emergencies.queries.visible import Named
from backend.field.emergencies.rules.access import may_move
from backend.field.emergencies.rules.emergency import Emergency, still_open
from backend.field.emergencies.rules.members import done, missed, stamp, step_word
from backend.field.emergencies.rules.words import Step
from backend.foundation.database import batch, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal

_INSERT = (
    "INSERT INTO emergency_members (id, emergency, officer, name, body, phone, asked_at, asked_by) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)

_NOBODY = "选叫谁，或写没有账号的人的姓名"


async def call_in(sender: Sender, emergency_id: UUID, body: Calling) -> Received:
    """Whoever is on it already is not called once more. Refuses `invalid`, `emergency_ended`."""

    async def work(found: Named) -> Entry | None:
        emergency, name = found.emergency, (body.name or "").strip()
        still_open(emergency)
        if not body.people and not name:
            raise Refusal("invalid", _NOBODY, fields={"people": _NOBODY})
        on_it = {each.officer for each in await members_of(emergency_id) if not each.left_at}
        wanted = await called(emergency.township, body.people, sender.at)
        new = [each for each in wanted if each.id not in on_it]
        if not new and not name:
            return None
        at = max(sender.acted_at(body.when), emergency.happened_at)
        await add_officers(sender, emergency, new, at)
        if name:
            outside = (None, name, (body.body or "").strip(), (body.phone or "").strip())
            await rows(_INSERT, uuid4(), emergency_id, *outside, at, sender.person.id)
        await tell_called(sender, emergency, [each.id for each in new])
        names = [*(each.name for each in new), *([name] if name else [])]
        return noted(sender, await write(emergency, {}), "called", {"people": names}, at)

    return await act_on(sender, emergency_id, "people", body, work, adds=True)


async def move(sender: Sender, emergency_id: UUID, member_id: UUID, step: Step, body: Act) -> Received:
    """出发、到场、离开; again changes nothing, what was before a step that stands is added. Refuses `not_found`, `not_allowed`."""

    async def work(found: Named) -> Entry | None:
        member = next((each for each in await members_of(emergency_id) if each.id == member_id), None)
        if member is None:
            raise Refusal("not_found")
        may_move(sender.person, member.officer)
        said = sender.acted_at(body.when)
        if done(member, step) and not missed(member, step, said):
            return None
        column, at = stamp(member, step, said)
        await rows(f"UPDATE emergency_members SET {column} = ? WHERE id = ?", at, member_id)
        written = await write(found.emergency, {})
        return noted(sender, written, step, {"name": member.name, "word": step_word(member, step)}, at)

    return await act_on(sender, emergency_id, f"people/{member_id}/{step}", body, work)


async def add_officers(sender: Sender, emergency: Emergency, people: Collection[Comer], at: datetime) -> None:
    by = sender.person.id
    await batch((_INSERT, [uuid4(), emergency.id, each.id, each.name, "", "", at, by]) for each in people)
