"""突发事件信息报告: what the superior command reads; a drill can never be read as a real event."""

from datetime import datetime
from uuid import uuid4

import msgspec
import pytest

from backend.foundation.letters.official.composing import Parties, composed
from backend.foundation.letters.papers.paper import Paper
from backend.foundation.letters.wording import Office
from backend.foundation.letters.wording.contents import Contact, IncidentReport
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA

AT = datetime(2026, 11, 20, 18, 0, tzinfo=CHINA)
FIRST = IncidentReport(
    matter="围堵阻碍执法事件",
    stage="首报",
    happened_at=datetime(2026, 11, 20, 16, 20, tzinfo=CHINA),
    place="示范镇农贸市场",
    facts="约二十人围住执法人员。",
    casualties="没有人员伤亡",
    contact=Contact("沈禾", "0000-0000005"),
    copies=("县应急管理局",),
    urgent=True,
)
LATER = msgspec.structs.replace(
    FIRST,
    stage="书面报告",
    first_at=datetime(2026, 11, 20, 16, 31, tzinfo=CHINA),
    measures="民警到场控制现场",
    explained="说明了执法依据",
    coming="安排人员值守",
    alarm="110-0471",
    urgent=False,
)
DRILL = msgspec.structs.replace(FIRST, exercise=True)


def paper(content: IncidentReport = FIRST, place: str = "eshan", marks: str = "") -> Paper:
    given = Parties(
        Office("示范镇人民政府", "township"),
        Office("县政府", "government"),
        load_profile(place),
        {},
        uuid4(),
        demo=False,
    )
    return composed(content, given, number="示政执信〔2026〕1号", at=AT, check=None, marks=marks)


def said(found: Paper) -> str:
    return "".join(found.paragraphs)


def test_the_first_report_is_pressing_and_says_what_is_known() -> None:
    found = paper()
    assert (found.urgency, found.copies, found.addressee) == ("特急", "县应急管理局", "县政府：")
    assert "".join(found.title) == "示范镇人民政府关于围堵阻碍执法事件的首报"
    assert "2026年11月20日16时20分，我镇综合行政执法队在示范镇农贸市场执法时发生围堵阻碍执法事件。" in said(
        found
    )
    assert "事件经过：约二十人围住执法人员。没有人员伤亡。" in said(found)
    assert "现场释明" not in said(found)


def test_a_later_one_names_the_first_and_what_was_done_and_explained() -> None:
    found = paper(LATER)
    assert found.urgency == ""
    words = said(found)
    assert "我镇已于2026年11月20日16时31分首报。" in words
    assert "没有人员伤亡。110接警编号：110-0471。" in words
    assert "已采取的措施：民警到场控制现场。现场释明情况：说明了执法依据。下一步工作：安排人员值守。" in words


@pytest.mark.parametrize(
    ("place", "basis"),
    [
        ("eshan", "并在第一时间按要求上报事件处置情况"),
        ("zhaoba", "本地工作约定"),
        ("changjiang", "本地工作约定"),
    ],
)
def test_it_stands_on_the_places_own_text_or_says_that_it_is_agreed(place: str, basis: str) -> None:
    assert basis in said(paper(place=place))


def test_a_drill_says_so_in_title_first_sentence_and_across_the_page() -> None:
    found = paper(DRILL)
    assert "".join(found.title).endswith("的首报（演练）")
    assert found.paragraphs[0].startswith("本报告为演练报告，所述不是真实事件。")
    assert found.marks == "演练"
    assert paper(DRILL, marks="草稿").marks == "草稿 演练"


def test_a_real_one_carries_no_such_word() -> None:
    assert "演练" not in str(paper())
