"""书面报告、续报、终报: signed where the township asks for it, numbered, with limits that are agreed on locally."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import row, rows
from tests.field.incidents.reporting import Reporting
from tests.field.street import NOON, code_of

REASON = {"reason": "写清人数"}


async def test_a_leader_signs_it_and_only_then_it_is_out(reporting: Reporting) -> None:
    incident = await reporting.first()
    report = await reporting.written(incident)
    assert len((await reporting.read("xianban", incident))["reports"]) == 1
    found = await reporting.do("zhenzhang", incident, f"reports/{report}/approval")
    signed = found["reports"][1]
    assert (signed["signed_by_name"], signed["letter_number"]) == ("许南山", "示政执信〔2026〕2号")
    assert found["state"] == "written"
    assert len((await reporting.read("xianban", incident))["reports"]) == 2


async def test_who_is_to_sign_and_then_everybody_hears_of_it(reporting: Reporting) -> None:
    incident = await reporting.first()
    before = await reporting.told(incident)
    report = await reporting.written(incident)
    laid = await reporting.told(incident)
    assert {who for who in laid if len(laid[who]) > len(before.get(who, []))} == {"lingdao", "zhenzhang"}
    assert ("书面报告等你签发：围堵阻碍执法", False, False) in laid["zhenzhang"]
    await reporting.do("zhenzhang", incident, f"reports/{report}/approval")
    out = await reporting.told(incident)
    assert ("书面报告：围堵阻碍执法", False, False) in out["xianban"]


async def test_where_no_signature_is_asked_for_it_is_out_at_once(reporting: Reporting) -> None:
    await reporting.street.cast.prefer("incident.approval_required", 0)
    incident = await reporting.first()
    await reporting.written(incident, number="示政值〔2026〕9号")
    report = (await reporting.read("xianban", incident))["reports"][1]
    assert (report["signed_by_name"], report["letter_number"]) == (None, "示政值〔2026〕9号")


async def test_sent_back_it_is_written_anew(reporting: Reporting) -> None:
    incident = await reporting.first()
    report = await reporting.written(incident)
    found = await reporting.do("lingdao", incident, f"reports/{report}/refusal", REASON)
    assert found["reports"][1]["return_reason"] == "写清人数"
    again = await reporting.post("lingdao", incident, f"reports/{report}/refusal", REASON, key=uuid4())
    assert again.status_code == 200
    late = await reporting.post("zhenzhang", incident, f"reports/{report}/approval")
    assert code_of(late) == (409, "incident_state")
    [(title, *_)] = (await reporting.told(incident))["duiyuan"]
    assert title == "书面报告退回修改：围堵阻碍执法"
    page = await reporting.street.page("duiyuan", f"/incidents/{incident}/reports/new?kind=written")
    assert "写清人数" in page.text
    assert "经民警到场劝离" in page.text
    await reporting.issued(incident)


async def test_one_waits_at_a_time(reporting: Reporting) -> None:
    incident = await reporting.first()
    await reporting.written(incident)
    answer = await reporting.put("duizhang", incident, str(uuid4()), kind="followup")
    assert code_of(answer) == (409, "incident_report_waiting")


async def test_who_wrote_it_does_not_sign_it(reporting: Reporting) -> None:
    await rows("UPDATE officers SET roles = '[\"mayor\", \"officer\"]' WHERE username = 'zhenzhang'")
    incident = await reporting.first()
    report = await reporting.written(incident, "zhenzhang")
    for noun, body in (("approval", {}), ("refusal", REASON)):
        answer = await reporting.post("zhenzhang", incident, f"reports/{report}/{noun}", body)
        assert code_of(answer) == (403, "incident_own_report")
    assert (await reporting.post("lingdao", incident, f"reports/{report}/approval")).status_code == 201


@pytest.mark.parametrize("who", ["duiyuan", "duizhang", "dangban", "zhihui", "xianban"])
async def test_only_main_leaders_sign(reporting: Reporting, who: str) -> None:
    incident = await reporting.first()
    report = await reporting.written(incident)
    answer = await reporting.post(who, incident, f"reports/{report}/approval")
    assert code_of(answer) == (403, "not_allowed")


async def test_signed_twice_it_is_one_paper(reporting: Reporting) -> None:
    incident = await reporting.first()
    report = await reporting.issued(incident)
    again = await reporting.post("lingdao", incident, f"reports/{report}/approval", key=uuid4())
    assert again.status_code == 200
    assert len(await rows("SELECT id FROM letters WHERE record_id = ?", UUID(incident))) == 2


async def test_follow_ups_are_counted_and_may_come_before_the_written_report(reporting: Reporting) -> None:
    incident = await reporting.first()
    for _ in range(2):
        await reporting.issued(incident, "followup")
    found = await reporting.read("duiyuan", incident)
    assert [report["kind_name"] for report in found["reports"]] == ["首报", "续报（第1次）", "续报（第2次）"]
    assert found["state"] == "reported"


async def test_after_the_final_report_there_is_none(reporting: Reporting) -> None:
    incident = await reporting.first()
    await reporting.issued(incident, "final")
    found = await reporting.read("duiyuan", incident)
    assert (found["state"], found["over_at"] is not None, found["ended_at"] is not None) == (
        "final",
        True,
        True,
    )
    for kind in ("written", "followup", "final"):
        answer = await reporting.put("duiyuan", incident, str(uuid4()), kind=kind)
        assert code_of(answer) == (409, "incident_state")


async def test_there_is_one_written_report(reporting: Reporting) -> None:
    incident = await reporting.first()
    await reporting.issued(incident)
    assert code_of(await reporting.put("duiyuan", incident, str(uuid4()))) == (409, "incident_state")


async def test_a_limit_is_agreed_on_and_met_up_to_its_last_moment(reporting: Reporting) -> None:
    incident = await reporting.first()
    [written] = [
        each
        for each in (await reporting.read("duiyuan", incident))["clocks"]
        if each["rule"] == "incident.written"
    ]
    assert (written["origin"], written["basis"][:4]) == ("local", "本地约定")
    assert written["due"] == (NOON + timedelta(hours=2)).isoformat()
    report = await reporting.written(incident)
    reporting.street.clock.at(NOON + timedelta(hours=2) - timedelta(seconds=1))
    await reporting.do("zhenzhang", incident, f"reports/{report}/approval")
    assert (await reporting.clocks(incident))["incident.written"] == "met"


async def test_signed_after_it_it_was_late_and_is_out_all_the_same(reporting: Reporting) -> None:
    incident = await reporting.first()
    report = await reporting.written(incident)
    reporting.street.clock.at(NOON + timedelta(hours=2, seconds=1))
    await reporting.do("zhenzhang", incident, f"reports/{report}/approval")
    assert (await reporting.clocks(incident))["incident.written"] == "met_late"


async def test_follow_ups_are_owed_until_the_scene_is_over_then_the_final_report(
    reporting: Reporting,
) -> None:
    incident = await reporting.first()
    assert await reporting.clocks(incident) == {"incident.written": "running", "incident.followup": "running"}
    reporting.street.clock.later(hours=1)
    await reporting.issued(incident, "followup")
    clocks = (await reporting.read("duiyuan", incident))["clocks"]
    followups = [each["state"] for each in clocks if each["rule"] == "incident.followup"]
    assert followups == ["met", "running"]
    await reporting.do("duiyuan", incident, "ending")
    assert await reporting.clocks(incident) == {
        "incident.written": "due_soon",
        "incident.followup": "cancelled",
        "incident.final": "running",
    }
    await reporting.issued(incident, "final")
    stand = await reporting.clocks(incident)
    assert (stand["incident.written"], stand["incident.final"]) == ("met", "met")


@pytest.mark.parametrize("name", ["incident.written_hours", "incident.followup_hours", "incident.final_days"])
async def test_where_the_township_agreed_on_none_none_runs(reporting: Reporting, name: str) -> None:
    await reporting.street.cast.prefer(name, 0)
    incident = await reporting.first()
    await reporting.do("duiyuan", incident, "ending")
    rule = name.removesuffix("_hours").removesuffix("_days")
    assert rule not in await reporting.clocks(incident)


@pytest.mark.usefixtures("press")
async def test_each_report_is_a_paper_as_pdf_and_docx(reporting: Reporting) -> None:
    incident = await reporting.first()
    report = await reporting.issued(incident)
    path = f"/incidents/{incident}/reports/{report}"
    assert (await reporting.street.get("xianban", f"{path}/report.pdf")).content[:5] == b"%PDF-"
    assert (await reporting.street.get("xianban", f"{path}/report.docx")).content[:2] == b"PK"
    letter = await row("SELECT code FROM letters WHERE record_id = ? AND number LIKE '%2号'", UUID(incident))
    assert letter is not None
    assert "突发事件信息报告" in (await reporting.street.page("duiyuan", f"/v/{letter['code']}")).text


@pytest.mark.usefixtures("press")
async def test_a_draft_is_ones_own_to_read(reporting: Reporting) -> None:
    incident = await reporting.first()
    report = await reporting.written(incident)
    path = f"/incidents/{incident}/reports/{report}/report.pdf"
    assert (await reporting.street.get("zhenzhang", path)).content[:5] == b"%PDF-"
    assert code_of(await reporting.street.get("xianban", path)) == (404, "not_found")
    other = f"/incidents/{incident}/reports/{uuid4()}/report.pdf"
    assert code_of(await reporting.street.get("zhenzhang", other)) == (404, "not_found")
