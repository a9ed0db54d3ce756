"""Green, amber, red: what time brings to a visit on which nobody says that they are well. Pure.

Amber from the moment a 报平安 is due; red, the first miss, once the grace has passed; the second miss calls for help.
What was said where there was no network arrives when its limits may have passed long since: nobody was missed in a time
in which nobody could be heard, so waiting begins with the arrival.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from backend.field.checkins.rules.words import Colour, Step


@dataclass(frozen=True, slots=True)
class Timer:
    """`well_at`: when it was last known that all is well, or later where that was heard late."""

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


def first_step(timer: Timer, heard_at: datetime) -> Due:
    """What comes first after somebody was well, of which the server heard at `heard_at`: never before that."""
    return Due("due", max(timer.due_at, heard_at))


def waiting(timer: Timer, coming: Due) -> Timer:
    """The timer by which the server waits in fact: its limits lie where they make `coming` come when it does."""
    limits = {"due": timer.due_at, "missed": timer.missed_at, "help": timer.help_at}
    return replace(timer, well_at=timer.well_at + (coming.at - limits[coming.step]))


def next_step(timer: Timer, done: Step) -> Due | None:
    """What follows on a step that was taken; nothing after help was called for."""
    if done == "due":
        return Due("missed", timer.missed_at)
    return Due("help", timer.help_at) if done == "missed" else None
