"""报告县（区）政府: where the place's own text asks for it, and where it is offered as 本地约定."""

from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.database import row, rows
from tests.casework.hazards.desks import ON_BEHALF, Desks
from tests.field.photos import photo_of
from tests.field.street import code_of

ASKED, SILENT = ["zhaoba", "shanxi-district"], ["eshan", "yilikeqi", "changjiang"]
NUMBERED = {"number": "示政执报〔2026〕1号"}


async def issued(desks: Desks, **changes: Any) -> str:
    hazard = await desks.refused(**changes)
    await desks.do("zhenzhang", hazard, "report", NUMBERED)
    return hazard


@pytest.mark.parametrize("profile", ASKED)
async def test_a_refusal_without_reason_leaves_the_report_ready(desks: Desks, profile: str) -> None:
    await desks.under(profile)
    found = await desks.read("duiyuan", await desks.refused())
    report = found["report"]
    assert (report["to"], report["ground"], report["basis"], report["issued_at"]) == (
        "县政府",
        "refused",
        "text",
        None,
    )


@pytest.mark.parametrize("profile", SILENT)
async def test_elsewhere_nothing_is_drafted_by_itself_and_the_leader_may_issue_it(
    desks: Desks, profile: str
) -> None:
    await desks.under(profile)
    hazard = await desks.refused()
    assert (await desks.read("duiyuan", hazard))["report"] is None
    report = (await desks.do("lingdao", hazard, "report", NUMBERED))["report"]
    assert (report["basis"], report["number"]) == ("local", "示政执报〔2026〕1号")


@pytest.mark.parametrize("profile", [*ASKED, *SILENT])
async def test_a_reason_leaves_nothing_to_report(desks: Desks, profile: str) -> None:
    await desks.under(profile)
    hazard = await desks.refused("属住建部门职责")
    assert (await desks.read("duiyuan", hazard))["report"] is None
    answer = await desks.post("zhenzhang", hazard, "report", NUMBERED)
    assert code_of(answer) == (409, "hazard_reasoned")
    assert ("报告" in answer.json()["clause"]) is (profile in ASKED)


@pytest.mark.parametrize(
    ("noun", "body"),
    [
        ("refusal", {"reason": "属住建部门职责"}),
        ("departure", {"people": "监察一组"}),
        ("measures", {"text": "停用"}),
        ("result", {"text": "已搬走"}),
    ],
)
async def test_what_comes_before_the_signature_takes_the_draft_back(
    desks: Desks, noun: str, body: dict[str, Any]
) -> None:
    await desks.under("zhaoba")
    hazard = await desks.refused()
    await desks.do("yingji", hazard, noun, body)
    assert (await desks.read("duiyuan", hazard))["report"]["lapsed_at"] is not None
    assert (await desks.post("zhenzhang", hazard, "report", NUMBERED)).status_code == 409


async def test_the_government_reads_it_once_it_is_issued(desks: Desks) -> None:
    await desks.under("zhaoba")
    hazard = await desks.refused()
    assert code_of(await desks.street.get("xianban", f"/hazards/{hazard}")) == (404, "not_found")
    await desks.do("zhenzhang", hazard, "report", NUMBERED)
    found = await desks.read("xianban", hazard)
    assert (found["side"], found["report"]["number"]) == ("government", "示政执报〔2026〕1号")
    assert "origin" not in found
    assert [each["id"] for each in (await desks.street.get("xianban", "/hazards")).json()["items"]] == [
        hazard
    ]


async def test_the_told_body_reads_nothing_of_it(desks: Desks) -> None:
    hazard = await issued(desks)
    found = await desks.read("yingji", hazard)
    assert "report" not in found
    assert "report" not in [step["noun"] for step in found["steps"]]
    page = await desks.street.page("yingji", f"/hazards/{hazard}/timeline")
    assert "示政执报" not in page.text
    assert code_of(await desks.street.get("yingji", f"/hazards/{hazard}/report.pdf")) == (404, "not_found")


@pytest.mark.parametrize("who", ["duiyuan", "duizhang", "dangban", "yingji", "xianban", "guanli"])
async def test_only_the_main_leaders_sign_it(desks: Desks, who: str) -> None:
    hazard = await desks.refused()
    assert code_of(await desks.post(who, hazard, "report", NUMBERED)) == (403, "not_allowed")


async def test_signed_twice_it_is_one_report_with_one_number(desks: Desks) -> None:
    hazard = await issued(desks)
    again = await desks.post("zhenzhang", hazard, "report", NUMBERED, key=uuid4())
    assert again.status_code == 200
    found = await rows("SELECT id FROM letters WHERE record_id = ?", hazard)
    assert len(found) == 1


async def test_the_letter_is_the_townships_and_goes_to_the_government(desks: Desks) -> None:
    hazard = await issued(desks)
    letter = await row(
        "SELECT kind, body_name, addressee_name, number FROM letters WHERE record_id = ?", hazard
    )
    assert letter == {
        "kind": "hazard_report",
        "body_name": "示范镇人民政府",
        "addressee_name": "县政府",
        "number": "示政执报〔2026〕1号",
    }


async def test_a_refusal_recorded_on_behalf_needs_its_proof_first(desks: Desks) -> None:
    hazard, step = await desks.told(to_unit="slj"), uuid4()
    await desks.do("duiyuan", hazard, "refusal", {"on_behalf": ON_BEHALF}, key=step)
    answer = await desks.post("zhenzhang", hazard, "report", NUMBERED)
    assert code_of(answer) == (422, "hazard_proof_needed")
    await photo_of(desks.street, "hazard_step", step)
    assert (await desks.do("zhenzhang", hazard, "report", NUMBERED))["report"]["issued_at"]


async def test_silence_is_reported_only_after_the_agreed_time_and_marked_local(desks: Desks) -> None:
    await desks.under("zhaoba")
    hazard = await desks.told()
    desks.street.clock.later(minutes=30)
    answer = await desks.post("zhenzhang", hazard, "report", NUMBERED)
    assert code_of(answer) == (409, "hazard_not_reportable")
    desks.street.clock.later(seconds=1)
    report = (await desks.do("zhenzhang", hazard, "report", NUMBERED))["report"]
    assert (report["ground"], report["basis"]) == ("unanswered", "local")


async def test_without_a_government_in_the_system_it_says_so(desks: Desks) -> None:
    await rows("UPDATE units SET kind = 'department' WHERE code = 'xf'")
    hazard = await desks.refused()
    assert code_of(await desks.post("zhenzhang", hazard, "report", NUMBERED)) == (409, "no_government")


async def test_without_a_word_for_its_number_nothing_is_issued(desks: Desks) -> None:
    await rows("DELETE FROM number_rules")
    hazard = await desks.refused()
    answer = await desks.post("zhenzhang", hazard, "report", {})
    assert code_of(answer)[1] == "number_word_missing"
    assert (await desks.read("duiyuan", hazard))["report"] is None
