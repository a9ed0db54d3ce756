"""Whether a quotation says a figure."""

import pytest

from backend.foundation.mechanism.figures import chinese, says_amount, says_period
from backend.foundation.workdays import Period, Unit


@pytest.mark.parametrize(
    ("quote", "amount", "unit", "said"),
    [
        ("应当在3个工作日内移送", 3, "working_day", True),
        ("应当在３个工作日内移送", 3, "working_day", True),
        ("应当在三个工作日内移送", 3, "working_day", True),
        ("应当在13个工作日内移送", 3, "working_day", False),
        ("应当在二十三个工作日内移送", 3, "working_day", False),
        ("应当在5个工作日内移送", 3, "working_day", False),
        ("应当及时移送", 3, "working_day", False),
        ("九十日内作出", 90, "calendar_day", True),
        ("3日内", 3, "calendar_day", True),
        ("3日内", 3, "hour", False),
        ("13日内决定，3日内送达", 3, "calendar_day", True),
        ("24小时内", 24, "hour", True),
        ("自形成当日及时共享", None, "same_day", True),
        ("及时共享", None, "same_day", False),
    ],
)
def test_a_figure_is_said_in_any_kind_of_digits_and_only_as_a_whole(
    quote: str, amount: int | None, unit: Unit, said: bool
) -> None:
    assert says_amount(quote, amount, unit) is said


@pytest.mark.parametrize(
    ("quote", "per", "said"),
    [
        ("原则上每季度召开1次", "quarter", True),
        ("原则上每半年召开1次", "half_year", True),
        ("每月至少开展一次", "month", True),
        ("定期召开", "quarter", False),
    ],
)
def test_a_period_is_said_by_its_own_word(quote: str, per: Period, said: bool) -> None:
    assert says_period(quote, per) is said


@pytest.mark.parametrize(
    ("number", "words"), [(3, "三"), (10, "十"), (15, "十五"), (24, "二十四"), (90, "九十")]
)
def test_numbers_in_chinese(number: int, words: str) -> None:
    assert chinese(number) == words
