"""How a number of an official paper is written (发文字号). Pure.

GB/T 9704-2012, 7.2.5: 机关代字, the year in 六角括号, the running number without 第 and without leading zeros.
A place may write it otherwise; whatever it writes, two different numbers never look the same.
"""

import re
from typing import Final

from backend.foundation.refusals import Refusal

WORD, YEAR, NUMBER = "{代字}", "{年份}", "{序号}"
DEFAULT: Final = f"{WORD}〔{YEAR}〕{NUMBER}号"
LONGEST, LONGEST_WORD = 40, 12

_PLACES = (WORD, YEAR, NUMBER)
_BRACED = re.compile(r"\{[^{}]*\}")
_PLAIN = re.compile(r"[^\s{}\x00-\x1f\x7f]*")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_IN_BRACKETS = re.compile(r"[\[［【(（〔]\s*(\d{4})\s*[\]］】)）〕]")


def check_pattern(pattern: str) -> str:
    """The pattern without space around it; refuses `number_pattern` with what is wrong in it."""
    plain = pattern.strip()
    for place in _PLACES:
        if plain.count(place) != 1:
            raise Refusal("number_pattern", f"{place}要正好出现一次")
    rest = _BRACED.sub(lambda found: "" if found[0] in _PLACES else found[0], plain)
    if found := _BRACED.search(rest):
        raise Refusal("number_pattern", f"不认识{found[0]}")
    if not _PLAIN.fullmatch(rest):
        raise Refusal("number_pattern", "除代字、年份、序号外，不能有大括号、空格和看不见的字符")
    if len(plain) > LONGEST:
        raise Refusal("number_pattern", f"最多{LONGEST}个字")
    if re.search(r"\d", rest) or re.search(r"\{(年份|序号)\}\{(年份|序号)\}", plain):
        raise Refusal("number_pattern", "序号旁边不能紧挨着年份，也不能另写数字")
    return plain


def check_word(word: str) -> str:
    """机关代字 such as 示政执移: letters only, so that no number can be read two ways; refuses `number_word`."""
    plain = word.strip()
    if not _WORD.fullmatch(plain) or len(plain) > LONGEST_WORD:
        raise Refusal("number_word", f"代字用1到{LONGEST_WORD}个汉字或字母")
    return plain


def written(word: str, year: int, number: int, pattern: str = DEFAULT) -> str:
    """The number as it is printed, e.g. 示政执移〔2026〕7号."""
    return pattern.replace(WORD, word).replace(YEAR, str(year)).replace(NUMBER, str(number))


def entered(text: str) -> str:
    """A number from the office's own register as papers print it: year in 六角括号; refuses `number_entered`."""
    plain = _YEAR_IN_BRACKETS.sub(r"〔\1〕", "".join(text.split()))
    if not re.search(r"\d", plain) or not plain.isprintable() or len(plain) > LONGEST:
        raise Refusal("number_entered", f"照登记簿写，要有序号，最多{LONGEST}个字")
    return plain
