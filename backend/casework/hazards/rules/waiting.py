"""How long an answer may be waited for before the screen says so (本地约定: the texts say 立即 and give no figure). Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from backend.casework.hazards.rules.states import WAITING

Level = Literal["", "soon", "over", "met"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """`due` is the last moment that is in time; `level` as the clock chips name it; `answered` is when, if it was."""

    due: datetime
    level: Level
    answered: datetime | None

    @property
    def over(self) -> bool:
        return self.level == "over"

    def left(self, at: datetime) -> timedelta:
        """Until `due`; below nothing once it is past."""
        return self.due - at


def waiting(
    told_at: datetime, state: str, answered_at: datetime | None, minutes: int, at: datetime
) -> Waiting:
    """Amber from half the time on, red after `due`. What was closed or withdrawn without an answer waits no more."""
    due = told_at + timedelta(minutes=minutes)
    if answered_at is not None:
        return Waiting(due, "met" if answered_at <= due else "over", answered_at)
    if state not in WAITING:
        return Waiting(due, "met", None)
    if at > due:
        return Waiting(due, "over", None)
    return Waiting(due, "soon" if at - told_at >= (due - told_at) / 2 else "", None)
