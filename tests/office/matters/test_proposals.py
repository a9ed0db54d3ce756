"""动态调整: a department's notice proposes, the township takes it up or says why not."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.demo.organisation import township_id
from backend.foundation.database import row
from backend.foundation.journal import timeline
from backend.foundation.now import now
from backend.office.matters import matter_in_force
from backend.office.matters.commands.versions import withdraw_version
from tests.office.matters.lists import CITY, act, adjusted, listed, listed_next_door
from tests.rig.cast import Cast
from tests.rig.clock import Clock

HERE = township_id("sfz")
FORM = {
    "code": "SR-08", "name": "渣土遗撒", "field": "市容环卫", "standing": "赋权乡镇", "supervising": "县城市管理局",
    "basis": "《大气污染防治法》第一百一十六条", "punishing": "示范镇人民政府", "effective_on": "2026-12-01",
    "paper_title": "关于下放渣土遗撒处罚权的通知", "paper_number": "示城管函〔2026〕31号", "reason": "镇里就近处理",
}  # fmt: skip


async def post(town: Cast, who: str, path: str, **form: Any) -> Any:
    return await (await town.browser(who)).post(path, data=form)


async def page(town: Cast, who: str, path: str) -> str:
    return (await (await town.browser(who)).get(path)).text


async def department(code: str = "SR-08") -> UUID:
    """A matter the department punishes."""
    return await listed(code, name="渣土遗撒", standing="kept", punishing=CITY)


async def proposed(town: Cast, matter: UUID | None, who: str = "chengguan", **form: str) -> str:
    """Its address."""
    answer = await post(
        town, who, "/matters/proposals", **(FORM | {"matter": str(matter or ""), "township": "sfz"} | form)
    )
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


async def test_a_notice_changes_nothing_until_the_township_takes_it_up(town: Cast, noon: Clock) -> None:
    where = await proposed(town, await department())
    assert "1份调整建议等答复" in await page(town, "duizhang", "/matters")
    shown = await page(town, "duizhang", where)
    assert "<del>县城市管理局</del><ins>示范镇人民政府</ins>" in shown
    assert "《关于下放渣土遗撒处罚权的通知》（示城管函〔2026〕31号）" in shown
    december = now().replace(month=12, day=2)
    assert (await matter_in_force(HERE, "SR-08", december)).standing == "kept"  # type: ignore[union-attr]
    assert (
        await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-12-01", version="1")
    ).status_code == 303
    found = await matter_in_force(HERE, "SR-08", december)
    assert found
    assert (found.standing, found.punishing.code, found.paper.number) == (
        "granted",
        "sfz",
        "示城管函〔2026〕31号",
    )


async def test_a_notice_about_a_matter_whose_only_version_was_withdrawn_lists_it_anew(town: Cast) -> None:
    matter = await listed("SR-08", day=date(2026, 12, 1))
    where = await proposed(town, matter)
    await withdraw_version(matter, 1, "决定撤销", 1, act())
    assert "新列入" in await page(town, "duizhang", where)
    form = await (await town.browser("chengguan")).get(f"/matters/{matter}/proposals/new")
    assert form.status_code == 200
    answer = await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-12-01", version="2")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/matters/{matter}")


async def test_the_version_says_who_proposed_it(town: Cast) -> None:
    matter = await department()
    where = await proposed(town, matter)
    await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-12-01", version="1")
    assert "县城市管理局提出" in await page(town, "duiyuan", f"/matters/{matter}")
    assert "已采纳，韩立夏" in await page(town, "chengguan", where)
    assert [moment.kind for moment in await timeline("matter_proposal", UUID(where.rpartition("/")[2]))] == [
        "matter_proposal.proposed",
        "matter_proposal.accepted",
    ]


async def test_the_township_may_choose_another_day_but_none_that_has_passed(town: Cast, noon: Clock) -> None:
    where = await proposed(town, await department())
    noon.at("2026-12-10T09:00:00+08:00")
    late = await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-12-01", version="1")
    assert (late.status_code, "生效日期2026-12-01已经过去，最早是今天2026-12-10" in late.text) == (422, True)
    assert (
        await post(town, "duizhang", f"{where}/acceptance", effective_on="2027-01-01", version="1")
    ).status_code == 303


async def test_a_matter_that_is_not_on_the_list_can_be_proposed(town: Cast) -> None:
    where = await proposed(town, None, code="SR-30", name="新的事项")
    assert "新列入" in await page(town, "duizhang", where)
    accepted = await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-11-20", version="0")
    assert accepted.status_code == 303
    found = await matter_in_force(HERE, "SR-30", now())
    assert found
    assert accepted.headers["location"] == f"/matters/{found.id}"


async def test_declining_needs_a_reason_which_the_department_reads(town: Cast) -> None:
    where = await proposed(town, await department())
    assert (await post(town, "fazhi", f"{where}/refusal", words="")).status_code == 422
    assert (await post(town, "fazhi", f"{where}/refusal", words="持证人员不足")).status_code == 303
    assert "未采纳，温如是" in await page(town, "chengguan", where)
    assert "持证人员不足" in await page(town, "chengguan", where)


async def test_an_answer_is_given_once(town: Cast) -> None:
    matter = await department()
    where = await proposed(town, matter)
    await post(town, "duizhang", f"{where}/refusal", words="暂不具备条件")
    for path, form in (
        ("acceptance", {"effective_on": "2026-12-01", "version": "1"}),
        ("refusal", {"words": "再说一次"}),
    ):
        again = await post(town, "neiqin", f"{where}/{path}", **form)
        assert (again.status_code, "proposal_answered" in again.text or "已经有了答复" in again.text) == (
            409,
            True,
        )
    found = await row("SELECT COUNT(*) AS many FROM matter_versions")
    assert found
    assert found["many"] == 1


async def test_the_body_withdraws_what_has_no_answer_yet(town: Cast) -> None:
    where = await proposed(town, await department())
    assert (await post(town, "yingji", f"{where}/withdrawal")).status_code == 404
    assert (await post(town, "chengguan2", f"{where}/withdrawal")).status_code == 303
    assert "已撤回" in await page(town, "duizhang", where)
    assert (
        await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-12-01", version="1")
    ).status_code == 409


async def test_what_moved_since_is_compared_with_what_stands_now(town: Cast) -> None:
    matter = await department()
    where = await proposed(town, matter)
    await adjusted(
        matter, 1, date(2026, 11, 20), name="渣土遗撒", standing="kept", punishing=CITY, standard="沿路撒落"
    )
    assert "提出时是第1版，现在是第2版" in await page(town, "duizhang", where)
    old = await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-12-01", version="1")
    assert (old.status_code, "别人刚改过" in old.text) == (409, True)
    assert (
        await post(town, "duizhang", f"{where}/acceptance", effective_on="2026-12-01", version="2")
    ).status_code == 303


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"paper_title": ""}, "写明通知的名称"),
        ({"effective_on": "2026-11-19"}, "已经过去"),
        ({"punishing": "县城市管理局"}, "处罚实施主体是本乡镇"),
        ({"standing": "已收回", "punishing": "县城市管理局"}, "没有赋权过的事项"),
    ],
)
async def test_a_notice_that_could_not_be_taken_up_is_refused_at_once(
    town: Cast, wrong: dict[str, str], said: str
) -> None:
    matter = await department()
    answer = await post(town, "chengguan", "/matters/proposals", **(FORM | {"matter": str(matter)} | wrong))
    assert (answer.status_code, said in answer.text, "镇里就近处理" in answer.text) == (422, True, True)


async def test_a_department_sees_its_own_notices_and_a_township_those_about_its_list(town: Cast) -> None:
    where = await proposed(town, await department())
    for who, status in (
        ("chengguan2", 200),
        ("yingji", 404),
        ("lingdao", 200),
        ("ziran", 200),
        ("duiyuan", 403),
        ("linzhen", 403),
    ):
        assert (await (await town.browser(who)).get(where)).status_code == status, who
    assert "渣土遗撒" in await page(town, "chengguan", "/matters/upkeep")
    assert "渣土遗撒" not in await page(town, "yingji", "/matters/upkeep")


async def test_a_stationed_office_proposes_for_its_own_township_only(town: Cast) -> None:
    neighbour = await listed_next_door()
    answer = await post(town, "ziran", "/matters/proposals", **(FORM | {"matter": str(neighbour)}))
    assert answer.status_code == 404
    assert (await post(town, "ziran", "/matters/proposals", **(FORM | {"township": "lz"}))).status_code == 404
    await proposed(town, None, "ziran", code="ZR-30")


@pytest.mark.parametrize("matter", ["nonsense", "00000000-0000-4000-8000-000000000000"])
async def test_a_matter_that_is_none_is_not_found(town: Cast, matter: str) -> None:
    assert (
        await post(town, "chengguan", "/matters/proposals", **(FORM | {"matter": matter}))
    ).status_code == 404
