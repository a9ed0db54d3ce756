"""A profile laid out for reading."""

import pytest

from backend.foundation.mechanism import Chapter, Row, chapters, load_profile, profile_codes


def row(place: str, rule: str) -> Row:
    (found,) = [row for chapter in chapters(load_profile(place)) for row in chapter.rows if row.rule == rule]
    return found


@pytest.mark.parametrize("place", profile_codes())
def test_every_clause_is_read_once_in_the_order_of_the_text(place: str) -> None:
    profile = load_profile(place)
    read = [clause.id for chapter in chapters(profile) for clause in chapter.clauses]
    assert read == list(profile.clauses)


@pytest.mark.parametrize("place", profile_codes())
def test_every_rule_is_printed_once(place: str) -> None:
    profile = load_profile(place)
    printed = [row for chapter in chapters(profile) for row in chapter.rows if chapter.id != "law"]
    assert len(printed) == len(list(profile.provisions()))


@pytest.mark.parametrize("place", profile_codes())
def test_every_chapter_has_a_title_and_an_address_of_its_own(place: str) -> None:
    read = chapters(load_profile(place))
    assert all(chapter.title for chapter in read)
    addresses = [chapter.id for chapter in read] + [row.anchor for chapter in read for row in chapter.rows]
    assert len(set(addresses)) == len(addresses)


def test_clauses_below_one_heading_are_one_chapter() -> None:
    chapter = next(chapter for chapter in chapters(load_profile("zhaoba")) if chapter.id == "Z三(一)")
    assert chapter.title == "三、工作制度 （一）案件移送制度"
    assert [clause.id for clause in chapter.clauses] == [
        "Z三(一)", "Z三(一)1", "Z三(一)2", "Z三(一)3", "Z三(一)4",
    ]  # fmt: skip
    assert {"handoff.transfer", "handoff.sender", "legacy.open"} <= {row.rule for row in chapter.rows}


def test_a_clause_without_heading_is_called_by_its_place() -> None:
    assert [chapter.title for chapter in chapters(load_profile("eshan"))][:2] == ["印发通知", "前言"]


def test_a_limit_reads_as_a_sentence_with_its_clause_and_quotation() -> None:
    transfer = row("eshan", "handoff.transfer")
    assert transfer.sentence == "发现属于对方管辖之日起3个工作日内移送给有管辖权的一方"
    assert transfer.citation == "协调联动机制 二（四）"
    assert transfer.quotation == "应当在3个工作日内移送给有管辖权的一方处理"
    assert (transfer.capability, transfer.capability_name) == ("M05", "案件移送抄告")
    assert transfer.marks == ()


@pytest.mark.parametrize(
    ("place", "rule", "sentence", "marks"),
    [
        ("eshan", "handoff.transfer.urgent", "发现属于对方管辖起24小时内移送给有管辖权的一方", ()),
        ("eshan", "handoff.transfer.extended", "文本未设延长", ()),
        ("eshan", "handoff.acceptance", "文本未规定期限", ()),
        ("eshan", "handoff.result", "受理后，在逐案确定的期限内反馈处理结果", ("逐案确定",)),
        (
            "eshan",
            "stationed.limit",
            "交派驻机构的案件，反馈期限由执法队队长逐案确定，1至30个工作日",
            ("逐案确定",),
        ),
        (
            "changjiang",
            "stationed.limit",
            "交派驻机构的案件，反馈期限由执法队队长逐案确定，1至30个工作日",
            ("本地约定",),
        ),
        ("eshan", "campaign.regular", "每月至少1次", ()),
        ("eshan", "joint_check.regular", "每季度至少1次", ("本地约定",)),
        ("eshan", "training.regular", "定期，周期逐项确定", ("逐案确定",)),
        ("yilikeqi", "campaign.regular", "文本未规定周期", ()),
        ("yilikeqi", "handoff.approval", "移送前由乡长批准", ("本地约定",)),
        ("zhaoba", "information.share", "信息形成当日共享", ("原则上",)),
        (
            "zhaoba",
            "opinion.reply",
            "收到协助请求之日起5个工作日内提出书面意见",
            ("一般应", "起算点为本地约定"),
        ),
        ("zhaoba", "complaint.reply", "由乡镇答复，并向告知的县级职能部门反馈", ()),
        (
            "changjiang",
            "handoff.transfer.extended",
            "发现属于对方管辖之日起10个工作日内移送给有管辖权的一方（含延长）；事由：调查核实等客观原因；须事先告知",
            (),
        ),
        ("changjiang", "meeting.regular", "每半年至少1次，每个部门分别计算", ("原则上",)),
        ("changjiang", "handoff.stop", "立即责令当事人停止违法行为，或者采取相关措施及时制止", ()),
        ("changjiang", "handoff.approval", "移送前由单位主要领导批准，双方相同", ()),
        (
            "changjiang",
            "dispute.ladder",
            "先对违法行为协同处置，再协商；协商不成的，由司法局介入协调解决",
            (),
        ),
        ("changjiang", "complaint.reply", "由接到举报、投诉、信访的单位答复", ()),
        ("changjiang", "sharing.5", "由乡镇（街道）提供给区级业务主管部门", ()),
    ],
)
def test_rules_read_as_sentences(place: str, rule: str, sentence: str, marks: tuple[str, ...]) -> None:
    found = row(place, rule)
    assert (found.sentence, found.marks) == (sentence, marks)


def test_the_law_stands_beside_the_places_own_limit() -> None:
    beside = row("shanxi-district", "crime.transfer").law
    assert beside is not None
    assert beside.sentence == "决定移送起24小时内向公安机关移送"
    assert beside.citation == "国务院令第310号 第五条"
    assert beside.quotation == "决定批准的，应当在24小时内向同级公安机关移送"


def test_the_law_stands_beside_a_text_that_is_silent() -> None:
    goods = row("yilikeqi", "crime.goods")
    assert goods.sentence == "文本未规定期限"
    assert goods.law is not None
    assert goods.law.sentence == "接到立案通知书之日起3日内移交涉案物品和有关材料"


def test_no_law_stands_beside_what_the_law_does_not_touch() -> None:
    assert row("eshan", "handoff.transfer").law is None


def last_two(place: str) -> list[Chapter]:
    return chapters(load_profile(place))[-2:]


def test_what_the_text_leaves_open_comes_after_the_text() -> None:
    silent, law = last_two("eshan")
    assert (silent.title, law.title) == ("文本未写明的事项", "国家规定")
    assert {"handoff.acceptance", "handoff.approval", "dispute.ladder"} <= {row.rule for row in silent.rows}
    assert all(not row.citation for row in silent.rows)


def test_what_only_the_law_demands_comes_last() -> None:
    law = last_two("eshan")[-1]
    assert {"power.two_officers", "performance.no_fines"} <= {row.rule for row in law.rows}
    assert all(row.marks == ("国家规定",) and row.quotation for row in law.rows)
