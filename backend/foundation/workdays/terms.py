"""What a limit says (期限): so many working days, natural days or hours, or the same day."""

from dataclasses import dataclass
from typing import Final, Literal

Unit = Literal["working_day", "calendar_day", "hour", "same_day"]
Period = Literal["month", "quarter", "half_year", "year"]

MOST: Final[dict[Unit, int]] = {"working_day": 1000, "calendar_day": 3660, "hour": 24 * 366}


class Uncountable(ValueError):
    """A limit or a moment nobody can count with; says why in Chinese."""


@dataclass(frozen=True, slots=True)
class Term:
    """`amount` is None for `same_day` alone. `roll_forward`: a last natural day that is no working day moves on to
    the next working day (民法典 203); it says nothing about the other units."""

    amount: int | None
    unit: Unit
    roll_forward: bool = False

    def __post_init__(self) -> None:
        if self.unit == "same_day":
            if self.amount is not None:
                raise Uncountable("当日完成的期限没有天数")
        elif self.amount is None or not 0 <= self.amount <= MOST[self.unit]:
            raise Uncountable(f"期限的数字应在0到{MOST[self.unit]}之间")
