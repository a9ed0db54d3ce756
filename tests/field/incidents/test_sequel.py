"""现场释明, told by telephone, signed for, the scene over, taken back; and who sees any of it."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import rows
from tests.field.incidents.reporting import TOLD, Reporting
from tests.field.street import ago, code_of

EXPLAINED = {"text": "说明执法依据和申辩途径", "head_count": 20}


async def test_what_was_explained_goes_into_the_next_report(reporting: Reporting) -> None:
    incident = await reporting.first()
    found = await reporting.do("duiyuan2", incident, "explanations", EXPLAINED)
    assert [(step["name"], step["head_count"]) for step in found["steps"]] == [("程一诺", 20)]
    page = await reporting.street.page("duiyuan", f"/incidents/{incident}/reports/new?kind=written")
    assert "说明执法依据和申辩途径</textarea>" in page.text


async def test_a_body_without_accounts_is_told_by_telephone_and_it_is_kept_who_took_it(
    reporting: Reporting,
) -> None:
    incident = await reporting.first()
    found = await reporting.do("duiyuan", incident, "tellings", TOLD)
    [step] = found["steps"]
    assert (step["unit_name"], step["name"], step["text"]) == ("县水利局", "冯师傅", "记下了")
    page = (await reporting.street.page("duiyuan", f"/incidents/{incident}")).text
    assert "电话报告，冯师傅（值班室）接：“记下了”" in page


async def test_only_whom_it_is_reported_to_can_be_told(reporting: Reporting) -> None:
    incident = await reporting.first(to=["xf"])
    answer = await reporting.post("duiyuan", incident, "tellings", TOLD, key=uuid4())
    assert code_of(answer) == (422, "incident_not_addressed")


@pytest.mark.parametrize("noun", ["explanations", "tellings"])
async def test_what_adds_needs_a_key(reporting: Reporting, noun: str) -> None:
    incident = await reporting.first()
    body = EXPLAINED if noun == "explanations" else TOLD
    assert code_of(await reporting.post("duiyuan", incident, noun, body)) == (400, "idempotency_key_missing")
    key = uuid4()
    answers = [await reporting.post("duiyuan", incident, noun, body, key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert len(await rows("SELECT id FROM incident_steps WHERE incident = ?", UUID(incident))) == 1


async def test_each_body_signs_for_it_once_and_who_reported_hears_of_it(reporting: Reporting) -> None:
    incident = await reporting.first()
    found = await reporting.do("xianban", incident, "receipt", {"note": "随时续报"})
    assert {each["code"]: each["received_at"] for each in found["to"]} == {
        "xf": ago(),
        "slj": None,
        "yjj": None,
    }
    assert (await reporting.post("xianban", incident, "receipt")).status_code == 200
    assert (await reporting.post("yingji", incident, "receipt")).status_code == 201
    assert {title for title, *_ in (await reporting.told(incident))["duiyuan"]} == {
        "县政府已签收：围堵阻碍执法",
        "县应急管理局已签收：围堵阻碍执法",
    }
    assert "随时续报" in (await reporting.street.page("duiyuan", f"/incidents/{incident}/timeline")).text


async def test_ones_own_side_signs_for_nothing(reporting: Reporting) -> None:
    incident = await reporting.first()
    assert code_of(await reporting.post("zhihui", incident, "receipt")) == (403, "not_allowed")


async def test_the_scene_is_over_once(reporting: Reporting) -> None:
    incident = await reporting.first()
    found = await reporting.do("duizhang", incident, "ending", {"at": ago(minutes=2)})
    assert found["over_at"] == ago(minutes=2)
    assert (await reporting.post("duiyuan", incident, "ending", key=uuid4())).status_code == 200
    assert (await reporting.read("duiyuan", incident))["over_at"] == ago(minutes=2)


@pytest.mark.parametrize(
    ("at", "code"), [(ago(minutes=11), "times_crossed"), (ago(minutes=-6), "time_in_future")]
)
async def test_nothing_is_done_before_it_happened_or_in_the_future(
    reporting: Reporting, at: str, code: str
) -> None:
    incident = await reporting.first()
    answer = await reporting.post("duiyuan", incident, "ending", {"at": at})
    assert code_of(answer) == (422, code)


async def test_taken_back_nothing_is_owed_and_who_was_told_reads_why(reporting: Reporting) -> None:
    incident = await reporting.first()
    await reporting.written(incident)
    await reporting.do("duiyuan", incident, "withdrawal", {"reason": "报重了"})
    found = await reporting.read("xianban", incident)
    assert (found["state"], {clock["state"] for clock in found["clocks"]}) == ("withdrawn", {"cancelled"})
    told = (await reporting.told(incident))["xianban"]
    assert "撤回：围堵阻碍执法" in {title for title, *_ in told}
    assert "报重了" in (await reporting.street.page("xianban", f"/incidents/{incident}/timeline")).text
    waiting = (await reporting.read("duiyuan", incident))["reports"][1]["id"]
    answer = await reporting.post("zhenzhang", incident, f"reports/{waiting}/approval")
    assert code_of(answer) == (409, "incident_state")
    assert (await reporting.post("duiyuan", incident, "withdrawal", {"reason": "报重了"})).status_code == 200


@pytest.mark.parametrize(
    ("noun", "body"), [("explanations", EXPLAINED), ("withdrawal", {"reason": "报重了"})]
)
async def test_what_ended_takes_nothing_more(reporting: Reporting, noun: str, body: dict[str, Any]) -> None:
    incident = await reporting.first()
    await reporting.issued(incident, "final")
    answer = await reporting.post("duiyuan", incident, noun, body, key=uuid4())
    assert code_of(answer) == (409, "incident_state")
    assert (await reporting.read("duiyuan", incident))["state"] == "final"


async def test_with_the_final_report_the_scene_is_over(reporting: Reporting) -> None:
    incident = await reporting.first()
    await reporting.issued(incident, "final")
    over = (await reporting.read("duiyuan", incident))["over_at"]
    assert (await reporting.post("duiyuan", incident, "ending", key=uuid4())).status_code == 200
    assert (await reporting.read("duiyuan", incident))["over_at"] == over == ago(seconds=0)


@pytest.mark.parametrize("who", ["linzhen", "chengguan", "jiancha", "minjing", "ziran"])
async def test_strangers_see_nothing(reporting: Reporting, who: str) -> None:
    incident = await reporting.first()
    answer = await reporting.street.get(who, f"/incidents/{incident}")
    assert answer.status_code in (403, 404)
    items = (await reporting.street.get(who, "/incidents")).json()["items"] if who != "jiancha" else []
    assert items == []


async def test_who_was_told_reads_neither_drafts_nor_where_it_came_from(reporting: Reporting) -> None:
    incident = await reporting.first()
    report = await reporting.written(incident, facts="还没有签发的话")
    await reporting.do("zhenzhang", incident, f"reports/{report}/refusal", {"reason": "内部意见"})
    found = await reporting.read("xianban", incident)
    assert ("origin" in found, len(found["reports"])) == (False, 1)
    for path in (f"/incidents/{incident}", f"/incidents/{incident}/timeline"):
        text = (await reporting.street.page("xianban", path)).text
        assert "还没有签发的话" not in text
        assert "内部意见" not in text


async def test_the_list_says_what_is_owed_and_finds_by_words(reporting: Reporting) -> None:
    incident = await reporting.first(facts="河堤边有人落水")
    await reporting.written(incident)
    page = (await reporting.street.page("zhenzhang", "/incidents")).text
    assert "等签发" in page
    assert "还剩2小时" in page
    for words, there in (("落水", True), ("火灾", False)):
        items = (await reporting.street.get("duiyuan", f"/incidents?q={words}")).json()["items"]
        assert [item["id"] for item in items] == ([incident] if there else [])
    assert (await reporting.street.get("duiyuan", "/incidents?state=open")).json()["items"][0]["next"]
    assert code_of(await reporting.street.get("duiyuan", "/incidents?state=x")) == (400, "invalid")


async def test_a_report_that_waited_when_it_was_withdrawn_waits_for_nobody_any_more(
    reporting: Reporting,
) -> None:
    incident = await reporting.first()
    report = await reporting.written(incident)
    gone = await reporting.do("duiyuan", incident, "withdrawal", {"reason": "报重了"})
    assert gone["reports"][1]["return_reason"] == "事件已撤回：报重了"
    for path in ("/incidents", f"/incidents/{incident}"):
        assert "等签发" not in (await reporting.street.page("zhenzhang", path)).text
    late = await reporting.post("zhenzhang", incident, f"reports/{report}/approval")
    assert code_of(late) == (409, "incident_state")


async def test_pages_go_on_where_they_ended(reporting: Reporting) -> None:
    made = []
    for _ in range(3):
        made.append(await reporting.first())
        reporting.street.clock.later(minutes=1)
    first = (await reporting.street.get("duiyuan", "/incidents?limit=2")).json()
    rest = (await reporting.street.get("duiyuan", f"/incidents?limit=2&cursor={first['next']}")).json()
    assert [item["id"] for item in [*first["items"], *rest["items"]]] == made[::-1]
    assert rest["next"] is None
