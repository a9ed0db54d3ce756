"""What a township may write into its papers, and why something is refused."""

import pytest

from backend.foundation.letters.glyphs import covered
from backend.foundation.letters.wording.parts import OWN, standard
from backend.foundation.refusals import Refusal
from backend.office.letters.rules.texts import LONGEST, check_text


def refused(part: str, words: str) -> str:
    with pytest.raises(Refusal) as caught:
        check_text("handoff_letter", part, words, covered())
    assert caught.value.code == "letter_text"
    return caught.value.fields[part]


@pytest.mark.parametrize("kind", standard())
def test_the_products_own_words_are_taken(kind: str) -> None:
    for part in OWN:
        if words := getattr(standard()[kind], part):
            assert check_text(kind, part, words, covered()) == words


def test_line_ends_become_spaces() -> None:
    assert check_text("handoff_letter", "contact", " 联系人：\n{联系人} ", covered()) == "联系人： {联系人}"


@pytest.mark.parametrize(
    ("part", "words", "why"),
    [
        ("opening", "{案由}{县长}", "没有“县长”可填"),
        ("opening", "发现违法行为。", "少了{案由}，函里必须有"),
        ("closing", "请处理。", "少了{对方}、{移送依据}，函里必须有"),
        ("opening", "{案由", "大括号要成对，里面写可填的名称"),
        ("opening", "{案由}}", "大括号要成对，里面写可填的名称"),
        ("opening", "{案由}𠮷👍", "字库里没有“𠮷、👍”，印不出来"),
        ("opening", "{案由}\u200b", "字库里没有“\u200b”，印不出来"),
        ("opening", "{案由}" + "长" * LONGEST, f"最多{LONGEST}个字，现在{LONGEST + 4}个"),
    ],
)
def test_a_bad_text_is_refused_with_its_reason(part: str, words: str, why: str) -> None:
    assert refused(part, words) == why


@pytest.mark.parametrize(("kind", "part"), [("handoff_letter", "title"), ("decree", "opening")])
def test_there_are_no_other_parts(kind: str, part: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_text(kind, part, "字", covered())
    assert caught.value.code == "not_found"
