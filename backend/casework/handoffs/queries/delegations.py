"""委托审批: who decides for whom on which days."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.casework.handoffs.rules.approval import Delegation
from backend.foundation.database import row, rows
from backend.foundation.database.access import Row

_COLUMNS = (
    "SELECT d.id, d.body, d.leader, d.delegate, d.from_day, d.until_day, d.note, d.at, d.told_at, d.revoked_at, "
    "d.version, l.name AS leader_name, l.position AS leader_position, g.name AS delegate_name, "
    "g.username AS delegate_username, g.position AS delegate_position FROM approval_delegations d "
    "JOIN officers l ON l.id = d.leader JOIN officers g ON g.id = d.delegate"
)


@dataclass(frozen=True, slots=True)
class Given:
    """One delegation with the people's names."""

    id: UUID
    body: UUID
    leader: UUID
    delegate: UUID
    from_day: date
    until_day: date
    note: str
    at: datetime
    told_at: datetime | None
    revoked_at: datetime | None
    version: int
    leader_name: str
    leader_position: str
    delegate_name: str
    delegate_username: str
    delegate_position: str

    @property
    def rule(self) -> Delegation:
        return Delegation(
            self.id,
            self.leader,
            self.leader_name,
            self.delegate,
            self.from_day,
            self.until_day,
            self.revoked_at is not None,
        )


async def given_to(officer: UUID, body: UUID) -> tuple[Delegation, ...]:
    """Those of the body's leaders to this officer, whatever their days."""
    found = await rows(f"{_COLUMNS} WHERE d.delegate = ? AND d.body = ?", officer, body)
    return tuple(given(entry).rule for entry in found)


async def concerning(officer: UUID, today: date) -> list[Given]:
    """Given by this officer or to them, and not over yet, the newest first."""
    found = await rows(
        f"{_COLUMNS} WHERE (d.delegate = ? OR d.leader = ?) AND d.until_day >= ? AND d.revoked_at IS NULL "
        "ORDER BY d.at DESC, d.id",
        officer,
        officer,
        today,
    )
    return [given(entry) for entry in found]


async def find(delegation_id: UUID) -> Given | None:
    """For whoever has a right to it."""
    found = await row(f"{_COLUMNS} WHERE d.id = ?", delegation_id)
    return given(found) if found else None


def given(found: Row) -> Given:
    return Given(**found)
