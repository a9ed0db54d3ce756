"""Taking a finding down from an open patrol: it is shown no more; its number and its history stay."""

from uuid import UUID

from backend.field.findings.bodies import Removal
from backend.field.findings.commands.acting import change_on
from backend.field.findings.commands.writing import count, noted, write
from backend.field.findings.rules.finding import Finding
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.registration import recount
from backend.foundation.database import batch
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.search import forgetting


async def remove(sender: Sender, patrol_id: UUID, finding_id: UUID) -> Received:
    """DELETE; twice is harmless. Refuses `filed`: what was filed is corrected by an addendum."""

    async def work(muster: Muster, finding: Finding) -> Entry | None:
        if finding.removed_at is not None:
            return None
        removed = await write(finding, {}, removed_at=sender.at, removed_by=sender.person.id)
        await batch([forgetting("finding", finding_id)])
        await count(muster.patrol, 0 if finding.nothing_found else -1)
        await recount(patrol_id)
        payload = {"category": finding.category, "nothing_found": finding.nothing_found}
        return noted(sender, removed, "finding.removed", payload)

    return await change_on(
        sender, patrol_id, finding_id, Removal(), work, noun="removal", late=lambda _: "撤下"
    )
