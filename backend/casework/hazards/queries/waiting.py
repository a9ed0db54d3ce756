"""How long the answer has been waited for, by the township's own setting."""

from datetime import datetime

from backend.casework.hazards.rules.hazard import Hazard
from backend.casework.hazards.rules.waiting import Waiting, waiting
from backend.foundation.preferences import preference

SETTING = "hazard.answer_minutes"


async def wait_of(hazard: Hazard, at: datetime) -> Waiting:
    """As it stands at that moment."""
    minutes = await preference(hazard.township, SETTING)
    return waiting(hazard.told_at, hazard.state, hazard.answered_at, minutes, at)
