"""停用 and 换发 of a link, by the sending side."""

from uuid import UUID

from backend.casework.handoffs.bodies.acting import Act
from backend.casework.handoffs.commands.acting import Noun, act_on, senders
from backend.casework.handoffs.commands.writing import note_step, write
from backend.casework.handoffs.invitations.inviting import invite, withdraw_links
from backend.casework.handoffs.invitations.queries import looking
from backend.casework.handoffs.queries.people import can_sign_in
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.states import ENDED
from backend.foundation.journal import Entry
from backend.foundation.letters.official import Reply
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal

REVOCATION = Noun("link revocation", senders)
RENEWAL = Noun("link renewal", senders, key_required=True)


async def revoke(by: Sender, handoff_id: UUID, body: Act) -> Received:
    """Twice is harmless. Refuses `link_none` where the case never had one."""

    async def work(case: Case) -> Entry | None:
        if await looking(handoff_id) is None:
            raise Refusal("link_none")
        if not await withdraw_links(handoff_id, at=by.at, by=by.person.id):
            return None
        return await _noted(by, case, "link_revoked", body)

    return await act_on(by, handoff_id, REVOCATION, body, work, said=body.when)


async def renew(by: Sender, handoff_id: UUID, body: Act) -> tuple[Received, Reply | None]:
    """The new link is told to whoever asked, once; sent again under the same key it is not told again.

    Refuses `link_none` for a body that signs in itself, and before or after the case is with it.
    """
    made: list[Reply] = []

    async def work(case: Case) -> Entry:
        current = case.current
        if current is None or case.handoff.state in ENDED or await can_sign_in(current.to_unit):
            raise Refusal("link_none")
        await withdraw_links(handoff_id, at=by.at, by=by.person.id)
        made.append(await invite(handoff_id, current.ordinal, current.to_unit, at=by.at, by=by.person.id))
        return await _noted(by, case, "link_renewed", body)

    received = await act_on(by, handoff_id, RENEWAL, body, work, said=body.when)
    return received, made[0] if made else None


async def _noted(by: Sender, case: Case, kind: str, body: Act) -> Entry:
    changed = await write(case.handoff, {})
    return await note_step(by, case.of(changed), kind, at=by.at, shared=False, text=body.note or "")
