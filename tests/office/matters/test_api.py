"""GET /api/v1/matters: the list with its competent bodies, as scripts and phones ask for it."""

from datetime import date
from typing import Any

import pytest

from tests.office.matters.lists import CITY, WATER, adjusted, listed, listed_next_door
from tests.rig.cast import Cast
from tests.rig.clock import Clock

TODAY, LATER = date(2026, 11, 20), date(2026, 12, 1)
RIVER: dict[str, Any] = {
    "name": "在河道管理范围内倾倒垃圾",
    "standing": "kept",
    "supervising": WATER,
    "punishing": WATER,
}


async def items(town: Cast, asked: str = "", who: str = "duiyuan") -> list[dict[str, object]]:
    answer = await (await town.script(who)).get(f"/api/v1/matters{asked}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def test_a_matter_names_the_bodies_that_are_competent(town: Cast) -> None:
    await listed("SW-01", "河里倒垃圾", **RIVER)
    [found] = await items(town, "?q=倒垃圾在河里")
    assert (found["code"], found["standing"], found["standing_name"]) == ("SW-01", "kept", "部门实施")
    assert found["punishing"] == {"name": "县水利局", "code": "slj", "acts_in_own_name": True}
    assert found["supervising"] == {"name": "县水利局", "code": "slj", "acts_in_own_name": True}
    assert found["basis"] == [{"law": "城市市容和环境卫生管理条例", "article": "第三十六条"}]
    assert (found["effective_on"], found["in_force_since"]) == ("2026-11-20", "2026-11-20T12:00:00+08:00")
    assert found["paper"] == {
        "title": "关于赋予乡镇行政处罚权的决定",
        "number": "示政发〔2026〕6号",
        "on": "2026-11-02",
    }


async def test_without_words_it_goes_by_code_and_by_pages(town: Cast) -> None:
    for code in ("C-3", "A-1", "B-2"):
        await listed(code)
    script = await town.script("duiyuan")
    first = (await script.get("/api/v1/matters?limit=2")).json()
    assert [found["code"] for found in first["items"]] == ["A-1", "B-2"]
    second = (await script.get(f"/api/v1/matters?limit=2&cursor={first['next']}")).json()
    assert ([found["code"] for found in second["items"]], second["next"]) == (["C-3"], None)


@pytest.mark.parametrize(
    "asked",
    [
        "?cursor=nothing",
        "?cursor=7f3c2a10-0000-4000-8000-000000000000",
        "?limit=0",
        "?limit=201",
        "?standing=x",
        "?day=1-1-1",
    ],
)
async def test_what_cannot_be_read_is_refused(town: Cast, asked: str) -> None:
    answer = await (await town.script("duiyuan")).get(f"/api/v1/matters{asked}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


async def test_what_was_in_force_on_a_day_can_be_asked(town: Cast, noon: Clock) -> None:
    matter = await listed("SR-01")
    await adjusted(matter, 1, LATER, standing="taken_back", punishing=CITY)
    numbers = [
        [found["number"] for found in await items(town, f"?day={day}")]
        for day in ("2026-11-19", TODAY, "2026-11-30", LATER)
    ]
    assert numbers == [[], [1], [1], [2]]


async def test_one_matter_tells_all_its_versions(town: Cast) -> None:
    matter = await listed("SR-01", "占道摆摊")
    await adjusted(matter, 1, LATER, standing="taken_back", punishing=CITY)
    told = (await (await town.script("duiyuan")).get(f"/api/v1/matters/{matter}")).json()
    assert (told["code"], told["in_force"], told["sayings"], told["version"]) == ("SR-01", 1, ["占道摆摊"], 2)
    newest, first = told["versions"]
    assert (newest["number"], newest["starts_at"], newest["ends_at"]) == (
        2,
        "2026-12-01T00:00:00+08:00",
        None,
    )
    assert (first["number"], first["ends_at"], first["recorded_by"]) == (
        1,
        "2026-12-01T00:00:00+08:00",
        "韩立夏",
    )


async def test_the_neighbours_matters_are_not_there(town: Cast) -> None:
    matter = await listed_next_door()
    assert await items(town) == []
    answer = await (await town.script("duiyuan")).get(f"/api/v1/matters/{matter}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert len(await items(town, "?township=lz", "chengguan")) == 1
