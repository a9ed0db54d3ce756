"""重大隐患报告: what the government reads, by what the place's own text asks for."""

from dataclasses import replace
from datetime import datetime

import msgspec
import pytest

from backend.foundation.letters.papers.paper import Paper
from backend.foundation.letters.wording import Correspondents, Office, in_words
from backend.foundation.letters.wording.contents import Contact, HazardReport
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA

AT = datetime(2026, 11, 20, 18, 0, tzinfo=CHINA)
REPORT = HazardReport(
    matter="燃气隐患",
    department="县应急管理局",
    found_at=datetime(2026, 11, 20, 16, 40, tzinfo=CHINA),
    place="示范镇振兴街后巷",
    facts="一餐馆后厨存放十二个液化石油气瓶，与明火同室。",
    endangers="周边居民、顾客人群",
    told_at=datetime(2026, 11, 20, 16, 42, tzinfo=CHINA),
    told_by=("联动系统", "电话"),
    refused_at=datetime(2026, 11, 20, 17, 10, tzinfo=CHINA),
    contact=Contact("沈禾", "0000-0000005"),
)
ZHAOBA = Correspondents(
    Office("示范镇人民政府", "township"), Office("县政府", "government"), load_profile("zhaoba"), {}
)


def composed(content: HazardReport = REPORT, given: Correspondents = ZHAOBA) -> Paper:
    return in_words(content, given, number="示政执报〔2026〕1号", at=AT, check=None, marks="")


def said(paper: Paper) -> str:
    return "".join(paper.paragraphs)


def test_it_says_what_was_found_whom_it_endangers_and_who_was_told_how() -> None:
    words = said(composed())
    assert "2026年11月20日16时40分" in words
    assert "检查发现燃气隐患，危及周边居民、顾客人群。" in words
    assert "我镇通过联动系统、电话通报县应急管理局，请其立即派员处理。" in words
    assert "17时10分，该单位表示不派员处理，未说明理由。" in words


def test_the_words_of_a_refusal_stand_in_quotes() -> None:
    assert "，对方答复：“没有人手”。" in said(
        composed(msgspec.structs.replace(REPORT, refused_words="没有人手。"))
    )


def test_silence_is_called_silence() -> None:
    assert "至今没有答复。" in said(composed(msgspec.structs.replace(REPORT, refused_at=None)))


@pytest.mark.parametrize(
    ("profile", "quoted"),
    [
        ("zhaoba", "对接到通知后不能说明理由又拒不处理的，应向县级人民政府报告"),
        ("shanxi-district", "对接到通知后不能说明理由又拒不处理的，应向区级人民政府报告"),
    ],
)
def test_a_place_whose_text_asks_for_the_report_is_quoted(profile: str, quoted: str) -> None:
    words = said(composed(given=replace(ZHAOBA, profile=load_profile(profile))))
    assert quoted in words
    assert words.endswith("特此报告。")


@pytest.mark.parametrize("profile", ["eshan", "yilikeqi", "changjiang"])
def test_elsewhere_it_stands_on_local_agreement_and_says_so(profile: str) -> None:
    assert said(composed(given=replace(ZHAOBA, profile=load_profile(profile)))).endswith(
        "根据本地工作约定，特此报告。"
    )


def test_its_title_names_who_did_nothing() -> None:
    assert "".join(composed().title) == "示范镇人民政府关于县应急管理局未处理燃气隐患的报告"
