"""The invented lists: long enough, of real statutes, every one of their sayings understood."""

import re
from collections import Counter

import pytest

from backend.demo.matters.reading import history, line, matters, neighbours
from backend.demo.organisation import organisation
from backend.office.matters.rules.lines import read_sayings
from backend.office.matters.rules.matching import Described, Index
from backend.office.matters.rules.matter import STANDINGS
from backend.office.matters.rules.sheet import Line

HERE = matters()
ARTICLE = re.compile(r"《(中华人民共和国)?[^《》]+》(第[一二三四五六七八九十百零]+条)?")


def sayings(code: str) -> tuple[str, ...]:
    return read_sayings(HERE[code].get("sayings", ""))


INDEX = Index(
    {
        code: Described(
            code, (told["name"], *sayings(code)), [(0.8, told["field"]), (0.5, told.get("standard", ""))]
        )
        for code, told in HERE.items()
    }
)


def test_the_list_is_as_long_as_a_townships_is() -> None:
    assert len(HERE) >= 60
    assert len({told["field"] for told in HERE.values()}) >= 8
    assert Counter(told["standing"] for told in HERE.values())["granted"] >= 20


@pytest.mark.parametrize("code", HERE)
def test_a_matter_says_all_that_a_list_says(code: str) -> None:
    told = HERE[code]
    assert told["standing"] in STANDINGS
    assert all(told[field] for field in ("name", "field", "basis", "supervising", "punishing"))
    assert all(told[duty] and "{" not in told[duty] for duty in ("source_duty", "follow_up_duty", "end_duty"))
    assert all(ARTICLE.fullmatch(law) for law in told["basis"])
    assert len(sayings(code)) >= 3


def test_bodies_are_those_of_the_demo_or_have_a_name_only() -> None:
    units = organisation()["units"]
    codes = {
        told.get(field) for told in HERE.values() for field in ("supervising_code", "punishing_code")
    } - {None}
    assert codes <= set(units)
    names = {unit["name"] for unit in units.values()}
    known = {told["punishing"] for told in HERE.values()} & names
    assert {"示范镇人民政府", "县城市管理局", "县应急管理局", "县水利局", "县公安局"} <= known


@pytest.mark.parametrize("code", HERE)
def test_every_saying_finds_its_matter(code: str) -> None:
    lost = [saying for saying in sayings(code) if code not in [hit.key for hit in INDEX.ask(saying, 3)]]
    assert lost == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("占道摆摊", "SR-01"), ("倒垃圾在河里", "SW-01"), ("有人在河边倒渣土", "SW-01"), ("烧包谷杆", "HB-01"),
        ("村里有人偷偷盖房子没有手续", "GH-01"), ("半夜工地施工", "HB-08"), ("楼道里充电的电瓶车", "YJ-09"),
        ("国道上晒谷子", "JT-05"), ("养的狗咬人", "ZA-02"), ("河里有人电鱼", "NY-07"), ("田里修坟", "ZR-03"),
        ("网吧里有小学生", "ZA-04"), ("打人不让执法", "ZA-01"), ("三轮车拉人", "JT-02"), ("没有驾照开车", "JT-04"),
    ],
)  # fmt: skip
def test_what_an_officer_would_say_is_understood(words: str, code: str) -> None:
    best = INDEX.ask(words)[0]
    assert (best.key, best.sure) == (code, True)


def test_the_neighbours_list_is_short_and_its_own() -> None:
    there = neighbours()
    assert 5 <= len(there) < len(HERE)
    assert not [told for told in there if "示范镇" in told["punishing"] + told["end_duty"]]


def test_a_matter_is_a_row_of_the_spreadsheet() -> None:
    assert line(7, HERE["HB-12"]) == Line(
        7, {**{name: text for name, text in HERE["HB-12"].items() if isinstance(text, str)},
            "standing": "部门实施", "basis": "\n".join(HERE["HB-12"]["basis"])},
    )  # fmt: skip


def test_the_past_names_matters_that_are_there() -> None:
    told = history()
    named = {code for change in told["changes"] for code in change["codes"]} | {told["scheduled"]["code"]}
    assert named | {proposal["code"] for proposal in told["proposals"]} <= set(HERE)
