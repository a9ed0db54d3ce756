from dataclasses import replace
from typing import Any

import pytest

from backend.foundation.letters.patrol_page import PatrolPage, Proof
from backend.foundation.letters.patrol_words import patrol_words
from tests.foundation.letters.cast import DIGEST, FINDING, HEAD, PHOTOS, at, blank, full


def fact(page: PatrolPage, name: str) -> str | None:
    rows: list[dict[str, str]] = patrol_words(page)["facts"]
    return next((row["words"] for row in rows if row["name"] == name), None)


def finding(**changes: Any) -> dict[str, Any]:
    words: dict[str, Any] = patrol_words(full(findings=(replace(FINDING, **changes),)))["findings"][0]
    return words


def test_the_span_of_a_patrol_names_its_day_once() -> None:
    assert fact(full(), "巡查时间") == "2026年11月22日 周日 19:30—22:10（用时2小时40分）"


def test_a_patrol_past_midnight_names_both_days() -> None:
    assert fact(full(ended_at=at(0, 40, 23)), "巡查时间") == (
        "2026年11月22日 周日 19:30—2026年11月23日 周一 00:40（用时5小时10分）"
    )


@pytest.mark.parametrize(
    ("started", "words"), [(None, "未开始"), (at(19, 30), "2026年11月22日 周日 19:30 起，未结束")]
)
def test_an_unfinished_patrol_says_so(started: Any, words: str) -> None:
    assert fact(blank(started_at=started), "巡查时间") == words


def test_gaps_stand_beside_the_length_with_their_reason() -> None:
    assert fact(full(), "实际轨迹") == "里程11.6公里；无定位1段，不计入里程：21:30—21:34（4分钟）手机锁屏"


@pytest.mark.parametrize(
    ("metres", "words"), [(0.0, "里程0米"), (999.4, "里程999米"), (999.6, "里程1.0公里")]
)
def test_short_ways_are_told_in_metres(metres: float, words: str) -> None:
    assert fact(blank(length_m=metres), "实际轨迹") == words


def test_what_did_not_happen_has_no_row() -> None:
    assert fact(blank(), "中途暂停") is None
    assert fact(blank(), "途经重点场所") is None


def test_finding_nothing_is_said_in_words() -> None:
    assert fact(blank(), "发现问题") == "未发现问题"
    assert fact(full(), "发现问题") == "1处"


def test_units_without_confirmation_are_shown_as_such() -> None:
    team, station = patrol_words(full())["crew"]
    assert team["confirmed"] == "钱昇（队长） 22:30"
    assert station["confirmed"] == "未确认"
    assert station["members"][0]["stay"] == "19:40—"


def test_an_auxiliary_has_no_certificate() -> None:
    assert [member["certificate"] for member in patrol_words(full())["crew"][0]["members"]] == [
        "53042600121",
        "—",
    ]


def test_a_position_shows_accuracy_and_source() -> None:
    assert finding()["position"] == ["24.173324, 102.406892", "卫星定位 ±9米"]
    assert finding(position=None)["position"] == ["无坐标"]


def test_a_long_finding_may_run_over_a_page() -> None:
    assert not finding(facts="情况。" * 90)["long"]
    assert finding(facts="情况。" * 200)["long"]
    assert finding(facts="行\n" * 40)["long"]
    assert finding(photos=PHOTOS * 5)["long"]


@pytest.mark.parametrize(
    ("demo", "number", "mark"),
    [(True, None, "演示 草稿"), (True, "1号", "演示"), (False, None, "草稿"), (False, "1号", "")],
)
def test_demo_and_draft_are_marked_across_the_page(demo: bool, number: str | None, mark: str) -> None:
    assert patrol_words(blank(demo=demo, number=number))["watermark"] == mark


def test_digests_are_grouped_for_reading_aloud() -> None:
    proof = patrol_words(full())["proof"]
    assert proof["digest"].startswith("18ac3e73 43f01689 ")
    assert (proof["digest"].replace(" ", ""), proof["head"].replace(" ", "")) == (DIGEST, HEAD)
    assert proof["short"] == "18ac3e73"


def test_the_code_leads_to_the_address_where_there_is_one() -> None:
    with_address = patrol_words(full(proof=Proof(1024, HEAD, DIGEST, "https://liandong.invalid/v/1")))
    assert with_address["proof"]["drawing"] != patrol_words(full())["proof"]["drawing"]
    assert with_address["proof"]["drawing"].startswith("<svg")
