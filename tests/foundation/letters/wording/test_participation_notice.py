"""参加执法的书面通知: to what, when, where, how many; the call before it; on which clause it rests."""

from datetime import datetime
from uuid import uuid4

import msgspec
import pytest

from backend.foundation.letters.official.composing import Parties, composed
from backend.foundation.letters.papers.paper import Paper
from backend.foundation.letters.wording import Office
from backend.foundation.letters.wording.contents import Contact, ParticipationNotice
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA

AT = datetime(2026, 11, 20, 18, 0, tzinfo=CHINA)
ASKED = ParticipationNotice(
    matter="北街餐饮油烟联合检查",
    facts="请派熟悉情况的人员带路。",
    place="北街",
    starts_at=datetime(2026, 11, 23, 9, 0, tzinfo=CHINA),
    head_count=2,
    answer_by=datetime(2026, 11, 21, 12, 0, tzinfo=CHINA),
    contact=Contact("顾云舒", "0000-0000002"),
)


def paper(content: ParticipationNotice = ASKED, place: str = "changjiang") -> Paper:
    given = Parties(
        Office("县城市管理局", "department"),
        Office("示范镇人民政府", "township"),
        load_profile(place),
        {},
        uuid4(),
        demo=False,
    )
    return composed(content, given, number="示城管执通〔2026〕1号", at=AT, check=None, marks="")


def test_it_says_to_what_when_and_how_many() -> None:
    found = paper()
    assert "".join(found.title) == "县城市管理局关于参加北街餐饮油烟联合检查的通知"
    said = "".join(found.paragraphs)
    assert said.startswith("我局定于2026年11月23日9时00分在北街开展北街餐饮油烟联合检查，需要你镇参与。")
    assert "请派2人参加。" in said
    assert "请于2026年11月21日12时00分前答复" in said
    assert "已电话通知" not in said


def test_what_was_said_by_telephone_is_named_and_a_day_that_is_open_stays_open() -> None:
    called = msgspec.structs.replace(
        ASKED, called_at=AT, called="叶微", starts_at=None, place="", head_count=None
    )
    said = "".join(paper(called).paragraphs)
    assert said.startswith("我局拟于近期开展")
    assert "2026年11月20日18时00分已电话通知你镇（叶微接），现补发书面通知。" in said
    assert "人参加" not in said


@pytest.mark.parametrize(
    ("place", "basis"), [("changjiang", "应向属地乡镇（街道）出具书面通知"), ("eshan", "根据本地工作约定")]
)
def test_it_rests_on_the_clause_of_the_place_or_on_a_local_agreement(place: str, basis: str) -> None:
    assert basis in paper(place=place).paragraphs[-1]
