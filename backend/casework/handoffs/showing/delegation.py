"""委托审批 on the wire."""

from typing import Any

from backend.casework.handoffs.queries.delegations import Given
from backend.foundation.web.api import iso


def delegation_json(given: Given) -> dict[str, Any]:
    return {
        "id": str(given.id),
        "leader": given.leader_name,
        "delegate": given.delegate_username,
        "delegate_name": given.delegate_name,
        "from_day": given.from_day.isoformat(),
        "until_day": given.until_day.isoformat(),
        "note": given.note,
        "at": iso(given.at),
        "told_at": iso(given.told_at),
        "revoked_at": iso(given.revoked_at),
        "version": given.version,
    }
