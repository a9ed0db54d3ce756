"""On which days a post is manned. Pure: the calendar and the place's market days are given."""

from datetime import date, timedelta

from backend.foundation.workdays import Calendar
from backend.office.places.market import WEEKDAYS, is_market_day, market_words

DAYS = {
    "all": "每天",
    "workdays": "工作日",
    "free_days": "周末和节假日",
    "market_days": "街天",
    "weekdays": "每周这几天",
}


def is_manned(days: str, day: date, calendar: Calendar, market_days: str) -> bool:
    """`days` as DutyPost has it: a word of DAYS, `weekdays:` with figures from 1 (Monday) behind it."""
    kind, _, figures = days.partition(":")
    if kind == "weekdays":
        return str(day.isoweekday()) in figures.split(",")
    if kind == "market_days":
        return is_market_day(market_days, day)
    return kind == "all" or calendar.is_workday(day) == (kind == "workdays")


def days_words(days: str, market_days: str = "") -> str:
    """每天, 周末和节假日, 每周一、三, 街天（农历逢三逢八）."""
    kind, _, figures = days.partition(":")
    if kind == "weekdays":
        return f"每周{'、'.join(WEEKDAYS[figure] for figure in figures.split(','))}"
    words = DAYS[kind]
    return f"{words}（{market_words(market_days)}）" if kind == "market_days" and market_days else words


def month_days(month: date) -> list[date]:
    """Every day of the month whose first day is given."""
    after = next_month(month)
    return [month + timedelta(days=n) for n in range((after - month).days)]


def next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def month_before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def month_of(day: date) -> date:
    """Its first day."""
    return day.replace(day=1)
