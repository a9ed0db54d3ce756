"""Days somebody would rather be off, or on."""

import httpx

from tests.field.street import code_of
from tests.office.duty.desk import Desk, night_watch


async def wished(desk: Desk, off: list[str], on: list[str], who: str = "duiyuan") -> httpx.Response:
    return await desk.street.post(who, "/duty/wishes", {"month": "2026-12", "off": off, "on": on})


async def test_they_weigh_when_the_month_is_drafted(desk: Desk) -> None:
    assert (await wished(desk, ["2026-12-01"], [])).status_code == 201
    await wished(desk, [], ["2026-12-01"], "duiyuan2")
    found = await desk.month(night_watch(days="weekdays:2"))
    drafted = (await desk.street.post("zhihui", f"/rosters/{found['id']}/draft", {"solver": False})).json()
    assert drafted["shifts"][0]["slots"][0]["people"][0]["username"] == "duiyuan2"


async def test_the_same_again_changes_nothing(desk: Desk) -> None:
    assert [(await wished(desk, ["2026-12-24"], [])).status_code for _ in range(2)] == [201, 200]


async def test_each_day_is_one_thing_and_of_the_month(desk: Desk) -> None:
    for off, on in ((["2026-12-24"], ["2026-12-24"]), (["2027-01-01"], [])):
        assert code_of(await wished(desk, off, on)) == (400, "invalid")


async def test_a_day_that_is_both_is_named(desk: Desk) -> None:
    refused = await wished(desk, ["2026-12-24", "2026-12-25"], ["2026-12-24"])
    assert refused.json()["fields"]["on"] == "24日又想休又想值，只留一个"
