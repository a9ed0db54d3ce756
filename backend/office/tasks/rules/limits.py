"""By when a task is to be done, as a limit that stands on the board with all others. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from backend.foundation.mechanism import Limit
from backend.foundation.refusals import Refusal

RULE: Final = "task.report"
NAME: Final = "派单"
LONGEST: Final = timedelta(days=366)
Look = Literal["", "soon", "over"]


def minute(moment: datetime) -> datetime:
    """A limit is named to the minute, so it is counted from a whole one."""
    return moment.replace(second=0, microsecond=0)


def span(since: datetime, due: datetime) -> timedelta:
    """What there is to do it in; refuses `invalid` where that is nothing, or more than a year."""
    found = minute(due) - minute(since)
    if found <= timedelta():
        raise Refusal("invalid", fields={"due_at": "期限要晚于现在"})
    if found > LONGEST:
        raise Refusal("invalid", fields={"due_at": "期限最长一年"})
    return found


def limit_until(since: datetime, due: datetime) -> Limit:
    """The moment somebody named as a limit in minutes: at night and on holidays it runs as well."""
    return Limit(
        rule=RULE,
        amount=span(since, due) // timedelta(minutes=1),
        unit="minute",
        basis="per_case",
        note="派单人定的期限",
        owed_by="addressee",
        start="派单",
        finish="办完并报告",
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task that is to be done stands against its limit: `left` below nothing once it is over."""

    due: datetime
    left: timedelta
    look: Look


def standing(since: datetime, due: datetime, at: datetime) -> Standing:
    """Soon from half of the time on; the very moment is still in time."""
    look: Look = "over" if at > due else "soon" if at >= since + (due - since) / 2 else ""
    return Standing(due, due - at, look)
