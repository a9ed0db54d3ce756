"""今日 shows each role what it should look at first."""

import re
from uuid import uuid4

import pytest

from tests.casework.hazards.desks import hazard_body
from tests.field.checkins.visits import Visits
from tests.field.forms import links
from tests.field.street import Street, ago


async def today(street: Street, who: str) -> str:
    answer = await street.page(who, "/")
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize("who", ["duiyuan", "xieguan", "minjing", "suozhang", "neiqin"])
async def test_who_patrols_may_start_at_once(street: Street, who: str) -> None:
    page = await today(street, who)
    assert "今天没有等着办的巡查" in page
    assert "/patrols/new" in links(page)


@pytest.mark.parametrize("who", ["dangban", "zhihui"])
async def test_who_only_reads_is_not_offered_to_start(street: Street, who: str) -> None:
    assert "/patrols/new" not in links(await today(street, who))


async def test_ones_own_running_patrol_stands_first_with_the_way_back(street: Street) -> None:
    patrol_id = await street.patrol()
    page = await today(street, "minjing")
    assert 'aria-label="进行中的巡查"' in page
    assert {f"/patrols/{patrol_id}", f"/patrols/{patrol_id}/findings/new"} <= set(links(page))
    assert "/patrols/new" not in links(page)


async def test_anothers_running_patrol_is_a_line_among_others(street: Street) -> None:
    await street.patrol(crew=["duiyuan2", "minjing"])
    page = await today(street, "duiyuan")
    assert "别的队伍正在巡查" in page
    assert 'aria-label="进行中的巡查"' not in page


async def test_what_waits_is_told_by_what_it_waits_for(street: Street) -> None:
    await street.planned(title="明天的", kind="routine", crew=["duiyuan"])
    await street.ended(title="没备案的", kind="routine", crew=["duiyuan"])
    await street.returned(title="退回的", kind="routine", crew=["duiyuan"])
    page = await today(street, "duiyuan")
    heads = re.findall(r"<h2>([^<]+)</h2>", page)
    assert heads == [
        "只在本机上的巡查",  # hidden where the phone knows of none
        "领导退回，等补正",
        "接下来",
        "结束了还没备案",
        "在岗",
        "重大隐患",
        "有风险的走访",
        "突发事件",
    ]


@pytest.mark.parametrize("who", ["yingji", "duiyuan", "lingdao"])
async def test_a_danger_nobody_has_answered_stands_first_on_both_sides(street: Street, who: str) -> None:
    hazard = str(uuid4())
    assert (await street.put("duiyuan", f"/hazards/{hazard}", hazard_body())).status_code == 201
    assert f"/hazards/{hazard}" in links(await today(street, who))
    await street.post("yingji", f"/hazards/{hazard}/departure", {"people": "监察一组"})
    assert f"/hazards/{hazard}" not in links(await today(street, who))


async def test_others_learn_nothing_of_it(street: Street) -> None:
    hazard = str(uuid4())
    await street.put("duiyuan", f"/hazards/{hazard}", hazard_body())
    for who in ("chengguan", "ziran", "guanli", "linzhen"):
        assert f"/hazards/{hazard}" not in links(await today(street, who))


@pytest.mark.parametrize("who", ["lingdao", "zhenzhang"])
async def test_a_leader_reads_what_was_filed_and_not_read(street: Street, who: str) -> None:
    filed = await street.filed(title="等批阅的")
    page = await today(street, who)
    assert f"/ledger/{filed}" in links(page)
    assert "待批阅" in page
    assert "1次" in page


async def test_what_was_remarked_on_no_longer_waits_until_it_is_amended(street: Street) -> None:
    filed = await street.filed()
    await street.post("lingdao", f"/patrols/{filed}/remarks", {"text": "已阅。"}, key=uuid4())
    assert "都批阅过了" in await today(street, "lingdao")
    await street.post("duiyuan", f"/patrols/{filed}/addenda", {"text": "补充", "reason": "复查"}, key=uuid4())
    assert f"/ledger/{filed}" in links(await today(street, "lingdao"))


async def test_a_leader_sees_nothing_of_the_neighbours(street: Street) -> None:
    await street.patrol("linzhen", title="邻镇的", kind="routine", crew=["linzhen"])
    page = await today(street, "lingdao")
    assert "邻镇的" not in page
    assert re.search(r">0<small>次</small></span><span class=\"ld-stat__name\">巡查", page)


async def test_the_figures_are_those_of_this_month(street: Street) -> None:
    await street.ended(kind="routine", crew=["duiyuan"])
    await street.patrol(kind="routine", crew=["duiyuan"], started_at=ago(days=25), ended_at=ago(days=25))
    await street.cancelled()
    page = await today(street, "lingdao")
    assert re.search(r">1<small>次</small></span><span class=\"ld-stat__name\">巡查", page)
    assert re.search(r">1<small>次</small></span><span class=\"ld-stat__name\">未备案", page)


async def test_an_administrator_is_led_to_people_and_settings_and_sees_no_patrol(street: Street) -> None:
    await street.patrol(title="看不到的")
    page = await today(street, "guanli")
    assert "看不到的" not in page
    for link in (link for link in links(page) if link.startswith("/")):
        assert (await street.page("guanli", link)).status_code == 200, link


@pytest.mark.parametrize("who", ["chengguan", "jiancha", "xianban", "jiandu"])
async def test_a_county_body_has_a_quiet_page(street: Street, who: str) -> None:
    await street.patrol(title="看不到的")
    page = await today(street, who)
    assert "今天没有等着办的事" in page
    assert "看不到的" not in page


@pytest.mark.parametrize("who", ["duiyuan", "lingdao", "minjing", "zhihui", "dangban"])
async def test_every_way_that_is_shown_can_be_gone(street: Street, who: str) -> None:
    await street.patrol()
    await street.filed(kind="routine", crew=["duiyuan"])
    for link in {link for link in links(await today(street, who)) if link.startswith("/")}:
        assert (await street.page(who, link)).status_code == 200, link


async def test_nobody_is_led_to_the_sign_in(street: Street) -> None:
    answer = await (await street.cast.nobody()).get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2F")


async def test_a_long_list_of_plans_leaves_room_for_what_is_not_filed(street: Street) -> None:
    for number in range(5):
        await street.planned(
            title=f"计划{number}", kind="routine", crew=["duiyuan"], planned_from=ago(days=-1, hours=-number)
        )
    await street.ended(title="没备案的", kind="routine", crew=["duiyuan"])
    page = await today(street, "duiyuan")
    assert [f"计划{number}" in page for number in range(5)] == [True, True, True, False, False]
    assert "全部5次" in page
    assert "/patrols#planned" in links(page)
    assert "没备案的" in page
    assert 'id="planned"' in (await street.page("duiyuan", "/patrols")).text


async def test_a_leader_is_led_to_everything_that_waits(street: Street) -> None:
    for _ in range(13):
        await street.filed(kind="routine", crew=["duiyuan"])
    page = await today(street, "lingdao")
    assert "全部13次" in page
    ledger = (await street.page("lingdao", "/ledger?review=waiting")).text
    assert ledger.count("data-row") == 13


async def test_ones_own_timer_stands_on_top_with_the_time_left_and_the_act(street: Street) -> None:
    visit = await Visits(street).begun("duiyuan")
    page = await today(street, "duiyuan")
    assert f'data-url="/api/v1/checkins/{visit}/oks"' in page
    assert ('data-behaviour="countdown"' in page, "还剩" in page) == (True, True)
    assert f"/checkins/{visit}" in links(page)


async def test_nobody_elses_timer_is_told_on_their_first_page(street: Street) -> None:
    visit = await Visits(street).begun("duiyuan")
    assert f"/checkins/{visit}" not in await today(street, "duiyuan2")


async def test_the_page_without_a_network_leads_to_what_a_phone_keeps(street: Street) -> None:
    answer = await street.page("duiyuan", "/offline")
    tabs = answer.text[answer.text.index('class="ld-nav"') :]
    assert links(tabs)[:5] == ["/", "/patrols", "/assists", "/pocket", "/me"]
    assert "沈禾" not in answer.text
