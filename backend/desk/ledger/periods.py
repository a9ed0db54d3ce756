"""The spans a leader asks for by name. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both ends included."""

    name: str
    since: date
    until: date


def periods(today: date) -> list[Period]:
    """本月, 上月, 本季度 as of `today`; each to its last day, so that plans are in it."""
    month = today.replace(day=1)
    last_month = (month - timedelta(days=1)).replace(day=1)
    quarter = month.replace(month=month.month - (month.month - 1) % MONTHS_OF_A_QUARTER)
    return [
        Period("本月", month, _last_day(month, 1)),
        Period("上月", last_month, _last_day(last_month, 1)),
        Period("本季度", quarter, _last_day(quarter, MONTHS_OF_A_QUARTER)),
    ]


def _last_day(first: date, months: int) -> date:
    """The last day of the `months` months that begin with `first`."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1) - timedelta(days=1)
