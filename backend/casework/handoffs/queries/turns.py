"""When a case came into its present state, and with which words."""

from datetime import datetime
from typing import Final

from backend.casework.handoffs.rules.handoff import Handoff
from backend.casework.handoffs.rules.states import ACTS, Act
from backend.foundation.database import row

_LAST: Final = f"SELECT at FROM handoff_steps WHERE handoff = ? AND kind IN ({', '.join('?' * len(ACTS))}) ORDER BY seq DESC LIMIT 1"


async def last_turn(handoff: Handoff) -> datetime:
    """Of the last act that led to another state; of a draft the discovery."""
    found = await row(_LAST, handoff.id, *ACTS)
    return found["at"] if found else handoff.discovered_at


async def words_of(handoff: Handoff, act: Act) -> str | None:
    """What was said when the act was done last; None where it never was."""
    found = await row(
        "SELECT text FROM handoff_steps WHERE handoff = ? AND kind = ? ORDER BY seq DESC LIMIT 1",
        handoff.id,
        act,
    )
    return found["text"] if found else None
