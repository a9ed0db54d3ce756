"""已用印: the office has put the seal on the approved letter."""

from uuid import UUID

from backend.casework.handoffs.bodies.acting import Act
from backend.casework.handoffs.commands.acting import Noun, act_on, senders, turned
from backend.casework.handoffs.commands.writing import note_step, write
from backend.casework.handoffs.queries.materials import checklist, lines_of
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import materials, states
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender

SEALING = Noun("sealing", senders, "sealing")


async def seal(by: Sender, handoff_id: UUID, body: Act) -> Received:
    """Refuses `seal_not_used` for a stationed office, `handoff_state`, and `materials_missing`, `material_unexplained` before a seal is wasted."""

    async def work(case: Case) -> Entry:
        states.under_seal(case.handoff.direction)
        state = states.after(case.handoff.state, "sealing")
        materials.complete(case.profile, checklist(await lines_of(handoff_id)))
        changed = await write(case.handoff, {"state": state})
        return await note_step(
            by,
            case.of(changed),
            "sealing",
            at=await turned(by, case, body.when),
            shared=False,
            text=body.note or "",
        )

    return await act_on(by, handoff_id, SEALING, body, work, said=body.when)
