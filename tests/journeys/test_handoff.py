"""A case through the pages alone: found on the street, drafted, approved, sealed, sent, returned, sent again, closed."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.casework.handoffs.offices import PDF
from tests.foundation.workdays import oracle
from tests.journeys.acting import act
from tests.journeys.day import Day
from tests.journeys.material import home_made
from tests.journeys.officer import start_joint_patrol, write_finding
from tests.journeys.record import told

SENDING_MS = 60_000
FACTS = "县道旁擅自填埋建筑垃圾约三十立方米"
COURSE = [
    "submission", "approval", "sealing", "dispatch", "receipt", "return", "submission", "approval", "dispatch",
    "receipt", "acceptance", "result", "closure",
]  # fmt: skip


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return home_made(tmp_path).photos[0]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A PDF as a scanner hands it out."""
    file = tmp_path / "现场检查笔录.pdf"
    file.write_bytes(PDF)
    return file


async def find(page: Page, photo: Path) -> str:
    """A patrol with one finding; ends on the finding's page, answers the patrol."""
    patrol = await start_joint_patrol(page, "县道联合巡查", ["duiyuan2", "minjing"])
    await write_finding(page, "乱倒垃圾", "handoff", FACTS, photo)
    finding = (await told(page, f"/patrols/{patrol}/findings"))["items"][0]["id"]
    await page.goto(f"/patrols/{patrol}/findings/{finding}")
    return patrol


async def save(page: Page, to: str) -> str:
    """Choose the addressee, store the draft; answers its id."""
    await page.locator('select[name="to_unit"]:visible').select_option(to)
    await page.get_by_role("button", name="存草稿").click()
    await expect(page.get_by_text("还缺案源材料").first).to_be_visible(timeout=SENDING_MS)
    return page.url.rsplit("/", 1)[1]


async def add(page: Page, kind: str, title: str, file: Path, opener: str = "加材料") -> None:
    """A line of the checklist with its file."""
    await page.get_by_role("button", name=opener, exact=True).click()
    dialog = page.locator("dialog[open]")
    await dialog.locator(f'label.ld-chip:has(input[value="{kind}"])').click()
    await dialog.locator('[name="title"]').fill(title)
    await dialog.locator('input[type="file"]').set_input_files(file)
    async with page.expect_navigation(timeout=SENDING_MS):
        await dialog.get_by_role("button", name="加上").click()


async def answered(day: Day, who: str, handoff: str) -> Page:
    """The case on the desk of a department."""
    page = await day.screen("desk", who)
    await page.goto(f"/handoffs/{handoff}")
    return page


async def drafted(phone: Page, paper: Path) -> str:
    """From the finding's page: the draft with the finding's photo and a record, submitted."""
    await phone.get_by_role("link", name="起草移送").click()
    await expect(phone.get_by_label("基本违法事实")).to_have_value(FACTS)
    handoff = await save(phone, "cgj")
    async with phone.expect_navigation(timeout=SENDING_MS):
        await phone.get_by_role("button", name="带上照片").click()
    await add(phone, "source", "现场检查笔录", paper)
    await act(phone, "送审", "送审")
    return handoff


async def sent(day: Day, leader: Page, handoff: str) -> None:
    """Approved on the tablet, sealed and numbered by the office."""
    await leader.goto(f"/handoffs/{handoff}")
    await act(leader, "批准", "批准", note="事实清楚，同意移送。")
    office = await answered(day, "dangban", handoff)
    await act(office, "登记用印", "已用印")
    await act(office, "编号并移送", "移送")
    await expect(office.get_by_text(re.compile("示政执移〔")).first).to_be_visible()


async def returned(day: Day, handoff: str) -> None:
    """Signed for, and given back naming another body; nothing of the sender's own words is to be seen."""
    cgj = await answered(day, "chengguan", handoff)
    await expect(cgj.get_by_text("同意移送")).to_have_count(0)
    await act(cgj, "签收", "签收")
    await cgj.get_by_role("button", name="不予受理（退回）", exact=True).click()
    dialog = cgj.locator("dialog[open]")
    await dialog.locator('[name="reason"]').fill("不属于城市管理职责")
    await dialog.locator('[name="competent_unit"]').select_option("yjj")
    async with cgj.expect_navigation():
        await dialog.get_by_role("button", name="退回", exact=True).click()


async def sent_again(phone: Page, leader: Page, handoff: str) -> None:
    """To the body that was named, with approval and number anew."""
    await phone.goto(f"/handoffs/{handoff}/edit")
    await phone.locator('select[name="to_unit"]').select_option("yjj")
    await phone.get_by_role("button", name="存下").click()
    await phone.wait_for_url(f"**/handoffs/{handoff}")
    await act(phone, "送审", "送审")
    await leader.reload()
    await act(leader, "批准", "批准")
    await phone.reload()
    await act(phone, "编号并移送", "移送")


def counted_right(limit: dict[str, Any], days: int) -> None:
    """Met, and counted through as somebody counts who knows the notices of the State Council and nothing of the product."""
    begun = datetime.fromisoformat(limit["counted_from"])
    last = oracle.last_day(days, "working_day", False, begun, oracle.NATION)
    counted = [day["date"] for day in limit["trace"] if day["counted"]]
    after = (begun.date() + timedelta(days=day) for day in range(1, (last - begun.date()).days + 1))
    assert counted == [day.isoformat() for day in after if oracle.works(day, oracle.NATION)]
    assert (limit["due"][:19], limit["state"]) == (f"{last}T23:59:59", "met")


async def test_from_the_finding_to_the_result_by_way_of_a_return(day: Day, photo: Path, paper: Path) -> None:
    phone, leader = await day.screen("phone", "duiyuan"), await day.screen("tablet", "zhenzhang")
    patrol = await find(phone, photo)
    handoff = await drafted(phone, paper)
    await sent(day, leader, handoff)
    await returned(day, handoff)
    await sent_again(phone, leader, handoff)

    yjj = await answered(day, "yingji", handoff)
    await act(yjj, "签收并受理", "受理", handler="危险化学品监管科")
    await act(yjj, "反馈结果", "反馈", text="已责令清运，罚款五千元")
    await phone.reload()
    await act(phone, "办结", "办结")

    record = await told(phone, f"/handoffs/{handoff}")
    assert ([step["kind"] for step in record["history"]], record["state"]) == (COURSE, "closed")
    assert [each["to_unit"] for each in record["sendings"]] == ["cgj", "yjj"]
    assert sorted(limit["name"] for limit in record["clocks"]) == ["案件移送", "第二次移送"]
    for limit in record["clocks"]:
        counted_right(limit, days=3)
    await leader.goto(f"/ledger/{patrol}")
    await expect(leader.get_by_text("已责令清运，罚款五千元")).to_be_visible()


async def test_the_other_direction_is_approved_by_the_departments_head(day: Day, paper: Path) -> None:
    desk = await day.screen("desk", "chengguan")
    await desk.goto("/handoffs/new")
    await desk.get_by_label("基本违法事实").fill("视频巡查发现占道经营，该事项已赋权你镇")
    handoff = await save(desk, "sfz")
    await add(desk, "source", "视频巡查记录", paper)
    await add(desk, "evidence", "截图", paper)
    await act(desk, "送审", "送审")
    head = await answered(day, "chengguan2", handoff)
    await act(head, "批准", "批准")
    await desk.reload()
    await act(desk, "编号并移送", "移送")
    town = await answered(day, "neiqin", handoff)
    await act(town, "签收并受理", "受理", handler="沈禾")
    await act(town, "反馈结果", "反馈", text="已到场劝离，恢复通行")
    await desk.reload()
    await act(desk, "办结", "办结")
    record = await told(desk, f"/handoffs/{handoff}")
    assert (record["state"], [limit["name"] for limit in record["clocks"]]) == ("closed", ["案件移送"])
    counted_right(record["clocks"][0], days=3)


async def test_a_body_without_accounts_answers_on_paper(day: Day, paper: Path) -> None:
    desk = await day.screen("desk", "neiqin")
    await desk.goto("/handoffs/new")
    await desk.get_by_label("基本违法事实").fill("料场路尽头河岸发现新挖采砂坑一处")
    handoff = await save(desk, "slj")
    await add(desk, "source", "现场检查笔录", paper)
    await add(desk, "evidence", "现场照片", paper)
    await act(desk, "送审", "送审")
    leader = await day.screen("tablet", "lingdao")
    await leader.goto(f"/handoffs/{handoff}")
    await act(leader, "批准", "批准")
    await desk.reload()
    await act(desk, "编号并移送", "移送")
    await expect(desk.get_by_text("县水利局没有账号")).to_be_visible()
    await add(desk, "other", "盖章回执", paper, opener="上传凭证")
    await act(desk, "代录签收", "存下", **{"on_behalf.name": "水利局办公室 高原"})
    await act(desk, "代录受理", "存下", **{"on_behalf.name": "水利局办公室 高原"})
    await act(desk, "代录反馈结果", "存下", text="已立案", **{"on_behalf.name": "水利局办公室 高原"})
    record = await told(desk, f"/handoffs/{handoff}")
    last = record["history"][-1]
    assert (record["state"], last["by"], last["unit"]) == ("result", "水利局办公室 高原", "县水利局")
    await act(desk, "办结", "办结")
    record = await told(desk, f"/handoffs/{handoff}")
    assert record["state"] == "closed"
    counted_right(record["clocks"][0], days=3)


async def test_a_liaison_signs_for_several_at_once(day: Day) -> None:
    desk = await day.screen("desk", "chengguan")
    await desk.goto("/handoffs?box=received&stage=open")
    waiting = await desk.locator('input[name="handoff"]').count()
    assert waiting >= 3
    await desk.get_by_role("button", name=re.compile("全选待签收")).click()
    await desk.get_by_role("button", name="批量签收").click()
    await expect(desk.locator('input[name="handoff"]')).to_have_count(0, timeout=SENDING_MS)
    listed = (await told(desk, "/handoffs?box=received&state=sent"))["items"]
    assert listed == []
