"""A day on which nothing out of the ordinary holds: what a rule says of weekends, holidays, market days or the end of a month is
tested where that rule is, and a journey is about none of it whatever the day it is run on."""

from datetime import date, datetime, timedelta

from backend.demo.duty.telling import AHEAD
from backend.foundation.now import CHINA
from backend.foundation.workdays import calendar_for

# 逢三逢八 in backend/demo/places.toml: those who stand by at the market would hear what the journeys take for quiet.
MARKET_DAYS = (3, 8)


def ordinary_morning(after: datetime) -> datetime:
    """Nine o'clock on the first ordinary day after that of `after`, as far as the demo knows who is on duty; within the
    longest holidays the first that is no market day."""
    today = after.astimezone(CHINA).replace(hour=9, minute=0, second=0, microsecond=0)
    mornings = [today + timedelta(days=days) for days in range(1, AHEAD.days + 1)]
    quiet = [morning for morning in mornings if not is_market_day(morning.date())]
    return next((morning for morning in quiet if is_ordinary(morning.date())), quiet[0])


def is_market_day(day: date) -> bool:
    return day.day % 10 in MARKET_DAYS


def is_ordinary(day: date) -> bool:
    """A working day that is not made up for a holiday, no market day, and neither the first nor the last of its month."""
    next_day = day + timedelta(days=1)
    plain = day.weekday() < 5 and calendar_for("CN").is_workday(day)  # 调休 is a working day on a weekend
    return plain and day.day != 1 and next_day.month == day.month and not is_market_day(day)
