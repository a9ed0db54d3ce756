"""Small rules of wording: what bodies call each other, how clauses are cited, how titles break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.letters.wording.citing import clause_place
from backend.foundation.letters.wording.offices import Office
from backend.foundation.letters.wording.parts import filled
from backend.foundation.letters.wording.titles import MOST, title_lines

ORG = "示范镇人民政府"
SIGNS = st.text(alphabet="甲乙丙丁关于移送涉嫌案件（）《》、，的函", min_size=1, max_size=90)


@pytest.mark.parametrize(
    ("name", "we"),
    [
        ("示范镇人民政府", "我镇"),
        ("依力克其乡人民政府", "我乡"),
        ("振兴街道办事处", "我街道"),
        ("县城市管理局", "我局"),
        ("县政府", "我县"),
        ("自然资源所", "我所"),
        ("县人民检察院", "我院"),
        ("县信访局/12345", "我单位"),
    ],
)
def test_a_body_calls_itself_by_its_last_word(name: str, we: str) -> None:
    assert Office(name, "department").we == we


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("二(四)", "第二部分第（四）项"),
        ("二(四)2", "第二部分第（四）项第2点"),
        ("三", "第三部分"),
        ("通知", "通知"),
        ("第二十五条", "第二十五条"),
    ],
)
def test_a_place_in_a_text_is_spelled_out(place: str, words: str) -> None:
    assert clause_place(place) == words


@pytest.mark.parametrize(
    ("sentence", "facts", "words"),
    [
        ("事实：{事实}。", {"事实": "收运"}, "事实：收运。"),
        ("事实：{事实}。", {"事实": "收运！"}, "事实：收运！"),
        ("事实：{事实}。", {"事实": ""}, ""),
        ("在{地点}处", {"地点": ""}, "在处"),
        ("联系人：{联系人}，电话：{联系电话}", {"联系人": "沈禾", "联系电话": ""}, "联系人：沈禾"),
        ("没有填空", {}, "没有填空"),
    ],
)
def test_a_sentence_is_filled_or_left_out(sentence: str, facts: dict[str, str], words: str) -> None:
    assert filled(sentence, facts) == words


def test_what_is_filled_in_is_never_read_as_a_place_itself() -> None:
    assert filled("{事实}。", {"事实": "{联系人}", "联系人": "沈禾"}) == "{联系人}。"


def test_a_short_title_is_one_line() -> None:
    assert title_lines("某局", "关于某事的函") == ("某局关于某事的函",)


def test_a_long_title_keeps_words_whole() -> None:
    assert title_lines(ORG, "关于移送涉嫌未经许可从事餐厨垃圾收运案件的函") == (
        ORG,
        "关于移送涉嫌未经许可从事",
        "餐厨垃圾收运案件的函",
    )


@given(SIGNS)
def test_no_line_is_too_long_and_nothing_is_lost(subject: str) -> None:
    lines = title_lines(ORG, subject)
    assert "".join(lines) == ORG + subject
    assert all(0 < len(line) <= MOST for line in lines)
