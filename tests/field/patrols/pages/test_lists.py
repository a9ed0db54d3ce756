"""The list of patrols: one's own first, plans as they come, what was returned however old it is."""

import re

import pytest

from backend.field.patrols.queries.board import Board, board
from backend.foundation.now import now
from tests.field.street import Street, ago

LONG = "示范镇综合行政执法队·派出所·市场监管所·自然资源所街天集贸市场及河堤沿线占道经营和乱倒垃圾联合巡查暨消防隐患排查工作"


async def seen(street: Street, who: str) -> Board:
    return await board(await street.cast.person(who), now())


async def test_the_patrol_one_walks_on_stands_apart_from_others(street: Street) -> None:
    mine = await street.patrol(title="我的")
    theirs = await street.patrol("duizhang", title="别人的", kind="routine", crew=["duizhang"])
    found = await seen(street, "duiyuan")
    assert [str(each.id) for each in found.own] == [mine]
    assert [str(each.id) for each in found.running] == [theirs]


async def test_who_has_left_no_longer_walks_on_it(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("minjing", f"/patrols/{patrol_id}/crew/minjing/departure")
    found = await seen(street, "minjing")
    assert (found.own, [str(each.id) for each in found.running]) == ([], [patrol_id])


async def test_plans_stand_in_the_order_they_come(street: Street) -> None:
    for hours in (48, 2, 24):
        await street.planned(title=f"{hours}", planned_from=ago(hours=-hours))
    assert [each.title for each in (await seen(street, "duiyuan")).planned] == ["2", "24", "48"]


async def test_a_year_of_plans_does_not_push_todays_patrol_off_the_list(street: Street) -> None:
    mine = await street.patrol()
    for day in range(1, 63):
        await street.planned(planned_from=ago(days=-day), kind="routine", crew=["duiyuan"])
    assert [str(each.id) for each in (await seen(street, "duiyuan")).own] == [mine]


async def test_what_was_returned_stays_although_twenty_were_filed_since(street: Street) -> None:
    returned = await street.returned(kind="routine", crew=["duiyuan"])
    for _ in range(21):
        await street.filed(kind="routine", crew=["duiyuan"])
    found = await seen(street, "duiyuan")
    assert [str(each.id) for each in found.returned] == [returned]
    assert len(found.filed) == 20


async def test_what_ended_waits_for_its_filing_and_a_cancelled_plan_is_gone(street: Street) -> None:
    ended, _ = await street.ended(), await street.cancelled()
    found = await seen(street, "duiyuan")
    assert [str(each.id) for each in found.unfiled] == [ended]
    assert [*found.planned, *found.filed] == []


@pytest.mark.parametrize("who", ["duiyuan", "minjing", "lingdao", "zhihui"])
async def test_an_empty_list_says_so(street: Street, who: str) -> None:
    assert "还没有巡查" in (await street.page(who, "/patrols")).text


@pytest.mark.parametrize(
    ("who", "offered"), [("duiyuan", True), ("minjing", True), ("lingdao", False), ("zhihui", False)]
)
async def test_only_who_patrols_is_offered_to_start_and_to_plan(
    street: Street, who: str, offered: bool
) -> None:
    page = (await street.page(who, "/patrols")).text
    assert ('href="/patrols/new"' in page, 'href="/patrols/new?plan=true"' in page) == (offered, offered)
    assert (await street.page(who, "/patrols/new")).status_code == (200 if offered else 403)


async def test_police_see_what_they_walked_on_and_no_other(street: Street) -> None:
    await street.patrol(title="同行的")
    await street.patrol(title="没去的", kind="routine", crew=["duiyuan"])
    page = (await street.page("minjing", "/patrols")).text
    assert "同行的" in page
    assert "没去的" not in page


async def test_another_township_sees_nothing(street: Street) -> None:
    await street.patrol(title="示范镇的")
    assert "示范镇的" not in (await street.page("linzhen", "/patrols")).text


async def test_a_long_name_is_shown_whole(street: Street) -> None:
    assert len(LONG) >= 55
    patrol_id = await street.patrol(title=LONG)
    for path in (
        "/patrols",
        f"/patrols/{patrol_id}",
        f"/patrols/{patrol_id}/crew",
        f"/patrols/{patrol_id}/timeline",
    ):
        assert LONG in re.sub(r"<[^>]+>", "", (await street.page("duiyuan", path)).text)
