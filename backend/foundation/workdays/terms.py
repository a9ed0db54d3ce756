"""What a limit says (期限): so many working days, natural days, hours or minutes, the same day, or once within a period (周期)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal, get_args

Unit = Literal["working_day", "calendar_day", "hour", "minute", "same_day"]
Period = Literal["month", "quarter", "half_year", "year"]

MOST: Final[dict[str, int]] = {
    "working_day": 1000,
    "calendar_day": 3660,
    "hour": 24 * 366,
    "minute": 60 * 24 * 366,
}
_PERIODS: Final[tuple[Period, ...]] = get_args(Period)


class Uncountable(ValueError):
    """A limit or a moment nobody can count with; says why in Chinese."""


@dataclass(frozen=True, slots=True)
class Term:
    """`amount` is None for `same_day` and for a period, which ends with its own last day wherever in it one begins to
    count. `roll_forward`: a last natural day that is no working day moves on to the next working day (民法典 203); it says
    nothing about the other units."""

    amount: int | None
    unit: Unit | Period
    roll_forward: bool = False

    def __post_init__(self) -> None:
        if self.unit == "same_day" or self.period:
            if self.amount is not None:
                raise Uncountable("当日完成和按周期的期限没有天数")
        elif self.amount is None or not 0 <= self.amount <= MOST[self.unit]:
            raise Uncountable(f"期限的数字应在0到{MOST[self.unit]}之间")

    @property
    def period(self) -> Period | None:
        """The month, quarter, half-year or year it is to be done in; None for every other term."""
        return next((period for period in _PERIODS if period == self.unit), None)

    @property
    def span(self) -> timedelta | None:
        """What runs through nights and holidays; None for every other term."""
        if self.unit == "hour":
            return timedelta(hours=self.amount or 0)
        return timedelta(minutes=self.amount or 0) if self.unit == "minute" else None
