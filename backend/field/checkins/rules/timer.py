"""Green, amber, red: what time brings to a visit on which nobody says that they are well. Pure.

Amber from the moment a 报平安 is due; red, the first miss, once the grace has passed; the second miss calls for help.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.field.checkins.rules.words import Colour, Step


@dataclass(frozen=True, slots=True)
class Timer:
    """`well_at`: when it was last known that all is well."""

    well_at: datetime
    interval: timedelta
    grace: timedelta
    second: timedelta

    @property
    def due_at(self) -> datetime:
        return self.well_at + self.interval

    @property
    def missed_at(self) -> datetime:
        return self.due_at + self.grace

    @property
    def help_at(self) -> datetime:
        return self.missed_at + self.second

    def colour(self, at: datetime) -> Colour:
        """Each limit belongs to what it begins."""
        if at < self.due_at:
            return "green"
        return "amber" if at < self.missed_at else "red"


@dataclass(frozen=True, slots=True)
class Due:
    step: Step
    at: datetime


def first_step(timer: Timer) -> Due:
    """What comes first after somebody was well."""
    return Due("due", timer.due_at)


def next_step(timer: Timer, done: Step) -> Due | None:
    """What follows on a step that was taken; nothing after help was called for."""
    if done == "due":
        return Due("missed", timer.missed_at)
    return Due("help", timer.help_at) if done == "missed" else None
