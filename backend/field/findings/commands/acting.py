"""How every change to a finding runs: its patrol locked, seen, allowed, perhaps gone, perhaps too late."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import msgspec

from backend.field.findings.queries.visible import find
from backend.field.findings.rules.access import may_change
from backend.field.findings.rules.finding import Finding
from backend.field.patrols.commands.acting import CREATED, write_late
from backend.field.patrols.queries.visible import Muster, load
from backend.field.patrols.rules.lateness import arrival
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal, demand

Work = Callable[[Muster, Finding], Awaitable[Entry | None]]
CHANGED = 200


async def change_on(
    sender: Sender,
    patrol_id: UUID,
    finding_id: UUID,
    body: msgspec.Struct,
    work: Work,
    *,
    noun: str,
    late: Callable[[Muster], str],
    said: datetime | None = None,
) -> Received:
    """Carry out `work`; 200, or 201 where it was made before the filing and is kept as a late addendum.

    Refuses `not_found`, `not_allowed` (others' findings are the team's business, not a guest's), `filed`.
    """
    status = CHANGED

    async def act() -> Entry | None:
        nonlocal status
        muster = await load(sender.person, patrol_id, lock=True)
        finding = await find(finding_id)
        if finding is None or finding.patrol != patrol_id:
            raise Refusal("not_found")
        demand(may_change(sender.person, muster.patrol, muster.crew, finding.created_by))
        if arrival(muster.patrol, sender.put_right(said)) == "late":
            status = CREATED
            return await write_late(sender, muster.patrol, f"第{finding.number}条发现{late(muster)}", said)
        return await work(muster, finding)

    received = await receive_act(
        sender.person, ("finding", finding_id), act, content=body, noun=noun, key=sender.key
    )
    return replace(received, status=status) if received.status == CREATED else received
