"""When something told in a list of the demo began. Pure."""

from datetime import datetime, time, timedelta
from typing import Any

from backend.foundation.now import CHINA, local


def begins(told: dict[str, Any], now: datetime) -> datetime:
    """What is under way says `minutes_ago` and begins with a minute; what is over, `days` and `at`."""
    if "minutes_ago" in told:
        return (now - timedelta(minutes=told["minutes_ago"])).replace(second=0, microsecond=0)
    return on_day(told, now)


def on_day(told: dict[str, Any], now: datetime) -> datetime:
    """So many `days` before today, `at` that hour there."""
    day = local(now).date() - timedelta(days=told["days"])
    return datetime.combine(day, time.fromisoformat(told["at"]), CHINA)
