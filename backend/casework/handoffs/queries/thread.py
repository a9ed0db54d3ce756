"""The thread from a finding on the street to the letter, the receipt and the result."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.queries import standing
from backend.casework.handoffs.rules.states import WORDS
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

# Each sending with how it stands; a case that was not sent yet stands by itself.
_THREADS = (
    "SELECT h.id, h.finding, h.matter_name, h.state, h.returns, h.sort_at, u.name AS to_name, z.number, z.sent_at, "
    "z.receipt_at, (SELECT s.text FROM handoff_steps s WHERE s.handoff = h.id AND s.kind = 'result' "
    "ORDER BY s.seq DESC LIMIT 1) AS result FROM handoffs h JOIN units u ON u.id = h.to_unit "
    "LEFT JOIN handoff_sendings z ON z.handoff = h.id AND z.ordinal = h.sending "
    "WHERE h.finding IN ({marks}) AND {seen} ORDER BY h.sort_at, h.id"
)


@dataclass(frozen=True, slots=True)
class Thread:
    """One handoff of a finding, as the ledger tells it in a line."""

    id: UUID
    title: str
    to_name: str
    number: str
    state: str
    state_name: str
    sent_at: datetime | None
    receipt_at: datetime | None
    result: str
    returns: int

    @property
    def url(self) -> str:
        return f"/handoffs/{self.id}"

    @property
    def look(self) -> str:
        """The tag's: done once the result is in, amber where it came back."""
        if self.state in ("result", "closed"):
            return "done"
        return (
            "soon" if self.state in ("returned", "disputed", "refused", "returned_for_changes") else "brand"
        )


async def threads_of(person: Person, findings: Collection[UUID]) -> dict[UUID, list[Thread]]:
    """By finding, oldest first; what this person may not see is not there."""
    by_finding: dict[UUID, list[Thread]] = defaultdict(list)
    if not findings or not may(person, "handoff.read"):
        return by_finding
    seen, args = standing.scope(person, await standing.standing(person))
    marks = ", ".join("?" * len(findings))
    for found in await rows(_THREADS.format(marks=marks, seen=seen), *findings, *args):
        by_finding[found["finding"]].append(
            Thread(
                found["id"],
                found["matter_name"] or "涉嫌违法案件",
                found["to_name"],
                found["number"] or "",
                found["state"],
                WORDS[found["state"]],
                found["sent_at"],
                found["receipt_at"],
                found["result"] or "",
                found["returns"],
            )
        )
    return by_finding
