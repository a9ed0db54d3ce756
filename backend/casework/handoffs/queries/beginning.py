"""What the form of a draft begins with: nothing, a finding, a call for help with all that is known."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.handoffs.rules.origin import NO_DRILL, obstruction
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, account_of, visible_record
from backend.foundation.records.origins import asked_origin
from backend.foundation.refusals import demand
from backend.office.matters import matters_in_force


@dataclass(frozen=True, slots=True)
class Beginning:
    """`facts` as those of a record; `finding`: the one a call arose from, for who sees it."""

    record: Record | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    finding: UUID | None = None


async def begin(person: Person, kind: str, record_id: UUID | None, at: datetime) -> Beginning:
    """Refuses `not_found` for a record that is not theirs to see, `not_allowed` for a drill."""
    record = await asked_origin(person, kind, record_id)
    if record is None:
        return Beginning()
    if kind != "assist":
        return Beginning(record, record.facts)
    demand(not record.facts.get("exercise"), NO_DRILL)
    return await _of_call(person, record, at)


async def _of_call(person: Person, record: Record, at: datetime) -> Beginning:
    """Whom it is about nobody knows from the call: the party of its finding need not be who obstructed."""
    named = record.facts.get("finding")
    finding = await visible_record(person, "finding", named) if named else None
    listed = await matters_in_force(person.township_id, at) if person.township_id else []
    matter = obstruction(listed)
    facts = {
        "found_at": record.facts["found_at"],
        "text": await account_of(person, record),
        "address": finding.facts.get("address") if finding else "",
        "matter_code": matter.code if matter else "",
    }
    return Beginning(record, facts, finding.id if finding else None)
