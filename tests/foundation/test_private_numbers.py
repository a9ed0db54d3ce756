"""Numbers somebody typed into what happened do not leave; figures that say nothing of a person do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.private_numbers import HIDDEN, numbers_hidden

FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
NUMBERS = (
    "13800000001",
    "138 0000 0001",
    "138-0000-0001",
    "+86 13800000001",
    "8613800000001",
    "19912345678",
    "0877-1234567",
    "0877 12345678",
    "(0877)1234567",
    "（0877）1234567",
    "010-12345678",
    "330102199001011234",
    "33010219900101123X",
    "330102 19900101 123x",
    "330102900101123",
    "6222021234567890123",
    "6222 0212 3456 7890 123",
)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "said", ["电话{}，已告知", "{}", "店主（{}）在场", "联系{}。", "身份证号：{}\n住址略"]
)
def test_a_number_is_hidden_wherever_it_stands(said: str, number: str) -> None:
    assert numbers_hidden(said.format(number)) == said.format(HIDDEN)
    assert numbers_hidden(said.format(number.translate(FULL_WIDTH))) == said.format(HIDDEN)


@pytest.mark.parametrize("said", ["电话：1234567", "座机 12345678", "Tel 123-4567"])
def test_a_short_one_is_hidden_where_it_is_called_a_telephone(said: str) -> None:
    assert HIDDEN in numbers_hidden(said)
    assert "4567" not in numbers_hidden(said)


@pytest.mark.parametrize(
    "said",
    [
        "示执巡〔2026〕118号",
        "2026年11月20日09:12至11:40",
        "2026-11-20 09:12",
        "20261120",
        "24.16330, 102.39041",
        "102.390412345678901",
        "罚款20000元，堆料1234567吨",
        "车牌浙D12345",
        "统一社会信用代码91530400MA6K2T8X5B",
        "事项330215001000",
        "距公路1200米，占道12平方米",
        "12345热线转来",
        "拨打110、119、0号",
        "设备T8-0417",
        "a1b2c3d4e5f60718293a4b5c6d7e8f9013800000001ab",
    ],
)
def test_figures_that_are_nobodys_stay(said: str) -> None:
    assert numbers_hidden(said) == said


def test_several_are_hidden_one_by_one() -> None:
    said = numbers_hidden("甲13800000001、乙 0877-1234567；身份证33010219900101123X")
    assert said == f"甲{HIDDEN}、乙 {HIDDEN}；身份证{HIDDEN}"


@given(st.text(alphabet="0123456789 -电话X.", max_size=60))
def test_hiding_twice_hides_no_more(said: str) -> None:
    assert numbers_hidden(numbers_hidden(said)) == numbers_hidden(said)
