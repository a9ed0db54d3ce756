"""A case that comes of a call for help: the form knows the call, the case leads back to it, the call shows the case."""

import html
import re
from typing import Any
from uuid import uuid4

import pytest

from backend.demo.organisation import unit_id
from backend.office.matters.rules.matter import Named
from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices, handoff_body
from tests.casework.handoffs.test_pages import opened
from tests.field.assists.calls import Calls
from tests.field.street import code_of
from tests.house.samples import PICTURE, _photo_body
from tests.office.matters.lists import listed

OBSTRUCTION = "阻碍国家机关工作人员依法执行职务"
POLICE = Named("县公安局", unit_id("gaj"))


@pytest.fixture
def calls(offices: Offices) -> Calls:
    return Calls(offices.street)


def of_call(assist: str) -> dict[str, Any]:
    return {"to_unit": "gaj", "origin": {"kind": "assist", "id": assist}}


def new_from(assist: str) -> str:
    return f"/handoffs/new?kind=assist&origin={assist}"


async def test_the_form_begins_with_the_call_as_it_went(offices: Offices, calls: Calls) -> None:
    assist = await calls.resolved(patrol=await offices.street.patrol(), alarm_number="110-0471")
    done = {"text": "劝离", "dispersed": 20, "injured": 1, "evidence": "执法记录仪两段"}
    await calls.do("minjing", assist, "outcome", done)
    page = await opened(offices, SENDER, new_from(assist))
    for words in (
        "2026年11月20日12:00，综合行政执法队沈禾请求紧急支援：围堵阻碍",
        "地点：北纬24.17341°、东经102.40450°",
        "在场人员：",
        "综合行政执法队程一诺",
        "12:00沈禾请求支援；12:00周青岩已接警；12:00周青岩出警",
        "110接警编号：110-0471",
        "处置情况：劝离；疏散20人；固定证据：执法记录仪两段；受伤1人",
        "从支援带来",
        f'name="origin.kind" value="assist"><input type="hidden" name="origin.id" value="{assist}"',
    ):
        assert words in page


async def test_it_goes_to_public_security_with_the_matter_where_the_list_has_it(
    offices: Offices, calls: Calls
) -> None:
    assist = await calls.resolved()
    page = await opened(offices, SENDER, new_from(assist))
    assert '<option value="gaj" selected>' in page
    assert 'name="matter_code" value="ZA-01"' not in page
    await listed("ZA-01", name=OBSTRUCTION, standing="kept", punishing=POLICE)
    page = await opened(offices, SENDER, new_from(assist))
    assert '<option value="gaj" selected>' in page
    assert 'name="matter_code" value="ZA-01"' in page


async def test_the_finding_it_arose_from_goes_along_and_its_party_is_not_accused(
    offices: Offices, calls: Calls
) -> None:
    patrol = await offices.street.patrol()
    party = {"name": "示范县好又来公司", "kind": "firm"}
    finding = await offices.street.finding(patrol, party=party, address="农贸市场东门")
    assist = await calls.resolved(patrol=patrol, finding=finding)
    page = await opened(offices, SENDER, new_from(assist))
    assert f'name="finding" value="{finding}"' in page
    assert "地点：农贸市场东门" in page
    assert re.search(r'name="address"[^>]*value="农贸市场东门"', page)
    assert "示范县好又来公司" not in page
    handoff = await offices.draft(**of_call(assist), finding=finding)
    record = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert f'href="/assists/{assist}"' in record
    assert f'href="/patrols/{patrol}/findings/{finding}"' in record


async def test_case_and_call_lead_to_each_other(offices: Offices, calls: Calls) -> None:
    assist = await calls.resolved()
    page = await opened(offices, SENDER, f"/assists/{assist}")
    assert "移送公安：阻碍执行职务" in page
    assert f'href="{new_from(assist)}"' in page
    handoff = await offices.sent(**of_call(assist))
    told = await offices.read(SENDER, handoff)
    assert (told["origin"]["kind"], told["origin"]["id"]) == ("assist", assist)
    assert "看来源：支援：围堵阻碍" in await opened(offices, SENDER, f"/handoffs/{handoff}")
    followed = (await calls.read(SENDER, assist))["followups"]
    assert [(each["kind"], each["id"]) for each in followed] == [("handoff", handoff)]
    page = await opened(offices, SENDER, f"/assists/{assist}")
    for words in (f'href="/handoffs/{handoff}"', "移送县公安局", told["number"], told["state_name"]):
        assert words in page
    assert "移送公安：阻碍执行职务" not in page
    assert "再移送一件：阻碍执行职务" in page
    assert "关联后续：案件移送" in page


async def test_twice_is_harmless(offices: Offices, calls: Calls) -> None:
    assist, handoff = await calls.resolved(), str(uuid4())
    body = handoff_body(**of_call(assist))
    path = f"/handoffs/{handoff}"
    answers = [await offices.street.put(SENDER, path, body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert len((await calls.read(SENDER, assist))["followups"]) == 1


async def test_a_photo_of_the_call_goes_along_as_evidence(offices: Offices, calls: Calls) -> None:
    assist, photo, street = await calls.resolved(), str(uuid4()), offices.street
    body = _photo_body(assist) | {"subject": {"kind": "assist", "id": assist}}
    assert (await street.put(SENDER, f"/photos/{photo}", body)).status_code == 201
    await street.clients[SENDER].put(f"/api/v1/photos/{photo}/content", content=PICTURE)
    handoff = await offices.draft(**of_call(assist))
    page = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert "来源里的照片，带上作证据" in page
    assert f'value="{photo}"' in page
    await offices.material(handoff, "evidence", photo=photo, sha256=None, bytes=None, media_type=None)
    assert f'value="{photo}"' not in await opened(offices, SENDER, f"/handoffs/{handoff}")


async def test_who_sees_the_case_and_not_the_call_is_led_nowhere(offices: Offices, calls: Calls) -> None:
    assist = await calls.resolved()
    handoff = await offices.sent(**of_call(assist))
    for who in ("dangban", "gongan"):
        assert (await offices.street.get(who, f"/assists/{assist}")).status_code == 404
        assert assist not in (await offices.street.get(who, f"/handoffs/{handoff}")).text
        page = await opened(offices, who, f"/handoffs/{handoff}")
        assert f"/assists/{assist}" not in page


async def test_police_are_led_to_no_draft_and_are_offered_none(offices: Offices, calls: Calls) -> None:
    assist = await calls.resolved()
    handoff = await offices.draft(**of_call(assist))
    page = html.unescape((await offices.street.page("minjing", f"/assists/{assist}")).text)
    assert handoff not in page
    assert "阻碍执行职务" not in page
    assert (await calls.read("minjing", assist))["followups"] == []


async def test_the_other_township_begins_nothing_with_it(offices: Offices, calls: Calls) -> None:
    assist = await calls.resolved()
    assert (await offices.street.page("linzhen", new_from(assist))).status_code == 404
    answer = await offices.put("linzhen", **of_call(assist))
    assert code_of(answer) == (422, "origin_unknown")
    assert "origin" in answer.json()["fields"]


async def test_no_case_comes_of_a_drill(offices: Offices, calls: Calls) -> None:
    assist = await calls.resolved(exercise=True)
    assert "阻碍执行职务" not in await opened(offices, SENDER, f"/assists/{assist}")
    refused = await offices.street.page(SENDER, new_from(assist))
    assert (refused.status_code, "演练里没有案件" in refused.text) == (403, True)
    assert code_of(await offices.put(**of_call(assist))) == (400, "invalid")


async def test_a_finding_may_be_named_as_origin_too(offices: Offices) -> None:
    finding = await offices.street.finding(await offices.street.patrol())
    handoff = await offices.draft(origin={"kind": "finding", "id": finding})
    told = await offices.read(SENDER, handoff)
    assert (told["finding"], told["origin"]["kind"]) == (finding, "finding")
    assert "origin" not in await offices.read(
        ADDRESSEE, await offices.sent(origin={"kind": "finding", "id": finding})
    )
