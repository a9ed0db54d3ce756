"""The board: each role sees what it has to do with, what is due first stands first."""

import re

import pytest

from tests.desk.deadlines.conftest import Run
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch
from tests.rig.trips import trips


async def page(cast: Cast, who: str, of: str = "all") -> str:
    answer = await (await cast.browser(who)).get("/deadlines", params={"of": of})
    assert answer.status_code == 200
    return answer.text


def column(page: str, name: str) -> list[str]:
    """The titles in a column, in their order."""
    part = page.split(f'aria-labelledby="{name}"')[1].split("</section>", maxsplit=1)[0]
    return re.findall(r'class="ld-due__title"[^>]*>([^<]+)<', part)


def titles(page: str) -> set[str]:
    return set(re.findall(r'class="ld-due__title"[^>]*>([^<]+)<', page))


@pytest.fixture
async def five(run: Run) -> None:
    await run("甲案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    await run("乙案", "sfz", "cgj", "2026-11-19T09:00", who="duiyuan2")
    await run("丙案", "sfz", "cgj", "2026-11-16T09:00", who="duiyuan")
    await run("丁案", "cgj", "sfz", "2026-11-12T09:00")
    await run("戊案", "yjj", "sfz", "2026-11-20T09:00")


async def test_the_town_sees_what_is_late_what_it_owes_and_what_it_waits_for(five: None, cast: Cast) -> None:
    seen = await page(cast, "duizhang")
    assert column(seen, "late") == ["丙案", "丁案"]
    assert column(seen, "ours") == ["乙案", "甲案"]
    assert column(seen, "others") == ["戊案"]
    assert "共5个在走" in seen
    assert "本地要办" in seen


async def test_every_state_has_its_word_beside_its_colour(five: None, cast: Cast) -> None:
    seen = await page(cast, "duizhang")
    assert "已超2个工作日" in seen
    assert "还剩1个工作日" in seen
    assert "还剩2个工作日" in seen
    assert seen.count("仍可办，办时写明原因") == 2


async def test_whose_limits_one_sees_is_asked_once_for_the_whole_board(five: None, cast: Cast) -> None:
    browser = await cast.browser("duizhang")
    with trips() as counted:
        await browser.get("/deadlines")
    assert counted.made <= 6  # asked by each part of the page for itself it takes two more


async def test_a_county_body_sees_what_it_owes(five: None, cast: Cast) -> None:
    seen = await page(cast, "yingji")
    assert titles(seen) == {"戊案"}
    assert "本单位要办" in seen
    assert "本地要办" not in seen


async def test_whoever_waits_for_a_draft_does_not_see_it(five: None, cast: Cast) -> None:
    """县城市管理局 is to get 甲 to 丙, and learns of them when they are sent."""
    assert titles(await page(cast, "chengguan")) == {"丁案"}


@pytest.mark.parametrize("who", ["minjing", "ziran", "jiancha", "gongan"])
async def test_others_see_nothing_of_it(five: None, cast: Cast, who: str) -> None:
    assert "没有在走的时限" in await page(cast, who)


async def test_the_neighbouring_town_sees_its_own_only(five: None, run: Run, cast: Cast) -> None:
    await run("邻案", "lz", "yjj", "2026-11-20T09:00", town="lz")
    assert titles(await page(cast, "linzhen")) == {"邻案"}
    assert "邻案" not in await page(cast, "lingdao")


async def test_the_administrator_sees_no_case(five: None, cast: Cast) -> None:
    answer = await (await cast.browser("guanli")).get("/deadlines")
    assert answer.status_code == 403


async def test_mine_are_those_i_answer_for(five: None, cast: Cast) -> None:
    assert titles(await page(cast, "duiyuan", "mine")) == {"甲案", "丙案"}
    assert "没有你经办的时限" in await page(cast, "lingdao", "mine")


async def test_my_units_are_those_it_owes(five: None, cast: Cast) -> None:
    assert titles(await page(cast, "duiyuan", "unit")) == {"甲案", "乙案", "丙案"}


async def test_an_unknown_view_shows_all(five: None, cast: Cast) -> None:
    assert len(titles(await page(cast, "duiyuan", "nonsense"))) == 5


async def test_a_station_sees_what_it_owes_itself(run: Run, cast: Cast) -> None:
    await run("己案", "sfz-zrs", "sfz", "2026-11-20T09:00")
    assert titles(await page(cast, "ziran")) == {"己案"}
    assert titles(await page(cast, "shichang")) == set()


async def test_the_rail_counts_what_is_late(five: None, cast: Cast) -> None:
    home = (await (await cast.browser("duizhang")).get("/")).text
    assert re.search(r'ld-tab__n_over">2<span class="ld-hidden">件超期', home)
    assert ">2项时限<" in home
    assert ">已超期<" in home


async def test_where_nothing_is_late_it_counts_what_is_due_soon(run: Run, cast: Cast) -> None:
    await run("乙案", "sfz", "cgj", "2026-11-19T09:00")
    await run("甲案", "sfz", "cgj", "2026-11-20T09:00")
    home = (await (await cast.browser("duizhang")).get("/")).text
    assert re.search(r'ld-tab__n">1<span class="ld-hidden">件<', home)
    assert ">1项时限<" in home
    assert ">快到期<" in home


async def test_a_body_counts_what_it_owes_itself(five: None, cast: Cast) -> None:
    assert ">1项时限<" in (await (await cast.browser("chengguan")).get("/")).text
    assert "项时限" not in (await (await cast.browser("yingji")).get("/")).text


async def test_without_limits_there_is_no_figure(cast: Cast, monday: Watch) -> None:
    home = (await (await cast.browser("duizhang")).get("/")).text
    assert "ld-tab__n" not in home
