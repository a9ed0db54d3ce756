"""Laws, tiers and sayings as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.office.matters.rules.lines import read_basis, read_sayings, read_tiers, write_basis, write_tiers
from backend.office.matters.rules.matter import Basis, Tier

WORDS = st.text(alphabet="水法城乡规划条例第一二三0aA（）", min_size=1, max_size=12)
ARTICLES = st.sampled_from(["", "第六十五条", "第一百一十一条第一款第（一）项", "第44条"])


@pytest.mark.parametrize(
    ("line", "law", "article"),
    [
        ("《中华人民共和国水法》第六十五条", "中华人民共和国水法", "第六十五条"),
        ("  《水法》 第六十五条第一款 ", "水法", "第六十五条第一款"),
        ("水法第六十五条", "水法", "第六十五条"),
        ("《森林法》", "森林法", ""),
        ("森林法", "森林法", ""),
        ("《关于实施〈水法〉办法》第9条", "关于实施〈水法〉办法", "第9条"),
        ("《实施《水法》办法》第九条", "实施《水法》办法", "第九条"),
    ],
)
def test_a_law_is_read_with_its_article(line: str, law: str, article: str) -> None:
    assert read_basis(line) == (Basis(law, article),)


def test_laws_stand_one_a_line_and_empty_lines_say_nothing() -> None:
    assert [basis.law for basis in read_basis("《水法》\n\n 《防洪法》第五十五条\n")] == ["水法", "防洪法"]
    assert read_basis(" \n") == ()


@given(st.lists(st.builds(Basis, WORDS, ARTICLES), max_size=4))
def test_what_is_written_of_laws_is_read_back(basis: list[Basis]) -> None:
    assert read_basis(write_basis(basis)) == tuple(basis)


@given(st.lists(st.builds(Tier, WORDS, st.one_of(st.just(""), WORDS), WORDS), max_size=4))
def test_what_is_written_of_tiers_is_read_back(tiers: list[Tier]) -> None:
    assert read_tiers(write_tiers(tiers)) == (tuple(tiers), [])


def test_a_plain_bar_does_as_well() -> None:
    assert read_tiers("较轻 | 当场改正 | 警告")[0] == (Tier("较轻", "当场改正", "警告"),)


@pytest.mark.parametrize(
    "line", ["较轻：警告", "较轻｜警告", "｜当场改正｜警告", "较轻｜当场改正｜", "一｜二｜三｜四"]
)
def test_a_tier_that_cannot_be_read_is_named_by_its_line(line: str) -> None:
    tiers, [fault] = read_tiers(f"一般｜再犯｜罚款\n{line}")
    assert (len(tiers), fault.field) == (1, "tiers")
    assert fault.words.startswith("裁量基准第2行")


def test_sayings_are_parted_by_lines_or_commas_and_each_stands_once() -> None:
    assert read_sayings("占道摆摊、摆地摊\n摆地摊; 路边摊，夜市 ") == ("占道摆摊", "摆地摊", "路边摊", "夜市")
