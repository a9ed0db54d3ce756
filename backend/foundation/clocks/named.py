"""A limit until a moment somebody named: counted in minutes, at night and on holidays as well. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from backend.foundation.refusals import Refusal

LONGEST: Final = timedelta(days=366)
Look = Literal["", "soon", "over"]


def minute(moment: datetime) -> datetime:
    """A limit is named to the minute, so it is counted from a whole one."""
    return moment.replace(second=0, microsecond=0)


def span(since: datetime, due: datetime, called: str = "期限") -> timedelta:
    """What there is to do it in, in whole minutes; refuses `invalid` where that is nothing, or more than a year, in the name the
    limit is `called` by."""
    found = minute(due) - minute(since)
    if found <= timedelta():
        raise Refusal("invalid", fields={"due_at": f"{called}要晚于现在"})
    if found > LONGEST:
        raise Refusal("invalid", fields={"due_at": f"{called}最长一年"})
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """How what is still to be done stands against its limit: `left` below nothing once it is over."""

    due: datetime
    left: timedelta
    look: Look


def standing(since: datetime, due: datetime, at: datetime) -> Standing:
    """Soon from half of the time on; the very moment is still in time."""
    look: Look = "over" if at > due else "soon" if at >= since + (due - since) / 2 else ""
    return Standing(due, due - at, look)
