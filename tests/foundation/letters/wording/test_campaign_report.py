"""联合整治总结报告: what was held, by whom, what came of it, on which clause it rests."""

from datetime import date, datetime
from uuid import uuid4

import msgspec
import pytest

from backend.foundation.letters.official.composing import Parties, composed
from backend.foundation.letters.papers.paper import Paper
from backend.foundation.letters.wording import Office
from backend.foundation.letters.wording.contents import CampaignReport, Contact
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA

HELD = CampaignReport(
    matter="冬季占道经营联合整治",
    field="占道经营",
    first_day=date(2026, 11, 18),
    last_day=date(2026, 11, 20),
    cause="早市拥堵。",
    units=("综合行政执法队", "派出所"),
    place="农贸市场",
    results="开展巡查3次，出动21人次，没有发现问题",
    summary="先宣传后整治",
    coming="每周回访",
    contact=Contact("周青岩", "0000-0000002"),
)


def paper(content: CampaignReport = HELD, place: str = "eshan") -> Paper:
    given = Parties(
        Office("示范镇人民政府", "township"),
        Office("县政府", "government"),
        load_profile(place),
        {},
        uuid4(),
        demo=False,
    )
    at = datetime(2026, 11, 23, 18, 0, tzinfo=CHINA)
    return composed(content, given, number="示政执整〔2026〕1号", at=at, check=None, marks="")


def test_it_says_what_was_held_and_what_came_of_it() -> None:
    found = paper()
    assert "".join(found.title) == "示范镇人民政府关于冬季占道经营联合整治的报告"
    said = "".join(found.paragraphs)
    assert said.startswith(
        "2026年11月18日至2026年11月20日，我镇在农贸市场组织开展冬季占道经营联合整治（占道经营领域）。"
    )
    assert "参加单位：综合行政执法队、派出所。" in said
    assert "整治成果：开展巡查3次，出动21人次，没有发现问题。" in said
    assert "整治缘由：早市拥堵。" in said
    assert "存在问题" not in said


def test_one_day_is_named_once() -> None:
    day = msgspec.structs.replace(HELD, last_day=HELD.first_day, place="")
    assert "".join(paper(day).paragraphs).startswith("2026年11月18日，我镇组织开展")


@pytest.mark.parametrize(
    ("place", "basis"),
    [
        ("eshan", "每月至少开展一次"),
        ("changjiang", "组织跨区域、重大执法行动"),
        ("zhaoba", "根据本地工作约定"),
    ],
)
def test_it_rests_on_the_clause_of_the_place_or_on_a_local_agreement(place: str, basis: str) -> None:
    assert basis in paper(place=place).paragraphs[-1]
