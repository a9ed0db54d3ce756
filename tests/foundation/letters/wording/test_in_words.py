"""What each paper says, in the words of the place whose mechanism is in force."""

import msgspec
import pytest

from backend.foundation.letters.papers.paper import Check, Paper
from backend.foundation.letters.wording import Texts, in_words
from backend.foundation.letters.wording.contents import Content, ReceiptSlip, Reply
from backend.foundation.letters.wording.places import PLACES
from tests.foundation.letters.papers.cast import (
    ACCEPTANCE,
    ALL,
    EXTENSION,
    HAND_OVER,
    LETTER,
    LIST,
    NUMBER,
    RETURN,
    SLIP,
    at,
    between,
)


def said(content: Content, profile: str = "eshan", texts: Texts | None = None) -> Paper:
    given = between(content, profile, texts=texts or {})
    return in_words(content, given, number=NUMBER, at=at(23), check=None, marks="")


def text(content: Content, profile: str = "eshan", texts: Texts | None = None) -> str:
    return "\n".join(said(content, profile, texts).paragraphs)


def test_a_handoff_letter_says_what_was_found_stopped_told_and_why_it_leaves() -> None:
    assert said(LETTER).paragraphs == (
        "2026年11月20日16时40分，我镇综合行政执法队在示范镇振兴街后巷检查发现，示范县好又来农副产品批发有限责任公司涉嫌未经许可从事餐厨垃圾收运。",
        (
            "经初步核查，基本违法事实如下：驾驶轻型货车收运餐厨垃圾，现场装有餐厨垃圾桶4只，未能出示许可。"
            "上述行为涉嫌违反《城市生活垃圾管理办法》第十七条。"
        ),
        "我镇执法人员当场劝阻，当事人已停止收运。同日16时55分已电话告知你局。",
        (
            "经核对行政执法事项清单，该行为应由县级职能部门依法查处，属于你局职权范围。"
            "根据《峨山县乡镇（街道）综合行政执法协调联动机制》第二部分第（四）项关于“应当在3个工作日内移送给有管辖权的一方处理”的规定，"
            "现将该案及案件材料移送你局处理，请查收并退回《移送案件回执》。"
        ),
    )


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (
            "yilikeqi",
            (
                "《依力克其乡综合行政执法协作机制》第二部分第（五）项",
                "应由县级职能部门依法查处",
                "我镇综合行政执法队",
            ),
        ),
        (
            "zhaoba",
            ("《深泽县赵八镇综合行政执法协调联动机制》第三部分第（一）项第2点", "应由县级职能部门依法查处"),
        ),
        ("eshan", ("第二部分第（四）项", "3个工作日")),
        (
            "shanxi-district",
            (
                "《区综合行政执法协同机制》第三部分第（一）项第2点",
                "应由区级职能部门依法查处",
                "我镇综合执法队",
            ),
        ),
        (
            "changjiang",
            (
                "第二部分第（四）项第2点",
                "应在5个工作日内",
                "应由区级业务主管部门依法查处",
                "我镇综合行政执法机构",
            ),
        ),
    ],
)
def test_each_place_speaks_its_own_words(profile: str, words: tuple[str, ...]) -> None:
    letter = text(LETTER, profile)
    assert [each for each in words if each not in letter] == []


def test_only_where_the_place_has_the_limit_an_answer_is_asked_for_within_it() -> None:
    assert text(LETTER, "changjiang").endswith("请在收到之日起5个工作日内书面告知受理情况。")
    assert "受理情况" not in text(LETTER, "eshan")


def test_an_urgent_case_cites_the_24_hours() -> None:
    urgent = msgspec.structs.replace(LETTER, urgent=True)
    assert "24小时内移送" in text(urgent)
    assert said(urgent).urgency == "特急"


def test_a_sentence_without_its_fact_is_left_out() -> None:
    bare = msgspec.structs.replace(LETTER, party="", basis="", stopped="", told="", place="")
    assert text(bare).startswith("2026年11月20日16时40分，我镇综合行政执法队检查发现，当事人（身份待查）涉嫌")
    assert len(said(bare).paragraphs) == 3
    assert "涉嫌违反" not in text(bare)


def test_what_is_enclosed_is_numbered_and_has_no_full_stop() -> None:
    assert said(LETTER).enclosures == (
        "移送案件材料清单",
        "现场检查笔录（3页）",
        "证据照片（6张）",
        "移送案件回执",
    )


def test_the_contact_stands_in_brackets_and_the_reply_code_beside_it() -> None:
    online = msgspec.structs.replace(LETTER, reply=Reply("https://example.test/r/AB", "1234-5678"))
    assert said(online).notes == (
        "联系人：沈禾，电话：0000-0000005",
        "网上签收和答复：https://example.test/r/AB，回复码 1234-5678",
    )
    assert said(online).reply == Check("https://example.test/r/AB", "1234-5678")
    assert said(LETTER).reply is None


def test_a_contact_without_a_number_is_reached_by_that_of_the_body() -> None:
    assert said(ACCEPTANCE).notes == ("联系人：顾云舒，电话：0000-0000002",)


def test_an_acceptance_names_the_letter_it_answers() -> None:
    first, second, third = said(ACCEPTANCE).paragraphs
    assert (
        first
        == f"你镇《关于移送涉嫌未经许可从事餐厨垃圾收运案件的函》（{NUMBER}）及案件材料已于2026年11月23日收悉。"
    )
    assert second == "经审查，该案属于我局职权范围，我局已于2026年11月24日受理。该案由环境卫生管理科承办。"
    assert third.startswith("根据《峨山县乡镇（街道）综合行政执法协调联动机制》第二部分第（四）项，")


@pytest.mark.parametrize(
    ("profile", "ladder"),
    [
        ("changjiang", "由司法局介入协调解决"),
        ("shanxi-district", "提请区司法行政部门协调解决"),
        ("zhaoba", "提请县级人民政府决定"),
        ("eshan", "报请共同的上一级行政机关指定管辖"),
    ],
)
def test_a_return_gives_its_reason_and_the_way_of_a_dispute(profile: str, ladder: str) -> None:
    returned = text(RETURN, profile)
    assert (
        "经审查，该行为涉及危险化学品运输，行政处罚权不在我局。认定依据：《危险化学品安全管理条例》第六条。"
        in returned
    )
    assert "该案宜由县应急管理局管辖。" in returned
    assert f"协商不成的，{ladder}。" in returned


def test_an_extension_cites_what_allows_it() -> None:
    assert "移送期限最长不超过10个工作日”的规定，该案移送期限延长至2026年12月4日，现事先告知你局。" in text(
        EXTENSION, "changjiang"
    )
    assert "因调查核实等客观原因，确需延长移送期限。" in text(EXTENSION, "changjiang")


def test_a_list_holds_every_material_with_its_digest() -> None:
    grid = said(LIST).grid
    assert grid is not None
    assert [row[:5] for row in grid.rows] == [
        ("1", "案源材料", "现场检查笔录", "3页", "ab" * 32),
        ("2", "证据材料", "证据照片", "6张", "cd" * 32),
    ]


def test_a_slip_says_who_received_and_that_it_is_no_acceptance() -> None:
    slip = said(SLIP)
    assert {fact.name: fact.words for fact in slip.facts}["签收人"] == "顾云舒"
    assert "签收不等于受理" in slip.paragraphs[0]


def test_a_blank_slip_is_filled_in_by_hand() -> None:
    blank = said(ReceiptSlip(matter=LETTER.matter, materials=2))
    assert {fact.name: fact.words for fact in blank.facts}["收到时间"].startswith("　　年")
    assert blank.signers[0].day == "　　年　　月　　日"


def test_a_hand_over_is_signed_by_both_and_cites_its_clause() -> None:
    record = said(HAND_OVER)
    assert [(signer.label, signer.words) for signer in record.signers] == [
        ("移交人", "韩立夏"),
        ("接收人", ""),
    ]
    assert (
        "第二部分第（四）项关于“发现不属于自身职责范围的案件，应及时移送给相关派出机构，并做好交接记录”的规定"
        in record.paragraphs[0]
    )


def test_a_township_words_parts_its_own_way() -> None:
    own = {
        ("handoff_letter", "closing"): "依照{移送依据}，请{对方}处理。",
        ("handoff_letter", "contact"): "经办人：{联系人}",
    }
    letter = said(LETTER, texts=own)
    assert letter.paragraphs[-1].endswith("的规定，请你局处理。")
    assert letter.notes == ("经办人：沈禾",)
    assert said(RETURN, texts=own) == said(RETURN)


@pytest.mark.parametrize("kind", ALL)
def test_every_place_that_may_be_filled_in_is(kind: str) -> None:
    own = {(kind, "opening"): "".join(f"[{{{name}}}]" for name in PLACES[kind] if PLACES[kind][name])}
    content = ALL[kind]
    filled = "\n".join(said(content, "changjiang", texts=own).paragraphs)
    assert "{" not in filled


def test_facts_typed_in_lines_are_paragraphs() -> None:
    lines = msgspec.structs.replace(LETTER, facts="一是收运。\n二是倾倒。", basis="")
    assert said(lines).paragraphs[1:3] == ("经初步核查，基本违法事实如下：一是收运。", "二是倾倒。")
