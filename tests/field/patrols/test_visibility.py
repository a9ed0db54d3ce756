"""Who sees a patrol: the team and the leaders all of them, others those they walked on, strangers none."""

from uuid import UUID

import pytest

from backend.foundation.records import visible_record
from tests.field.street import Street, ago

TEAM_AND_READERS = [
    "duiyuan",
    "duiyuan2",
    "xieguan",
    "duizhang",
    "neiqin",
    "lingdao",
    "zhenzhang",
    "dangban",
    "zhihui",
]
STRANGERS = ["ziran", "shichang", "jiaojing", "fazhi", "linzhen"]


async def sees(street: Street, who: str, patrol_id: str) -> bool:
    alone = (await street.get(who, f"/patrols/{patrol_id}")).status_code
    listed = [item["id"] for item in (await street.get(who, "/patrols")).json()["items"]]
    findings = (await street.get(who, f"/patrols/{patrol_id}/findings")).status_code
    assert {alone, findings} in ({200}, {404})
    assert (alone == 200) == (patrol_id in listed)
    return alone == 200


@pytest.mark.parametrize("who", [*TEAM_AND_READERS, "minjing", "suozhang"])
async def test_it_is_seen_by(street: Street, who: str) -> None:
    assert await sees(street, who, await street.patrol())


@pytest.mark.parametrize("who", STRANGERS)
async def test_it_is_not_seen_by(street: Street, who: str) -> None:
    assert not await sees(street, who, await street.patrol())


@pytest.mark.parametrize("who", ["guanli", "chengguan", "jiancha", "jiandu", "xinfang"])
async def test_it_is_nobody_elses_business(street: Street, who: str) -> None:
    patrol_id = await street.patrol()
    assert (await street.get(who, f"/patrols/{patrol_id}")).status_code == 403
    assert (await street.get(who, "/patrols")).status_code == 403


async def test_who_walked_along_and_left_still_sees_it(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/crew/minjing/departure")
    assert await sees(street, "minjing", patrol_id)


async def test_who_was_planned_and_replaced_does_not(street: Street) -> None:
    patrol_id = await street.patrol(started_at=None, planned_from=ago(hours=-1))
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"crew": ["duiyuan", "ziran"]})
    assert not await sees(street, "minjing", patrol_id)


async def test_the_chief_does_not_see_what_the_station_had_no_part_in(street: Street) -> None:
    patrol_id = await street.patrol(kind="routine", crew=["duiyuan"])
    assert not await sees(street, "suozhang", patrol_id)


async def test_police_see_the_patrol_they_made(street: Street) -> None:
    patrol_id = await street.patrol("minjing", kind="routine", crew=["suozhang"])
    assert await sees(street, "minjing", patrol_id)


@pytest.mark.parametrize(("who", "seen"), [("minjing", True), ("ziran", False), ("linzhen", False)])
async def test_photos_ask_the_patrol_and_the_finding_who_sees_them(
    street: Street, who: str, seen: bool
) -> None:
    patrol_id = await street.patrol()
    finding_id = await street.finding(patrol_id)
    person = await street.cast.person(who)
    for kind, record_id in (("patrol", patrol_id), ("finding", finding_id)):
        assert (await visible_record(person, kind, UUID(record_id)) is not None) == seen


async def test_a_filed_patrol_is_closed_for_its_photos(street: Street) -> None:
    patrol_id = await street.filed()
    found = await visible_record(await street.cast.person("duiyuan"), "patrol", UUID(patrol_id))
    assert found is not None
    assert (found.open, found.facts["number"]) == (False, "示执巡〔2026〕1号")
