"""归谁管: an officer's words find the matter they mean, with two characters and with a whole sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.office.matters.rules.matching import Described, Index

LIST = {
    "SR-01": ("擅自在街道两侧和公共场地摆摊、堆放物料", ["占道摆摊", "占道经营", "摆地摊", "店外经营"]),
    "SR-06": ("随意倾倒、抛撒、堆放或者焚烧生活垃圾", ["乱倒垃圾", "偷倒垃圾", "烧垃圾", "路边倒垃圾"]),
    "SW-01": ("在河道、湖泊管理范围内倾倒垃圾、渣土", ["河里倒垃圾", "往河里倒", "河边倒垃圾"]),
    "SW-04": ("未经批准在河道管理范围内采砂、取土", ["河里挖沙", "偷采河沙"]),
    "LC-03": ("盗伐、滥伐林木", ["砍树", "偷砍树", "乱砍滥伐"]),
    "SW-03": ("在河道内种植阻碍行洪的高秆作物", ["河里种包谷", "河滩种地"]),
    "HB-07": ("在噪声敏感建筑物集中区域使用高音喇叭", ["广场舞吵", "音响扰民", "噪音"]),
    "ZA-04": ("娱乐场所、上网服务场所接纳未成年人", ["网吧有小孩"]),
    "JT-04": ("未取得机动车驾驶证驾驶机动车", ["无证驾驶", "没驾照骑摩托"]),
}  # fmt: skip
INDEX = Index({code: Described(code, (name, *sayings), ()) for code, (name, sayings) in LIST.items()})


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("占道", "SR-01"),
        ("占道摆摊", "SR-01"),
        ("有人在占道摆摊", "SR-01"),
        ("倒垃圾在河里", "SW-01"),
        ("有人往河里倒垃圾，谁管", "SW-01"),
        ("路边倒垃圾", "SR-06"),
        ("河沙", "SW-04"),
        ("砍树", "LC-03"),
        ("滥伐", "LC-03"),
        ("河滩上种玉米", "SW-03"),
        ("广场舞声音太大", "HB-07"),
        ("网吧里有小学生", "ZA-04"),
        ("没有驾照开车", "JT-04"),
        ("sw-04", "SW-04"),
        ("SW-04", "SW-04"),
    ],
)
def test_words_find_what_they_mean_first_and_for_sure(words: str, code: str) -> None:
    best = INDEX.ask(words)[0]
    assert (best.key, best.sure) == (code, True)


@pytest.mark.parametrize("words", ["离婚", "欠钱不还", "夫妻吵架", "", "，。！", "的了在", "zzz"])
def test_what_is_not_on_the_list_finds_nothing_for_sure(words: str) -> None:
    assert not [hit for hit in INDEX.ask(words) if hit.sure]


def test_one_character_is_a_hint_and_never_sure() -> None:
    hits = INDEX.ask("河")
    assert {hit.key for hit in hits} >= {"SW-01", "SW-04", "SW-03"}
    assert not any(hit.sure for hit in hits)


def test_it_says_which_saying_came_closest() -> None:
    assert INDEX.ask("摆地摊的又来了")[0].phrase == "摆地摊"


def test_a_code_finds_its_own_matter_and_nothing_beside() -> None:
    assert [hit.key for hit in INDEX.ask(" SR-01 ")] == ["SR-01"]


def test_an_empty_list_answers_nothing() -> None:
    assert Index[str]({}).ask("占道摆摊") == []


@pytest.mark.parametrize(
    ("code", "saying"), [(code, said) for code, (_, sayings) in LIST.items() for said in sayings]
)
def test_every_saying_finds_its_own_matter(code: str, saying: str) -> None:
    assert INDEX.ask(saying)[0].key == code


@given(st.text(max_size=60))
def test_whatever_is_typed_is_answered_in_order_and_never_too_long(words: str) -> None:
    scores = [hit.score for hit in INDEX.ask(words, 3)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 3
