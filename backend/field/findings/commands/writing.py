"""Writing a finding's row, and what its patrol keeps about its findings."""

from collections.abc import Mapping
from typing import Any

from backend.field.findings.rules.finding import Finding, columns
from backend.field.patrols.commands.writing import write as write_patrol
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database.access import Statement
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, stamped, write_over
from backend.foundation.search import indexing


async def write(finding: Finding, changes: Mapping[str, Any], **marks: Any) -> Finding:
    """Write `changes` (fields as the wire names them) and `marks` (columns); refuses `conflict` on a lost race."""
    values = columns(dict(changes)) | marks | stamped(finding, changes)
    return await write_over("findings", finding, values)


async def count(patrol: Patrol, more: int) -> Patrol:
    """Add to the findings its patrol's row keeps for the ledger."""
    return await write_patrol(patrol, {"finding_count": patrol.finding_count + more})


def indexed(finding: Finding) -> Statement:
    """Makes its patrol findable by what was found."""
    words = [finding.category, finding.facts, finding.address, finding.party_name, finding.matter_code]
    return indexing("finding", finding.id, finding.township, words)


def noted(sender: Sender, finding: Finding, kind: str, payload: dict[str, Any], made_at: Any = None) -> Entry:
    """The event, in the chain of the township."""
    return record(
        kind,
        chain=finding.township,
        record=("finding", finding.id),
        by=sender.person.id,
        payload={"patrol": finding.patrol, "number": finding.number, **payload},
        made_at=made_at,
    )
