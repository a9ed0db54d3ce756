"""The keepers' form: a matter on the list, its next version, one withdrawn, sayings."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.foundation.database import row, rows
from backend.foundation.journal import timeline
from tests.office.matters.lists import CITY, adjusted, listed, listed_next_door
from tests.rig.cast import Cast
from tests.rig.clock import Clock

LATER = date(2026, 12, 1)
FORM = {
    "code": "SR-01", "name": "擅自摆摊", "field": "市容环卫", "standing": "赋权乡镇", "supervising": "县城市管理局",
    "basis": "《城市市容和环境卫生管理条例》第三十六条\n《城乡规划法》", "punishing": "示范镇人民政府", "effective_on": "2026-11-20",
    "tiers": "较轻｜当场改正｜警告", "sayings": "占道摆摊、摆地摊", "paper_title": "赋权决定", "paper_number": "示政发〔2026〕6号",
    "paper_on": "2026-11-02", "standard": "超出门窗\r\n外墙",
}  # fmt: skip


async def post(town: Cast, who: str, path: str, **form: Any) -> Any:
    return await (await town.browser(who)).post(path, data=form, headers={"Sec-Fetch-Site": "same-origin"})


async def count() -> int:
    found = await row("SELECT COUNT(*) AS many FROM matter_versions")
    assert found
    return int(found["many"])


async def only() -> UUID:
    found = await row("SELECT id FROM matters")
    assert found
    return UUID(str(found["id"]))


async def test_the_captain_puts_a_matter_on_the_list(town: Cast) -> None:
    answer = await post(town, "duizhang", "/matters", **FORM)
    matter = await only()
    assert (answer.status_code, answer.headers["location"]) == (303, f"/matters/{matter}")
    page = (await (await town.browser("xieguan")).get(f"/matters/{matter}")).text
    assert "《城市市容和环境卫生管理条例》第三十六条；《城乡规划法》" in page
    assert "占道摆摊、摆地摊" in page
    [moment] = await timeline("matter", matter)
    assert (moment.kind, moment.actor_name) == ("matter.granted", "韩立夏")


async def test_the_body_is_known_by_its_name_and_lines_end_as_everywhere(town: Cast) -> None:
    await post(town, "neiqin", "/matters", **FORM)
    [found] = await rows(
        "SELECT u.code, v.standard FROM matter_versions v JOIN units u ON u.id = v.punishing WHERE v.number = 1"
    )
    assert (found["code"], found["standard"]) == ("sfz", "超出门窗\n外墙")


async def test_a_code_stands_once_on_a_list_but_on_every_townships(town: Cast) -> None:
    await listed_next_door("SR-01")
    assert (await post(town, "duizhang", "/matters", **FORM)).status_code == 303
    again = await post(town, "duizhang", "/matters", **FORM)
    assert again.status_code == 409
    assert "这个编码已经在清单里" in again.text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"effective_on": "2026-11-19"}, "生效日期2026-11-19已经过去，最早是今天2026-11-20"),
        ({"effective_on": "明天"}, "“明天”不是日期"),
        ({"effective_on": ""}, "写上生效日期"),
        ({"standing": "下放"}, "没有“下放”这种状态"),
        ({"basis": " \n "}, "写上法律依据"),
        ({"punishing": "县城市管理局"}, "处罚实施主体是本乡镇以自己名义执法的单位"),
        ({"punishing_code": "nobody"}, "没有代码是“nobody”的单位"),
        ({"tiers": "较轻，警告"}, "裁量基准第1行要写成"),
        ({"paper_title": ""}, "赋权乡镇要写明依据哪份文件"),
        ({"paper_on": "2026-13-01"}, "“2026-13-01”不是日期"),
        ({"sayings": "说" * 41}, "一条最多40个字"),
        ({"code": "SR 01"}, "中间没有空格"),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    town: Cast, wrong: dict[str, str], said: str
) -> None:
    answer = await post(town, "duizhang", "/matters", **(FORM | wrong))
    assert 400 <= answer.status_code < 500
    assert said in answer.text
    assert "《城乡规划法》" in answer.text or "basis" in wrong
    assert await count() == 0


async def test_everything_wrong_is_said_at_once(town: Cast) -> None:
    answer = await post(
        town, "duizhang", "/matters", **(FORM | {"name": "", "field": "", "effective_on": "2020-01-01"})
    )
    assert "还有 3 处要改" in answer.text


async def test_the_next_version_takes_its_place_and_the_old_one_stays_readable(
    town: Cast, noon: Clock
) -> None:
    matter = await listed()
    back = FORM | {
        "standing": "已收回",
        "punishing": "县城市管理局",
        "effective_on": "2026-12-01",
        "version": "1",
    }
    assert (await post(town, "duizhang", f"/matters/{matter}/versions", **back)).status_code == 303
    reader = await town.browser("duiyuan")
    assert "12月1日 周二起有变：已收回，县城市管理局处罚" in (await reader.get(f"/matters/{matter}")).text
    noon.at("2026-12-01T00:00:00+08:00")
    reader = await town.browser("duiyuan")  # the old session has run out meanwhile
    assert "已收回" in (await reader.get(f"/matters/{matter}")).text
    old = (await reader.get(f"/matters/{matter}?number=1")).text
    assert "这是第1版" in old
    assert "12月1日 周二起被后一版代替" in old


async def test_whoever_wrote_on_an_old_version_is_told(town: Cast) -> None:
    matter = await listed()
    form = FORM | {"standard": "改过", "version": "1"}
    assert (await post(town, "duizhang", f"/matters/{matter}/versions", **form)).status_code == 303
    late = await post(town, "neiqin", f"/matters/{matter}/versions", **(form | {"standard": "另一种"}))
    assert (late.status_code, "别人刚改过" in late.text, "另一种" in late.text) == (409, True, True)
    assert await count() == 2


async def test_a_version_that_has_not_begun_is_withdrawn_with_its_reason(town: Cast) -> None:
    matter = await listed()
    await adjusted(matter, 1, LATER, standing="taken_back", punishing=CITY)
    where, form = f"/matters/{matter}/versions/withdrawal", {"number": "2", "version": "2"}
    assert (await post(town, "duizhang", where, **form, why="")).status_code == 422
    assert (await post(town, "duizhang", where, **form, why="决定撤销")).status_code == 303
    page = (await (await town.browser("duiyuan")).get(f"/matters/{matter}")).text
    assert "撤回：决定撤销" in page
    assert "起有变" not in page
    again = await post(town, "duizhang", where, number="2", version="3", why="再撤一次")
    assert (again.status_code, "matter_begun" in again.text) == (409, True)


async def test_a_matter_whose_only_version_was_withdrawn_takes_another(town: Cast) -> None:
    matter = await listed(day=LATER)
    withdrawal, captain = f"/matters/{matter}/versions/withdrawal", await town.browser("duizhang")
    await post(town, "duizhang", withdrawal, number="1", version="1", why="决定撤销")
    page = await captain.get(f"/matters/{matter}")
    assert (page.status_code, "没有生效就撤回了：决定撤销" in page.text) == (200, True)
    assert f'action="{withdrawal}"' not in page.text
    form = await captain.get(f"/matters/{matter}/versions/new")
    assert (form.status_code, "擅自在街道两侧和公共场地摆摊" in form.text) == (200, True)
    answer = await post(town, "duizhang", f"/matters/{matter}/versions", **FORM, version="2")
    assert (answer.status_code, await count()) == (303, 2)


async def test_what_is_in_force_cannot_be_withdrawn(town: Cast) -> None:
    matter = await listed()
    answer = await post(
        town, "duizhang", f"/matters/{matter}/versions/withdrawal", number="1", version="1", why="错了"
    )
    assert (answer.status_code, "matter_begun" in answer.text) == (409, True)


async def test_sayings_are_noted_without_a_new_version(town: Cast) -> None:
    matter = await listed()
    where = f"/matters/{matter}/sayings"
    assert (await post(town, "fazhi", where, sayings="走鬼、出摊", version="1")).status_code == 303
    assert await count() == 1
    assert [moment.kind for moment in await timeline("matter", matter)] == [
        "matter.granted",
        "matter.sayings_changed",
    ]
    assert (await post(town, "fazhi", where, sayings="走鬼", version="1")).status_code == 409


@pytest.mark.parametrize("who", ["duiyuan", "minjing", "lingdao", "guanli", "chengguan", "linzhen"])
async def test_nobody_else_changes_the_list(town: Cast, who: str) -> None:
    matter = await listed()
    for path in ("/matters", f"/matters/{matter}/versions", f"/matters/{matter}/sayings"):
        assert (await post(town, who, path, **FORM, version="1")).status_code == 403
    assert await count() == 1


async def test_a_neighbours_matter_is_not_there(town: Cast) -> None:
    matter = await listed_next_door()
    captain = await town.browser("duizhang")
    assert (await captain.get(f"/matters/{matter}")).status_code == 404
    assert (
        await post(town, "duizhang", f"/matters/{matter}/sayings", sayings="摆摊", version="1")
    ).status_code == 404


async def test_a_number_that_never_was_is_not_there(town: Cast) -> None:
    matter = await listed()
    assert (await (await town.browser("duiyuan")).get(f"/matters/{matter}?number=2")).status_code == 404
