"""Each step is told to those it is up to next, and to nobody who took it or may not know."""

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from backend.foundation.notify.queries import Told, inbox
from tests.casework.handoffs.offices import Offices, return_body

SENDER = "duiyuan"


async def unread(offices: Offices, who: str) -> list[str]:
    told: list[Told] = await inbox(await offices.street.cast.person(who), unread=True)
    return [notice.title for notice in told]


async def test_a_submission_is_told_to_whoever_approves_and_not_to_the_submitter(offices: Offices) -> None:
    await offices.submitted()
    assert await unread(offices, "zhenzhang") == ["有一件移送等你审批"]
    assert await unread(offices, "lingdao") == ["有一件移送等你审批"]
    for who in (SENDER, "chengguan", "linzhen", "duizhang"):
        assert await unread(offices, who) == [], who


async def test_an_approval_is_told_to_whoever_prepared_it_and_the_sending_to_the_addressee_alone(
    offices: Offices,
) -> None:
    await offices.approved()
    assert await unread(offices, SENDER) == ["移送已批准，可以发出"]
    assert await unread(offices, "chengguan") == []
    handoff = await offices.approved()
    await offices.do(SENDER, handoff, "dispatch")
    assert await unread(offices, "chengguan") == ["收到一件移送，等你签收"]
    assert await unread(offices, "yingji") == []


async def test_beside_the_liaison_whoever_of_the_body_is_on_duty_hears_of_it(offices: Offices) -> None:
    await rows("UPDATE units SET liaison = ? WHERE code = 'gaj'", officer_id("chengguan2"))
    await offices.sent(to_unit="gaj")
    assert await unread(offices, "gongan") == []
    await offices.street.post("gongan", "/duty/presence")
    await offices.sent(to_unit="gaj")
    assert await unread(offices, "gongan") == ["收到一件移送，等你签收"]


@pytest.mark.parametrize(
    ("noun", "body", "title"),
    [
        ("acceptance", {}, "对方已受理移送"),
        ("return", {"reason": "不归本局管", "competent_unit": "yjj"}, "对方不予受理，退回移送"),
    ],
)
async def test_the_answer_is_told_to_whoever_sent_it(
    noun: str, body: dict[str, str], title: str, offices: Offices
) -> None:
    handoff = await offices.sent()
    await offices.do("chengguan", handoff, noun, body)
    assert title in await unread(offices, SENDER)
    assert title not in await unread(offices, "chengguan")


async def test_a_draft_withdrawn_before_it_left_is_news_to_nobody_outside(offices: Offices) -> None:
    handoff = await offices.submitted()
    await offices.do(SENDER, handoff, "withdrawal", {"reason": "重复"})
    assert await unread(offices, "chengguan") == []


async def test_the_end_of_a_dispute_is_told_to_whom_it_was_with_and_not_to_whom_it_will_go(
    offices: Offices,
) -> None:
    handoff = await offices.sent_again()
    await offices.do("yingji", handoff, "return", return_body("cgj"))
    body = {"text": "由公安局处理", "competent_unit": "gaj", "way": "negotiated"}
    await offices.do(SENDER, handoff, "settlement", body)
    assert "争议有了处理结果" in await unread(offices, "yingji")
    assert await unread(offices, "gongan") == []


@pytest.mark.parametrize(
    ("noun", "body"),
    [("progress", {"text": "另找单位"}), ("urgency", {}), ("withdrawal", {"reason": "自己办"})],
)
async def test_what_came_back_is_no_news_to_the_body_it_is_meant_for_next(
    noun: str, body: dict[str, str], offices: Offices
) -> None:
    handoff = await offices.returned()
    await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"to_unit": "yjj"})
    before = await unread(offices, "chengguan")
    await offices.do(SENDER, handoff, noun, body)
    assert await unread(offices, "yingji") == []
    told = ["对方写了进展"] if noun == "progress" else []
    assert sorted(await unread(offices, "chengguan")) == sorted(told + before)


async def test_the_inbox_leads_to_the_case(offices: Offices) -> None:
    handoff = await offices.sent()
    (told,) = await inbox(await offices.street.cast.person("chengguan"), unread=True)
    assert (told.record_kind, str(told.record_id)) == ("handoff", handoff)
    browser = await offices.street.cast.browser("chengguan")
    assert (await browser.get(f"/notices/{told.id}")).headers["location"] == f"/handoffs/{handoff}"
