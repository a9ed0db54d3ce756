"""联合整治 through the pages: planned by the captain, approved by the leader, who then sees the month's clock met."""

from datetime import datetime, timedelta
from uuid import uuid4

from playwright.async_api import Page, expect

from backend.foundation.now import local
from tests.journeys.acting import act
from tests.journeys.day import Day
from tests.journeys.record import put

SWEEP_MS = 60_000  # the sweep looks every ten seconds
TITLE = "冬季占道经营联合整治"


async def pick(page: Page, name: str, value: str) -> None:
    """A tap on the chip, as a thumb does it."""
    await page.locator(f'label.ld-chip:has(input[name="{name}"][value="{value}"])').click()


async def plan(page: Page, day: datetime) -> None:
    """From the list to the plan that waits for the leader."""
    await page.goto("/campaigns")
    await page.get_by_role("link", name="写整治方案").click()
    await page.get_by_label("名称").fill(TITLE)
    await pick(page, "field", "占道经营")
    for name in ("从哪天", "到哪天"):
        await page.get_by_label(name).fill(f"{day:%Y-%m-%d}")
    await page.get_by_label("针对什么问题").fill("早市拥堵，占道经营反弹")
    await page.get_by_label("查什么").fill("农贸市场周边流动摊点、出店经营")
    for unit in ("sfz-zfd", "sfz-pcs"):
        await pick(page, "units", unit)
    await page.get_by_role("button", name="送批").click()
    await expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


async def test_the_leader_approves_and_sees_the_months_clock_met(day: Day) -> None:
    clock = day.screens.server.clock
    first = (local(clock.read()).replace(day=1) + timedelta(days=32)).replace(day=1)
    clock.at(first)
    leader, captain = await day.screen("tablet", "lingdao"), await day.screen("tablet", "duizhang")
    await leader.goto("/campaigns")
    month = leader.locator("[id^=window-]", has_text=f"联合整治行动 {first.year}年{first.month}月")
    await expect(month).to_contain_text("还剩", timeout=SWEEP_MS)

    await plan(captain, first)
    await leader.get_by_role("link", name=TITLE).click()
    await act(leader, "批准", "批准")
    await expect(leader.get_by_text("进行中", exact=True)).to_be_visible()

    officer = await day.screen("phone", "duiyuan")
    walked = {"started_at": (first - timedelta(hours=1)).isoformat(), "ended_at": first.isoformat()}
    body = {"kind": "campaign", "title": "早市联合整治", "crew": ["duiyuan", "duiyuan2", "minjing"]}
    await put(officer, f"/patrols/{uuid4()}", body | walked)
    await expect(leader.get_by_text("早市联合整治")).to_be_visible()

    await leader.goto("/campaigns")
    await expect(month).to_contain_text(TITLE, timeout=SWEEP_MS)
    await expect(month).to_contain_text("按期")
