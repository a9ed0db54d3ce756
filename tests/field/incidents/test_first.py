"""首报: out at once, whatever is missing; from nothing or from a call for help."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import row, rows
from tests.field.assists.calls import Calls
from tests.field.incidents.reporting import Reporting, incident_body
from tests.field.street import ago, code_of


async def test_it_is_out_at_once_and_waits_for_no_signature(reporting: Reporting) -> None:
    found = await reporting.read("duiyuan", await reporting.first())
    assert (found["state"], found["told_at"]) == ("reported", ago())
    [report] = found["reports"]
    assert (report["kind_name"], report["issued_at"], report["signed_by_name"]) == ("首报", ago(), None)


async def test_its_paper_goes_to_the_government_with_copies_for_the_departments(reporting: Reporting) -> None:
    incident = await reporting.first(to=["slj", "yjj", "xf"])
    letter = await row(
        "SELECT kind, body_name, addressee_name, number, paper FROM letters WHERE record_id = ?",
        UUID(incident),
    )
    assert letter is not None
    assert (letter["kind"], letter["body_name"], letter["addressee_name"]) == (
        "incident_report",
        "示范镇人民政府",
        "县政府",
    )
    assert letter["number"] == "示政执信〔2026〕1号"
    assert "县水利局，县应急管理局" in letter["paper"]
    assert "特急" in letter["paper"]


@pytest.mark.parametrize("register", ["no word", "by register"])
async def test_it_waits_for_no_number_either_which_follows(reporting: Reporting, register: str) -> None:
    await rows(
        "DELETE FROM number_rules" if register == "no word" else "UPDATE number_rules SET by_register = TRUE"
    )
    incident = await reporting.first()
    [report] = (await reporting.read("duiyuan", incident))["reports"]
    assert (report["issued_at"], report["letter_number"]) == (ago(), None)
    number = {"number": "示政值〔2026〕8号"}
    found = await reporting.do("duiyuan", incident, f"reports/{report['id']}/letter", number)
    assert found["reports"][0]["letter_number"] == "示政值〔2026〕8号"
    again = await reporting.post("duiyuan", incident, f"reports/{report['id']}/letter", number, key=uuid4())
    assert again.status_code == 200
    assert len(await rows("SELECT id FROM letters WHERE record_id = ?", UUID(incident))) == 1


async def test_the_command_and_the_bodies_told_hear_it_at_any_hour(reporting: Reporting) -> None:
    told = await reporting.told(await reporting.first())
    heard = {"lingdao", "zhenzhang", "zhihui", "duizhang", "xianban", "yingji", "yingji2"}
    assert set(told) == heard
    assert told["xianban"] == [("首报：围堵阻碍执法", True, False)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"category": " "}, "category"),
        ({"facts": ""}, "facts"),
        ({"to": []}, "to"),
        ({"to": ["sfz-pcs"]}, "to"),
        ({"to": ["lz"]}, "to"),
        ({"origin": {"kind": "assist", "id": str(uuid4())}}, "origin"),
        ({"position": {"lat": 24.1, "source": "gps"}}, "position"),
        ({"happened_at": ago(hours=-1)}, "happened_at"),
    ],
)
async def test_only_what_makes_no_report_is_refused(
    reporting: Reporting, changes: dict[str, Any], field: str
) -> None:
    answer = await reporting.street.put("duiyuan", f"/incidents/{uuid4()}", incident_body(**changes))
    assert answer.status_code in (400, 422)
    assert field in answer.json()["fields"]


@pytest.mark.parametrize("who", ["lingdao", "xianban", "yingji", "guanli"])
async def test_it_is_the_street_that_reports(reporting: Reporting, who: str) -> None:
    answer = await reporting.street.put(who, f"/incidents/{uuid4()}", incident_body())
    assert code_of(answer) == (403, "not_allowed")


async def test_sent_twice_it_is_one(reporting: Reporting) -> None:
    incident, body = str(uuid4()), incident_body()
    answers = [await reporting.street.put("duiyuan", f"/incidents/{incident}", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    other = await reporting.street.put("duiyuan", f"/incidents/{incident}", incident_body(facts="另一件"))
    assert code_of(other) == (409, "conflict")
    assert len(await rows("SELECT id FROM incident_reports WHERE incident = ?", UUID(incident))) == 1


@pytest.mark.parametrize(("minutes", "late"), [(30, False), (30.02, True)])
async def test_late_is_marked_with_its_reason_and_never_refused(
    reporting: Reporting, minutes: float, late: bool
) -> None:
    happened = ago(minutes=minutes)
    incident = await reporting.first(happened_at=happened, late_reason="现场没有信号")
    first = (await reporting.read("duiyuan", incident))["first"]
    assert (first["late"], first["late_reason"], first["basis"]) == (late, "现场没有信号", "本地约定")


async def test_said_by_telephone_before_it_was_in_time(reporting: Reporting) -> None:
    incident = await reporting.first(happened_at=ago(minutes=60))
    assert (await reporting.read("duiyuan", incident))["first"]["late"]
    said = {"to_unit": "xf", "channel": "phone", "name": "值班员", "at": ago(minutes=50)}
    found = await reporting.do("duiyuan", incident, "tellings", said)
    assert (found["told_at"], found["first"]["late"], found["first"]["took_s"]) == (
        ago(minutes=50),
        False,
        600,
    )


async def test_from_a_call_the_form_knows_the_whole_chain(reporting: Reporting) -> None:
    calls = Calls(reporting.street)
    patrol = await reporting.street.patrol()
    assist = await calls.resolved(patrol=patrol, alarm_number="110-0471")
    outcome = {"text": "劝离", "dispersed": 20, "injured": 1, "evidence": "执法记录仪两段"}
    await calls.do("minjing", assist, "outcome", outcome)
    page = await reporting.street.page("duiyuan", f"/incidents/new?kind=assist&origin={assist}")
    assert page.status_code == 200
    for words in (
        "12:00沈禾请求支援；12:00周青岩已接警；12:00周青岩出警",
        "处置完毕",
        "综合行政执法队程一诺",
    ):
        assert words in page.text
    assert "劝离；疏散20人；固定证据：执法记录仪两段" in page.text
    assert 'value="110-0471"' in page.text


async def test_it_hangs_on_the_call_it_came_from(reporting: Reporting) -> None:
    calls = Calls(reporting.street)
    assist = await calls.raised()
    incident = await reporting.first(origin={"kind": "assist", "id": assist})
    found = await calls.read("duiyuan", assist)
    assert [(each["kind"], each["id"]) for each in found["followups"]] == [("incident", incident)]
    assert (await reporting.read("duiyuan", incident))["origin"]["id"] == assist


async def test_a_drill_stays_a_drill_everywhere(reporting: Reporting) -> None:
    assist = await Calls(reporting.street).raised(exercise=True)
    incident = await reporting.first(origin={"kind": "assist", "id": assist})
    found = await reporting.read("xianban", incident)
    assert (found["exercise"], found["title"], found["clocks"]) == (True, "演练：围堵阻碍执法", [])
    told = await reporting.told(incident)
    assert {(urgent, drill) for each in told.values() for _, urgent, drill in each} == {(False, True)}
    letter = await row("SELECT paper FROM letters WHERE record_id = ?", UUID(incident))
    assert letter is not None
    assert "演练" in letter["paper"]
    pages = [f"/incidents/{incident}", f"/incidents/{incident}/timeline", "/incidents"]
    for path in pages:
        assert "演练" in (await reporting.street.page("xianban", path)).text


async def test_a_real_call_is_reported_as_no_drill(reporting: Reporting) -> None:
    assist = await Calls(reporting.street).raised()
    body = incident_body(origin={"kind": "assist", "id": assist}, exercise=True)
    answer = await reporting.street.put("duiyuan", f"/incidents/{uuid4()}", body)
    assert code_of(answer) == (400, "invalid")
    assert "exercise" in answer.json()["fields"]


async def test_the_page_draws_where_it_was(reporting: Reporting) -> None:
    there = {"lat": 24.17341, "lon": 102.4045, "accuracy_m": 8, "source": "gps"}
    incident = await reporting.first(position=there)
    page = await reporting.street.page("xianban", f"/incidents/{incident}")
    assert "incident-map" in page.text
    place = (await reporting.street.get("xianban", f"/incidents/{incident}/place.geojson")).json()
    assert place["features"][0]["geometry"]["coordinates"] == [102.4045, 24.17341]
    nowhere = await reporting.street.page("xianban", f"/incidents/{await reporting.first()}")
    assert "incident-map" not in nowhere.text


async def test_the_call_leads_to_the_form(reporting: Reporting) -> None:
    assist = await Calls(reporting.street).resolved()
    page = await reporting.street.page("duiyuan", f"/assists/{assist}")
    assert f"/incidents/new?kind=assist&amp;origin={assist}" in page.text
