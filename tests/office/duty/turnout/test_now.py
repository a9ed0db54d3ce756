"""Who is on duty now, in one look; what is empty is seen by whoever answers for it, and told at once, once."""

from datetime import timedelta
from typing import Any

import pytest

from backend.foundation.database import rows
from backend.office.duty.turnout.commands.watching import watch
from tests.field.street import NOON
from tests.office.duty.turnout.at_post import BEGINS, HOUR, INSIDE, Post

MINUTE, INSTANT = timedelta(minutes=1), timedelta(seconds=1)


async def told() -> dict[str, list[str]]:
    """Title → who has it."""
    found = await rows(
        "SELECT n.title, o.username FROM notices n JOIN officers o ON o.id = n.officer WHERE n.record_kind = 'shift' "
        "ORDER BY o.username"
    )
    return {
        title: [each["username"] for each in found if each["title"] == title]
        for title in {each["title"] for each in found}
    }


async def test_by_place_by_unit_and_by_their_own_word(post: Post) -> None:
    await post.street.post("suozhang", "/duty/presence")
    found = await post.now()
    assert [(each["place"], each["username"]) for each in found["items"]] == [
        ("农贸市场", "minjing"), ("农贸市场", "duiyuan"),
    ]  # fmt: skip
    assert (found["themselves"], {each["on_duty"] for each in found["units"]}) == (["suozhang"], {1, 2})


async def test_gaps_are_who_did_not_come_and_slots_that_lack_somebody(post: Post) -> None:
    await post.send("minjing", position=INSIDE)
    gaps = [(gap["username"], gap["slot"], gap["missing"]) for gap in (await post.now())["gaps"]]
    assert gaps == [("duiyuan", None, 0), (None, "执法队员", 1)]


@pytest.mark.parametrize(
    ("who", "sees"), [("duizhang", True), ("dangban", True), ("lingdao", True), ("xieguan", False)]
)
async def test_who_sees_a_gap(post: Post, who: str, sees: bool) -> None:
    assert bool((await post.now(who))["gaps"]) is sees
    assert ("空岗" in (await post.street.page(who, "/duty/now")).text) is sees


@pytest.mark.parametrize(("after", "gaps"), [(5 * MINUTE - INSTANT, 0), (5 * MINUTE, 2)])
async def test_both_sides_of_the_minute_from_which_it_is_told(
    post: Post, after: timedelta, gaps: int
) -> None:
    post.street.clock.at(BEGINS + after)
    assert await watch() == gaps


async def test_captain_chief_dispatcher_and_the_one_missing_are_told_once(post: Post) -> None:
    await post.send("duiyuan", position=INSIDE)
    assert (await watch(), await watch()) == (1, 0)
    assert await told() == {"周青岩缺岗：市场联合值守": ["duizhang", "minjing", "suozhang", "zhihui"]}


async def test_who_is_there_or_has_signed_out_in_time_is_no_gap(post: Post) -> None:
    for who in ("minjing", "duiyuan"):
        await post.send(who, position=INSIDE)
    assert await watch() == 0
    post.street.clock.at(NOON + 3 * HOUR - 4 * MINUTE)
    await post.send("minjing", "departure", position=INSIDE)
    assert await watch() == 0


async def test_who_goes_long_before_the_end_leaves_a_gap(post: Post) -> None:
    for who in ("minjing", "duiyuan"):
        await post.send(who, position=INSIDE)
    post.street.clock.later(minutes=30)
    await post.send("minjing", "departure", position=INSIDE)
    assert await watch() == 1
    assert list(await told()) == ["周青岩已离岗：市场联合值守"]


async def test_another_township_sees_nothing_of_it(post: Post) -> None:
    found: dict[str, Any] = (await post.street.get("linzhen", "/duty/now")).json()
    assert (found["items"], found["units"]) == ([], [])


async def test_the_code_opens_the_shift_of_this_place_and_of_no_other(post: Post) -> None:
    code = await post.code()
    shown = (await post.street.page("minjing", f"/duty/at/{code}")).text
    assert f'name="code" value="{code}"' in shown
    assert f"arrival-{post.shift}" in shown
    await rows("UPDATE shifts SET place = (SELECT id FROM places WHERE name = '镇政府')")
    assert "这里现在没有你的班次" in (await post.street.page("minjing", f"/duty/at/{code}")).text


async def test_the_sheet_shows_the_code_to_who_oversees(post: Post) -> None:
    await post.code()
    [place] = await rows("SELECT id FROM places WHERE name = '农贸市场'")
    assert "<svg" in (await post.street.page("zhihui", f"/duty/codes/{place['id']}")).text
    assert (await post.street.page("duiyuan", f"/duty/codes/{place['id']}")).status_code == 403
    assert (await post.street.page("linzhen", f"/duty/codes/{place['id']}")).status_code in {403, 404}


@pytest.mark.parametrize(("who", "sees"), [("duizhang", True), ("minjing", True), ("xieguan", False)])
async def test_who_came_stands_on_the_page_of_the_shift_also_when_it_is_over(
    post: Post, who: str, *, sees: bool
) -> None:
    await post.send("minjing", position=INSIDE)
    post.street.clock.later(hours=30)
    shown = (await post.street.page(who, f"/duty/shifts/{post.shift}")).text
    assert ("签到 12:00 卫星定位" in shown, "迟到1小时" in shown) == (sees, sees)
    assert ("缺岗" in shown) is (who == "duizhang")
