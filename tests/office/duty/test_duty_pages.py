"""/duty and what whoever plans works with, as pages."""

from uuid import uuid4

import httpx
import pytest

from tests.office.duty.desk import OFFICER, POLICE, Desk, night_watch

POST = {
    "kind": "watch", "name": "早市值守", "days": "all", "begins": "06:00", "ends": "12:00", "first_day": "2026-12-01",
    "active": "1", "slot0_name": "执法队员", "slot0_roles": "officer", "slot0_least": "1", "slot0_most": "2",
}  # fmt: skip


async def sent(desk: Desk, who: str, path: str, form: dict[str, str]) -> httpx.Response:
    await desk.street.page(who, "/duty")
    return await desk.street.clients[f"{who} in a browser"].post(path, data=form)


async def test_ones_own_shifts_stand_first_then_the_day(desk: Desk) -> None:
    await desk.published((1, "duiyuan"), (2, "duiyuan2"))
    text = (await desk.street.page("duiyuan", "/duty?day=2026-12-01")).text
    assert (
        text.index("我的班次")
        < text.index("12月1日 周二 18:00—次日 08:00")
        < text.index("<h2>12月1日 周二</h2>")
    )
    assert text.index("沈禾") > 0
    assert "程一诺" in (await desk.street.page("duiyuan", "/duty?day=2026-12-02")).text


async def test_a_draft_stands_on_nobodys_page(desk: Desk) -> None:
    found = await desk.month(night_watch())
    await desk.on(found["shifts"][0]["id"], "duiyuan")
    text = (await desk.street.page("duiyuan", "/duty?day=2026-12-01")).text
    assert "这个月的排班还没有发布" in text
    assert "接下来没有你的班次" in text


async def test_the_month_shows_what_it_lacks_breaks_and_who_bears_it(desk: Desk) -> None:
    found = await desk.month(night_watch())
    for day in (0, 1):
        await desk.on(found["shifts"][day]["id"], "duiyuan", despite=True)
    text = (await desk.street.page("zhihui", f"/duty/rosters/{found['id']}")).text
    assert "缺29人" in text
    assert "只休息10小时" in text
    assert "谁值多少" in text


async def test_a_shift_says_who_stands_there_against_a_rule_and_the_month_shows_where(desk: Desk) -> None:
    found = await desk.month(night_watch())
    first, second = (each["id"] for each in found["shifts"][:2])
    for shift in (first, second):
        await desk.on(shift, "duiyuan", despite=True)
    broken = (await desk.street.page("zhihui", f"/duty/shifts/{second}")).text
    assert "只休息10小时" in broken
    assert "综合行政执法队，已排上" not in broken
    assert "综合行政执法队，已排上" in (await desk.street.page("zhihui", f"/duty/shifts/{first}")).text
    month = (await desk.street.page("zhihui", f"/duty/rosters/{found['id']}")).text
    assert month.count("，有冲突") == 1
    assert "还有1处冲突" in month


async def test_what_is_over_is_no_conflict_to_mend(desk: Desk) -> None:
    found = await desk.month(night_watch())
    for day in (0, 1):
        await desk.on(found["shifts"][day]["id"], "duiyuan", despite=True)
    desk.street.clock.at("2026-12-03T09:00:00+08:00")
    assert "有冲突" not in (await desk.street.page("zhihui", f"/duty/rosters/{found['id']}")).text


async def test_candidates_say_at_once_what_speaks_against_them(desk: Desk) -> None:
    found = await desk.month(night_watch())
    await desk.on(found["shifts"][0]["id"], "duiyuan")
    text = (await desk.street.page("zhihui", f"/duty/shifts/{found['shifts'][1]['id']}")).text
    assert "排上程一诺" in text
    assert "仍然排上沈禾" in text
    assert "周青岩" not in text


async def test_an_empty_slot_is_offered_to_who_can_take_it(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    assert "我来顶班" in (await desk.street.page("duiyuan2", f"/duty/shifts/{shifts[3]}")).text
    assert "我来顶班" not in (await desk.street.page("minjing", f"/duty/shifts/{shifts[3]}")).text


async def test_the_form_of_a_swap_offers_what_the_other_could_give(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"), (5, "duiyuan2"))
    text = (await desk.street.page("duiyuan", f"/duty/shifts/{shifts[0]}/swap")).text
    assert "程一诺" in text
    assert "12月5日 周六 18:00 夜间值班" in text
    refused = await desk.street.page("duiyuan2", f"/duty/shifts/{shifts[0]}/swap")
    assert refused.status_code == 409


async def test_a_swap_that_waits_stands_on_its_shift_and_says_which_one_it_is(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    swap = str(uuid4())
    await desk.street.put("duiyuan", f"/swaps/{swap}", {"shift": shifts[0], "officer": "duiyuan2"})
    assert "12月1日 周二 18:00 夜间值班" in (await desk.street.page("duizhang", "/duty")).text
    own = (await desk.street.page("duiyuan", f"/duty/shifts/{shifts[0]}")).text
    assert f"/duty/swaps/{swap}" in own
    assert f"/duty/shifts/{shifts[0]}/swap" not in own
    assert f"/duty/swaps/{swap}" not in (await desk.street.page("minjing", f"/duty/shifts/{shifts[0]}")).text


async def test_a_swap_of_a_shift_one_has_left_waits_for_nobody(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    swap = str(uuid4())
    await desk.street.put("duiyuan", f"/swaps/{swap}", {"shift": shifts[0], "officer": "duiyuan2"})
    assert f"/duty/swaps/{swap}" in (await desk.street.page("duizhang", "/duty")).text
    await desk.street.post("duiyuan", f"/shifts/{shifts[0]}/sickness")
    assert f"/duty/swaps/{swap}" not in (await desk.street.page("duizhang", "/duty")).text
    seen = (await desk.street.page("duiyuan2", f"/duty/swaps/{swap}")).text
    assert "沈禾已经不在这个班上，换不成了" in seen
    assert 'id="consenting"' not in seen


async def test_a_swap_for_a_shift_that_was_cancelled_waits_for_nobody(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"), (5, "duiyuan2"))
    swap = str(uuid4())
    body = {"shift": shifts[0], "officer": "duiyuan2", "other_shift": shifts[4]}
    await desk.street.put("duiyuan", f"/swaps/{swap}", body)
    await desk.street.post("zhihui", f"/shifts/{shifts[4]}/cancellation")
    assert f"/duty/swaps/{swap}" not in (await desk.street.page("duizhang", "/duty")).text
    seen = (await desk.street.page("duiyuan2", f"/duty/swaps/{swap}")).text
    assert "班次已经取消，换不成了" in seen
    assert 'id="consenting"' not in seen


async def test_a_swap_waits_until_its_shift_begins(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    swap = str(uuid4())
    await desk.street.put("duiyuan", f"/swaps/{swap}", {"shift": shifts[0], "officer": "duiyuan2"})
    desk.street.clock.at("2026-12-01T17:59:59+08:00")
    assert f"/duty/swaps/{swap}" in (await desk.street.page("duizhang", "/duty")).text
    desk.street.clock.at("2026-12-01T18:00:00+08:00")
    assert f"/duty/swaps/{swap}" not in (await desk.street.page("duizhang", "/duty")).text
    assert "班次已经开始，换不成了" in (await desk.street.page("duiyuan2", f"/duty/swaps/{swap}")).text


async def test_a_swap_waits_until_the_shift_given_for_it_begins(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan2"), (5, "duiyuan"))
    swap = str(uuid4())
    body = {"shift": shifts[4], "officer": "duiyuan2", "other_shift": shifts[0]}
    await desk.street.put("duiyuan", f"/swaps/{swap}", body)
    desk.street.clock.at("2026-12-01T17:59:59+08:00")
    assert f"/duty/swaps/{swap}" in (await desk.street.page("duizhang", "/duty")).text
    desk.street.clock.at("2026-12-01T18:00:00+08:00")
    assert f"/duty/swaps/{swap}" not in (await desk.street.page("duizhang", "/duty")).text


async def test_who_approves_sees_what_speaks_against_it(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"), (2, "duiyuan2"))
    swap = str(uuid4())
    await desk.street.put("duiyuan", f"/swaps/{swap}", {"shift": shifts[0], "officer": "duiyuan2"})
    assert "同意换班" in (await desk.street.page("duiyuan2", f"/duty/swaps/{swap}")).text
    await desk.street.post("duiyuan2", f"/swaps/{swap}/consent")
    text = (await desk.street.page("duizhang", f"/duty/swaps/{swap}")).text
    assert "批准换班" in text
    assert "只休息10小时" in text


async def test_wishes_come_back_ticked(desk: Desk) -> None:
    await desk.street.post("duiyuan", "/duty/wishes", {"month": "2026-12", "off": ["2026-12-24"], "on": []})
    text = (await desk.street.page("duiyuan", "/duty/wishes?month=2026-12")).text
    assert 'name="off" value="2026-12-24" checked' in text


async def test_a_post_is_typed_kept_and_changed(desk: Desk) -> None:
    assert (await sent(desk, "dangban", "/duty/posts", POST)).status_code == 303
    listed = (await desk.street.page("dangban", "/duty/posts")).text
    assert "早市值守" in listed
    assert "06:00—12:00" in listed
    path = listed.split('href="/duty/posts/')[1].split('"')[0]
    changed = POST | {"version": "1", "ends": "06:00", "days": "weekdays", "weekdays": "6"}
    assert (await sent(desk, "dangban", f"/duty/posts/{path}", changed)).status_code == 303
    assert "每周六 06:00—次日 06:00" in (await desk.street.page("dangban", "/duty/posts")).text
    stale = await sent(desk, "dangban", f"/duty/posts/{path}", POST | {"version": "1"})
    assert (stale.status_code, "别人刚改过" in stale.text) == (409, True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"begins": "25:00"}, "写几点几分"),
        ({"name": ""}, "写上岗位名称"),
        ({"days": "weekdays"}, "选星期几"),
        ({"days": "market_days"}, "选一处写好街天的场所"),
        ({"slot0_name": ""}, "至少写一个席位"),
        ({"slot0_most": "0"}, "至少不超过至多"),
        ({"slot0_least": "x"}, "写人数"),
        ({"first_day": "明天"}, "选哪天起"),
        ({"place": "那边"}, "从名单里选场所"),
        ({"slot0_units": "lz"}, "从名单里选单位"),
    ],
)
async def test_what_is_wrong_is_said_and_stays_typed(desk: Desk, changes: dict[str, str], words: str) -> None:
    answer = await sent(desk, "zhihui", "/duty/posts", POST | changes)
    assert answer.status_code == 400
    assert words in answer.text
    assert 'value="2026-12-01"' in answer.text or "明天" in str(changes)


async def test_standing_by_alone_is_refused_with_the_clause(desk: Desk) -> None:
    answer = await sent(desk, "zhihui", "/duty/posts", POST | {"kind": "stand_by"})
    assert answer.status_code == 422
    assert "联合值守要执法和公安一起" in answer.text
    assert "要定期派驻综合行政执法、公安派出所执法人员联合值守" in answer.text


async def test_market_days_make_the_shifts_of_a_place(desk: Desk) -> None:
    place = str(uuid4())
    body = {
        "name": "新街早市", "kind": "market", "position": {"lat": 24.16, "lon": 102.39, "source": "map"},
        "market_days": {"way": "lunar", "on": ["3", "8"]},
    }  # fmt: skip
    assert (await desk.street.put("duizhang", f"/places/{place}", body)).status_code == 201
    changes = {
        "days": "market_days",
        "place": place,
        "kind": "stand_by",
        "slot1_name": "民警",
        "slot1_roles": "police",
    }
    assert (
        await sent(desk, "zhihui", "/duty/posts", POST | changes | {"slot1_least": "1", "slot1_most": "1"})
    ).status_code == 303
    assert "街天（农历逢三逢八）" in (await desk.street.page("zhihui", "/duty/posts")).text
    found = await desk.month()
    assert [int(each["begins_at"][8:10]) for each in found["shifts"]] == [1, 6, 11, 16, 21, 26, 31]


async def test_where_the_slot_is_full_another_is_offered_in_their_place(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    text = (await desk.street.page("zhihui", f"/duty/shifts/{shifts[0]}")).text
    assert "换上程一诺，换下沈禾" in text
    assert "最多1人" not in text


async def test_what_a_draft_could_not_fill_stands_there_with_who_and_why(desk: Desk) -> None:
    found = await desk.month(night_watch(needs=(OFFICER, POLICE, POLICE)))
    drafted = await desk.street.post("zhihui", f"/rosters/{found['id']}/draft", {"solver": False})
    assert drafted.status_code == 201
    text = (await desk.street.page("zhihui", f"/duty/rosters/{found['id']}")).text
    many = len(drafted.json()["unmet"])
    assert f"<span>{many}处</span>" in text
    assert f"其余{many - 6}处" in text
    assert "周青岩：" in text
