"""The list as a phone keeps it: every matter with its answer, and whom to ask."""

from tests.office.matters.lists import WATER, listed, listed_next_door
from tests.rig.cast import Cast


async def test_every_matter_in_force_comes_with_its_answer(town: Cast) -> None:
    await listed("SR-01", "占道摆摊", "出摊")
    await listed(
        "SW-01", name="在河道管理范围内倾倒垃圾", standing="kept", supervising=WATER, punishing=WATER
    )
    await listed_next_door("LZ-01")
    told = (await (await town.script("duiyuan")).get("/api/v1/matters/asking")).json()
    own, water = told["items"]
    assert (own["code"], own["phone"], own["phrases"][1:]) == ("SR-01", "", ["占道摆摊", "出摊"])
    assert own["verdict"].startswith("归本地处罚")
    assert water["verdict"] == f"归{water['punishing']}处罚，不归本地"
    assert water["phone"]
    assert "移送" in water["todo"]
    assert [guide["name"] for guide in told["guides"]]


async def test_nobody_unknown_reads_it(town: Cast) -> None:
    assert (await (await town.nobody()).get("/api/v1/matters/asking")).status_code == 401
