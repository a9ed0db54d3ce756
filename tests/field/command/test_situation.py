"""What goes on in a township, on one page: calls, patrols, violations, what is late, tasks; of one's own township alone."""

from typing import Any
from uuid import uuid4

from tests.field.assists.calls import call_body
from tests.field.street import Street, ago
from tests.office.tasks.giving import Giving


async def situation(street: Street, who: str = "zhihui") -> dict[str, Any]:
    return await street.read(who, "/command")


async def test_everything_open_stands_there(street: Street) -> None:
    patrol = await street.patrol()
    finding = await street.finding(patrol, ongoing=True)
    await street.finding(patrol)
    call = str(uuid4())
    await street.put("duiyuan", f"/assists/{call}", call_body())
    task = await Giving(street).given(due_at=ago(minutes=-5))
    street.clock.later(minutes=6)
    found = await situation(street)
    assert [each["id"] for each in found["patrols"]] == [patrol]
    assert [each["id"] for each in found["violations"]] == [finding]
    assert [each["id"] for each in found["assists"]] == [call]
    assert [each["id"] for each in found["tasks"]] == [task]
    assert [each["title"] for each in found["overdue"]] == ["派单：清理河堤堆料"]


async def test_the_map_has_what_the_lists_have(street: Street) -> None:
    await street.finding(await street.patrol(), ongoing=True)
    await street.put("duiyuan", f"/assists/{uuid4()}", call_body())
    answer = await street.get("zhihui", "/command/situation.geojson")
    found = [each["properties"]["kind"] for each in answer.json()["features"]]
    assert sorted(found) == ["call", "finding"]


async def test_whoever_calls_stands_there_once(street: Street) -> None:
    patrol = await street.patrol()
    await street.post(
        "duiyuan",
        f"/patrols/{patrol}/track",
        {"points": [{"seq": 0, "at": ago(), "lat": 24.17, "lon": 102.4, "accuracy_m": 8}]},
    )
    there = "/command/situation.geojson"
    named = [each["properties"]["kind"] for each in (await street.get("zhihui", there)).json()["features"]]
    await street.put("duiyuan", f"/assists/{uuid4()}", call_body())
    calling = [each["properties"]["kind"] for each in (await street.get("zhihui", there)).json()["features"]]
    assert (named, calling) == (["person"], ["call"])


async def test_a_violation_of_last_week_says_nothing_about_today(street: Street) -> None:
    patrol = await street.patrol(started_at=ago(days=5))
    await street.finding(patrol, ongoing=True, found_at=ago(days=4))
    assert (await situation(street))["violations"] == []


async def test_the_neighbours_are_not_among_it(street: Street) -> None:
    await street.post("linzhen", "/duty/presence")
    assert (await situation(street))["people"] == []


async def test_page_wall_and_part_are_there_for_who_runs_the_township(street: Street) -> None:
    for path in ("/command", "/command/wall"):
        assert (await street.page("lingdao", path)).status_code == 200
        assert (await street.page("duiyuan", path)).status_code == 403
