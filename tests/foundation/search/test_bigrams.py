"""Chinese text as pairs of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.search.bigrams import bigrams, pieces


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("石门大桥", "石门 门大 大桥 桥"),
        ("石", "石"),
        ("赵喆", "赵喆 喆"),
        ("阿依努尔·托合提", "阿依 依努 努尔 尔 托合 合提 提"),
        ("浙D123 川", "浙 d123 川"),
        ("示执巡〔2026〕7号", "示执 执巡 巡 2026 7 号"),
        ("龚䶮", "龚䶮 䶮"),
        ("𠮷野家", "𠮷野 野家 家"),
        ("，。！ ", ""),
        ("", ""),
    ],
)
def test_runs_become_pairs_and_words_stay_words(text: str, tokens: str) -> None:
    assert bigrams(text) == tokens


@given(st.text())
def test_no_text_breaks_it_and_cutting_again_cuts_the_same(text: str) -> None:
    assert bigrams(text) == " ".join(bigrams(text).split())
    assert "".join(pieces(text)) == "".join(pieces(" ".join(pieces(text))))
