"""How numbers are written: no pattern that is taken lets two numbers look the same."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backend.foundation.numbering.patterns import (
    DEFAULT,
    LONGEST,
    NUMBER,
    WORD,
    YEAR,
    check_pattern,
    check_word,
    entered,
    written,
)
from backend.foundation.numbering.rules import rule_for
from backend.foundation.refusals import Refusal

WORDS = st.text(alphabet="示政执移退函A", min_size=1, max_size=6)
YEARS = st.integers(2000, 2199)
NUMBERS = st.integers(1, 9_999_999)
BETWEEN = st.text(alphabet="〔〕第号字—-政A", max_size=4)
Given = tuple[str, int, int]
PATTERNS = st.builds(
    lambda order, parts: parts[0] + order[0] + parts[1] + order[1] + parts[2] + order[2] + parts[3],
    st.permutations([WORD, YEAR, NUMBER]),
    st.tuples(BETWEEN, BETWEEN, BETWEEN, BETWEEN),
)


def refused(pattern: str) -> str:
    with pytest.raises(Refusal) as caught:
        check_pattern(pattern)
    assert caught.value.code == "number_pattern"
    return caught.value.detail


def taken(pattern: str) -> bool:
    try:
        return check_pattern(pattern) == pattern.strip()
    except Refusal:
        return False


def test_the_default_is_that_of_the_standard() -> None:
    assert written("示政执移", 2026, 7, check_pattern(DEFAULT)) == "示政执移〔2026〕7号"


@given(PATTERNS, st.tuples(WORDS, YEARS, NUMBERS), st.tuples(WORDS, YEARS, NUMBERS))
def test_two_numbers_never_look_the_same(pattern: str, one: Given, other: Given) -> None:
    assume(taken(pattern))
    assume(one != other)
    assert written(*one, pattern) != written(*other, pattern)


@given(PATTERNS, WORDS, YEARS, NUMBERS)
def test_year_and_number_can_be_read_back(pattern: str, word: str, year: int, number: int) -> None:
    assume(taken(pattern))
    assert sorted(map(int, re.findall(r"\d+", written(word, year, number, pattern)))) == sorted(
        [year, number]
    )


@given(PATTERNS)
def test_what_is_taken_is_taken_again_unchanged(pattern: str) -> None:
    assume(taken(pattern))
    assert check_pattern(check_pattern(pattern)) == check_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{代字}〔{年份}〕号", "{序号}要正好出现一次"),
        ("{代字}{序号}号", "{年份}要正好出现一次"),
        ("〔{年份}〕{序号}号", "{代字}要正好出现一次"),
        ("{代字}{代字}〔{年份}〕{序号}号", "{代字}要正好出现一次"),
        ("{代字}〔{年份}〕{序号}号{月}", "不认识{月}"),
        ("{代字}〔{年份}〕{序号} 号", "除代字、年份、序号外，不能有大括号、空格和看不见的字符"),
        ("{代字}〔{年份}〕{序号}号}", "除代字、年份、序号外，不能有大括号、空格和看不见的字符"),
        ("{代字}{年份}{序号}", "序号旁边不能紧挨着年份，也不能另写数字"),
        ("{代字}〔{年份}〕0{序号}号", "序号旁边不能紧挨着年份，也不能另写数字"),
        ("{代字}〔{年份}〕{序号}" + "号" * LONGEST, f"最多{LONGEST}个字"),
    ],
)
def test_a_bad_pattern_is_refused_with_its_reason(pattern: str, why: str) -> None:
    assert refused(pattern) == why


@pytest.mark.parametrize("word", ["", "示政2", "示 政", "示政〔", "示_政", "字" * 13])
def test_a_bad_word_is_refused(word: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_word(word)
    assert caught.value.code == "number_word"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (" 示政函〔2026〕31号 ", "示政函〔2026〕31号"),
        ("示政函[2026] 31号", "示政函〔2026〕31号"),
        ("示政函（2026）31号", "示政函〔2026〕31号"),
        ("示政函【2026】第031号", "示政函〔2026〕第031号"),
    ],
)
def test_a_typed_number_gets_its_brackets(typed: str, number: str) -> None:
    assert entered(typed) == number


@pytest.mark.parametrize("typed", ["", "示政函", "示政函\x07〔2026〕1号", "号" * 40 + "1"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        entered(typed)
    assert caught.value.code == "number_entered"


def test_a_kind_adds_its_word_to_that_of_the_body() -> None:
    assert (
        rule_for("handoff_letter", "执移", {"": {"word": "示政", "pattern": "", "by_register": False}}).word
        == "示政执移"
    )


def test_what_is_set_for_a_kind_goes_before_what_holds_for_all() -> None:
    told = {
        "": {"word": "示政", "pattern": "{代字}{年份}年{序号}号", "by_register": True},
        "handoff_letter": {"word": "示移", "pattern": "", "by_register": False},
    }
    rule = rule_for("handoff_letter", "执移", told)
    assert (rule.word, rule.pattern, rule.by_register) == ("示移", "{代字}{年份}年{序号}号", False)
    assert rule_for("return_notice", "执退", told).by_register


def test_a_body_nobody_has_given_a_word_has_none() -> None:
    assert rule_for("handoff_letter", "执移", {}).word == ""
