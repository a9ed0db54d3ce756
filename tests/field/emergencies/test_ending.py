"""What belongs to it, its end, the report that comes of it; on the page of command while it is open."""

from uuid import uuid4

import pytest

from tests.field.assists.calls import call_body
from tests.field.emergencies.dealing import Dealing
from tests.field.incidents.reporting import incident_body
from tests.field.street import ago, code_of
from tests.office.tasks.giving import Giving


async def test_it_ends_once_with_how(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    assert code_of(await dealing.post("zhihui", emergency, "ending", {"outcome": " "})) == (400, "invalid")
    found = await dealing.do("zhihui", emergency, "ending", outcome="人群散去，两人带回询问")
    assert (found["state"], found["outcome"], found["ended_at"]) == ("ended", "人群散去，两人带回询问", ago())
    again = await dealing.post("lingdao", emergency, "ending", {"outcome": "别的"})
    assert (again.status_code, again.json()["outcome"]) == (200, "人群散去，两人带回询问")
    assert ("duiyuan", "处置结束：围堵阻碍执法", True, False) in await dealing.told(emergency)


@pytest.mark.parametrize(
    ("who", "status"), [("suozhang", 403), ("duiyuan", 403), ("dangban", 403), ("duizhang", 201)]
)
async def test_who_opens_one_ends_it(dealing: Dealing, who: str, status: int) -> None:
    emergency = await dealing.opened()
    assert (await dealing.post(who, emergency, "ending", {"outcome": "散了"})).status_code == status


async def test_a_patrol_belongs_to_it_once(dealing: Dealing) -> None:
    emergency, patrol = await dealing.opened(), await dealing.street.patrol()
    assert "集镇联合巡查" in (await dealing.street.page("zhihui", f"/emergencies/{emergency}")).text
    for status in (201, 200):
        answer = await dealing.post("zhihui", emergency, "links", {"kind": "patrol", "id": patrol})
        assert answer.status_code == status
    assert [each["id"] for each in (await dealing.read("zhihui", emergency))["links"]] == [patrol]
    unknown = await dealing.post("zhihui", emergency, "links", {"kind": "patrol", "id": str(uuid4())})
    assert code_of(unknown) == (400, "invalid")


async def test_who_does_not_see_a_linked_record_is_not_told_of_it(dealing: Dealing) -> None:
    emergency = await dealing.opened(people=["minjing2"])
    patrol = await dealing.street.patrol(kind="routine", crew=["duiyuan"])
    await dealing.do("zhihui", emergency, "links", kind="patrol", id=patrol)
    assert (await dealing.read("minjing2", emergency))["links"] == []
    told = [
        "集镇联合巡查" in (await dealing.street.page(who, f"/emergencies/{emergency}/timeline")).text
        for who in ("minjing2", "zhihui")
    ]
    assert told == [False, True]


async def test_tasks_are_given_from_it(dealing: Dealing) -> None:
    emergency = await dealing.opened(exercise=True)
    giving = Giving(dealing.street)
    task = await giving.given("zhihui", origin={"kind": "emergency", "id": emergency})
    found = await giving.read("duiyuan", task)
    assert (found["origin"]["id"], found["exercise"], found["clocks"]) == (emergency, True, [])


async def test_the_report_begins_with_what_the_log_says(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    wrong = await dealing.entered("zhihui", emergency, "伤了两人。", at=ago(minutes=5))
    await dealing.entered("zhihui", emergency, "伤了一人。", corrects=wrong["id"])
    await dealing.entered("zhihui", emergency, "县里来过电话", note=True)
    await dealing.do("zhihui", emergency, f"people/{await dealing.member(emergency)}/arrival")
    page = (await dealing.street.page("zhihui", f"/incidents/new?kind=emergency&origin={emergency}")).text
    facts = page.split('name="facts"')[1].split("</textarea>")[0]
    assert "11:50叶微：三十人围住执法人员。11:55叶微：伤了一人。12:00沈禾到场。" in facts
    assert "县里来过电话" not in page
    assert "叫来1人，到场1人" in page
    assert 'value="围堵阻碍执法" checked' in page


async def later_facts(dealing: Dealing, incident: str, who: str = "zhihui") -> str:
    """What the form of a later report begins with."""
    page = (await dealing.street.page(who, f"/incidents/{incident}/reports/new?kind=followup")).text
    return page.split('name="facts"')[1].partition(">")[2].split("</textarea>")[0].strip()


async def reported(dealing: Dealing, emergency: str, who: str = "zhihui") -> str:
    incident = str(uuid4())
    body = incident_body(origin={"kind": "emergency", "id": emergency})
    assert (await dealing.street.put(who, f"/incidents/{incident}", body)).status_code == 201
    return incident


async def test_a_later_report_begins_with_what_was_said_last_and_what_was_logged_since(
    dealing: Dealing,
) -> None:
    emergency = await dealing.opened()
    wrong = await dealing.entered("zhihui", emergency, "伤了两人。", at=ago(minutes=5))
    incident = await reported(dealing, emergency)
    said = await later_facts(dealing, incident)
    assert "11:55" not in said  # the first report had it
    dealing.street.clock.later(minutes=5)
    await dealing.entered("zhihui", emergency, "伤了一人。", corrects=wrong["id"])
    await dealing.entered("zhihui", emergency, "县里来过电话", note=True)
    await dealing.do("zhihui", emergency, f"people/{await dealing.member(emergency)}/arrival")
    assert await later_facts(dealing, incident) == f"{said}\n11:55叶微：伤了一人。12:05沈禾到场。"


async def test_who_does_not_see_the_emergency_reads_nothing_of_its_log(dealing: Dealing) -> None:
    emergency = await dealing.opened(people=None)
    incident = await reported(dealing, emergency)
    dealing.street.clock.later(minutes=5)
    await dealing.entered("zhihui", emergency, "伤了一人。")
    assert "伤了一人" in await later_facts(dealing, incident)
    assert "伤了一人" not in await later_facts(dealing, incident, "duiyuan")


async def test_report_and_emergency_lead_to_each_other(dealing: Dealing) -> None:
    emergency, incident = await dealing.opened(), str(uuid4())
    body = incident_body(origin={"kind": "emergency", "id": emergency})
    assert (await dealing.street.put("zhihui", f"/incidents/{incident}", body)).status_code == 201
    assert [each["id"] for each in (await dealing.read("zhihui", emergency))["links"]] == [incident]
    assert f"/emergencies/{emergency}" in (await dealing.street.page("zhihui", f"/incidents/{incident}")).text
    own = (await dealing.street.page("zhihui", f"/emergencies/{emergency}")).text
    assert f"/incidents/{incident}" in own
    assert "/incidents/new" not in own  # it is not reported a second time by mistake


async def test_the_report_of_a_drill_is_a_drill(dealing: Dealing) -> None:
    emergency, incident = await dealing.opened(exercise=True), str(uuid4())
    body = incident_body(origin={"kind": "emergency", "id": emergency})
    answer = await dealing.street.put("zhihui", f"/incidents/{incident}", body)
    assert answer.json()["exercise"] is True


async def test_while_it_is_open_it_stands_on_the_page_of_command_and_the_wall(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    situation = (await dealing.street.get("lingdao", "/command")).json()["emergencies"]
    assert [(each["id"], each["called"], each["there"]) for each in situation] == [(emergency, 1, 0)]
    for path in ("/command", "/command/wall"):
        assert f"/emergencies/{emergency}" in (await dealing.street.page("duizhang", path)).text
    await dealing.do("zhihui", emergency, "ending", outcome="散了")
    assert (await dealing.street.get("lingdao", "/command")).json()["emergencies"] == []


async def test_where_it_is_stands_on_the_map_of_command(dealing: Dealing) -> None:
    for position in (None, {"lat": 24.17, "lon": 102.4, "source": "map"}):
        await dealing.opened(position=position)
    found = (await dealing.street.get("zhihui", "/command/situation.geojson")).json()["features"]
    assert [each["properties"]["name"] for each in found] == ["围堵阻碍执法"]


async def test_a_call_that_goes_on_is_offered(dealing: Dealing) -> None:
    call = str(uuid4())
    await dealing.street.put("duiyuan", f"/assists/{call}", call_body())
    page = (await dealing.street.page("zhihui", f"/emergencies/{await dealing.opened()}")).text
    assert f'value="{call}"' in page
