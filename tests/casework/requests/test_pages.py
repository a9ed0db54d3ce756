"""The pages of requests: what waits for whom, a form filled from a record, the paper as a file."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from backend.casework.requests.counting import REQUESTS_WAITING
from backend.foundation.database import batch
from backend.foundation.web.frame import Badge
from tests.casework.requests.desks import BEHALF, NOTICE, WHISTLE, Desks
from tests.field.campaigns.campaigning import campaign_body
from tests.field.photos import photo_of
from tests.field.street import NOON, ago, finding_body


async def test_what_waits_for_an_answer_stands_on_the_list_and_on_the_first_page(desks: Desks) -> None:
    request = await desks.asked()
    for path in ("/requests", "/"):
        found = (await desks.street.page("suozhang", path)).text
        assert "等我办" in found
        assert f"/requests/{request['id']}" in found
    await desks.do("suozhang", request, "acceptance", people="白景明")
    assert f"/requests/{request['id']}" not in (await desks.street.page("suozhang", "/")).text
    assert f"/requests/{request['id']}" in (await desks.street.page("duizhang", "/")).text


async def test_its_page_says_how_the_answers_stand_and_offers_the_end_when_they_are_there(
    desks: Desks,
) -> None:
    request = await desks.asked()
    page = (await desks.street.page("duizhang", own := f"/requests/{request['id']}")).text
    assert "进行中" not in page
    assert re.search(r'weui-btn_default[^>]+data-dialog="closing"', page)
    await desks.do("suozhang", request, "acceptance", people="白景明")
    page = (await desks.street.page("duizhang", own)).text
    assert "已答应" in page
    assert re.search(r'weui-btn_primary[^>]+data-dialog="closing"', page)


async def test_what_is_left_reads_the_same_at_the_answer_and_on_the_board(desks: Desks) -> None:
    request = await desks.asked(due_at=ago(hours=-40), starts_at=ago(hours=-48))
    page = (await desks.street.page("suozhang", f"/requests/{request['id']}")).text
    assert page.count("还剩40小时") == 2
    assert "还剩1天" not in page


@pytest.mark.parametrize(("hours", "urgent"), [(0, False), (6, False), (6.1, True)])
async def test_the_figure_of_the_tab_is_red_once_an_answer_is_late(
    desks: Desks, hours: float, urgent: bool
) -> None:
    await desks.asked()
    desks.street.clock.later(hours=hours)
    person, at = await desks.street.cast.person("suozhang"), NOON + timedelta(hours=hours)
    [found] = await batch([REQUESTS_WAITING.asks(person, at)])
    assert await REQUESTS_WAITING.reads(person, found, at) == Badge(1, urgent=urgent)


async def test_a_whistle_tells_a_called_body_nothing_of_what_the_others_answer(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    await desks.do("chengguan", request, "refusal", unit="cgj", reason="管网归住建部门")
    for path in ("", "/timeline"):
        page = f"/requests/{request['id']}{path}"
        assert "管网" in (await desks.street.page("duizhang", page)).text
        assert "管网" not in (await desks.street.page("shichang", page)).text


async def test_where_the_place_says_nothing_the_form_says_so(desks: Desks) -> None:
    police = (await desks.street.page("duizhang", "/requests/new?ask=police")).text
    assert "落实必要警力保障" in police
    whistle = (await desks.street.page("duizhang", "/requests/new?ask=coordination")).text
    assert "现行机制的文本没有写吹哨协调" in whistle


async def test_a_finding_brings_its_words_and_place_to_a_whistle(desks: Desks) -> None:
    patrol, finding = await desks.street.patrol(), str(uuid4())
    body = finding_body(facts="污水接进雨水沟", address="北街28号")
    await desks.street.put("duiyuan", f"/patrols/{patrol}/findings/{finding}", body)
    shown = (await desks.street.page("duizhang", f"/patrols/{patrol}/findings/{finding}")).text
    way = f"/requests/new?ask=coordination&amp;kind=finding&amp;origin={finding}"
    assert way in shown
    form = (await desks.street.page("duizhang", way.replace("&amp;", "&"))).text
    assert "污水接进雨水沟" in form
    assert "北街28号" in form
    origin = {"kind": "finding", "id": finding}
    request = await desks.asked(**WHISTLE, starts_at=None, origin=origin)
    of_it = (await desks.street.page("duizhang", f"/requests/from?kind=finding&origin={finding}")).text
    assert f"/requests/{request['id']}" in of_it
    assert request["origin"]["id"] == finding
    assert (await desks.read("shichang", request))["origin"] is None


async def test_a_campaign_brings_its_day_to_police_cover(desks: Desks) -> None:
    campaign = str(uuid4())
    first = NOON.date().replace(day=25).isoformat()
    body = campaign_body(first_day=first, last_day=first)
    assert (await desks.street.put("duizhang", f"/campaigns/{campaign}", body)).status_code == 201
    path = f"/requests/new?ask=police&kind=campaign&origin={campaign}"
    form = (await desks.street.page("duizhang", path)).text
    assert f"{first}T09:00" in form
    assert body["title"] in form
    stranger = await desks.street.page("linzhen", path)
    assert stranger.status_code == 404


async def test_the_paper_is_a_file_for_both_sides(desks: Desks, press: None) -> None:
    request = await desks.asked("chengguan", **NOTICE)
    for who, form, begins in (("chengguan", "docx", b"PK"), ("zhihui", "pdf", b"%PDF")):
        found = await desks.street.get(who, f"/requests/{request['id']}/notice.{form}")
        assert found.content.startswith(begins)


async def test_a_body_without_accounts_is_spoken_for_on_a_page_of_its_own(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    part = next(each["id"] for each in request["parties"] if each["unit"]["code"] == "slj")
    own = f"/requests/{request['id']}"
    assert f"{own}/parties/{part}/behalf" in (await desks.street.page("duizhang", own)).text
    assert "代录" in (await desks.street.page("duizhang", f"{own}/parties/{part}/behalf?act=refusal")).text
    assert (await desks.street.page("shichang", f"{own}/parties/{part}/behalf")).status_code == 403


async def test_what_was_recorded_so_shows_its_proof_or_that_there_is_none_yet(desks: Desks) -> None:
    request, step = await desks.asked(**WHISTLE, starts_at=None), uuid4()
    await desks.do("duizhang", request, "refusal", unit="slj", reason="人手不够", on_behalf=BEHALF, key=step)
    own = f"/requests/{request['id']}"
    assert "还没有凭证" in (await desks.street.page("duizhang", own)).text
    proof = await photo_of(desks.street, "request_step", step, "duizhang")
    seen = (await desks.street.page("duizhang", own)).text
    assert f"/photos/{proof}" in seen
    assert "还没有凭证" not in seen
