"""Whether a quotation really says the figure that a profile takes from it."""

import unicodedata
from typing import Final

from backend.foundation.mechanism.words import PERIODS
from backend.foundation.workdays.terms import Period, Unit

_DIGITS: Final = "零一二三四五六七八九"
_UNIT_WORDS: Final[dict[Unit, tuple[str, ...]]] = {
    "working_day": ("个工作日", "工作日", "日"),  # 行政处罚法 85: some 日 are working days
    "calendar_day": ("日", "天", "个自然日"),
    "hour": ("小时", "个小时"),
    "minute": ("分钟",),
    "same_day": ("当日", "当天"),
}


def says_amount(quote: str, amount: int | None, unit: Unit) -> bool:
    """`３个工作日`, `3个工作日` and `三个工作日` all say (3, working_day); 当日 says (None, same_day)."""
    plain = unicodedata.normalize("NFKC", quote)
    if amount is None:
        return any(word in plain for word in _UNIT_WORDS[unit])
    numerals = (str(amount), chinese(amount))
    return any(_stands_alone(plain, numeral + word) for numeral in numerals for word in _UNIT_WORDS[unit])


def says_period(quote: str, per: Period) -> bool:
    """每季度 says quarter."""
    return PERIODS[per] in quote


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese: 十五, 九十."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens % 10]) + "十" + (_DIGITS[ones] if ones else "")


def _stands_alone(text: str, words: str) -> bool:
    """3日 is not said by 13日 or 二十三日."""
    at = text.find(words)
    while at >= 0:
        if at == 0 or text[at - 1] not in "0123456789十" + _DIGITS:
            return True
        at = text.find(words, at + 1)
    return False
