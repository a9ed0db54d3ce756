"""Draws the pictures of the user guide from a fresh demo: `make run` in an empty folder, then

    .venv/bin/python docs/guide/make_pictures.py http://127.0.0.1:8000

It walks one patrol on that demo, so run it on one that nobody needs. Names after the address draw those parts alone.
What it draws lies in docs/guide/pictures/.
"""

import asyncio
import os
import shutil
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit
from uuid import uuid4

from picturing import DESK, FLAGS, PHONE, PICTURES, TABLET, enter, first, fix, hold, shoot
from picturing_campaigns import holding_campaigns
from picturing_command import commanding
from picturing_handoffs import HANDOFFS
from picturing_help import being_told, helping
from picturing_joining import emergencies, requests
from picturing_offline import without_network
from picturing_on_duty import standing_at_posts
from picturing_people import people
from picturing_rosters import making_rosters
from picturing_tasks import giving_tasks
from playwright.async_api import Browser, Page, async_playwright


async def officer(browser: Browser, address: str) -> None:
    page = await enter(browser, address, "duiyuan", PHONE)
    await shoot(page, "today")
    await page.goto("/patrols/new")
    for colleague in ("duiyuan2", "minjing"):
        await page.locator(f'label:has([name=crew][value="{colleague}"])').click()
    await shoot(page, "crew")
    await page.get_by_role("button", name="现在开始").click()
    await page.wait_for_url("**/patrols/*-*")
    patrol = page.url
    for step in range(20):
        await page.context.set_geolocation(fix(step))
        await page.wait_for_timeout(250)
    await note(page)
    await page.goto(patrol)
    await shoot(page, "running")
    await hold(page, "结束")
    await page.get_by_role("button", name="备案").wait_for()
    await register(page, patrol)
    await page.goto("/me")
    await shoot(page, "me")


async def note(page: Page) -> None:
    await page.get_by_role("link", name="记一条").click()
    await page.wait_for_url("**/findings/new")
    await page.locator('label:has([name=category][value="占道经营"])').click()
    await shoot(page, "finding")
    await page.fill("[name=address]", "农贸市场北门")
    await page.fill("[name=facts]", "流动水果车停在路口叫卖，占道约两米。")
    await page.locator("label:has([name=disposition][value=persuaded])").click()
    await page.locator("[name=facts]").scroll_into_view_if_needed()
    await shoot(page, "finding-end")
    await page.get_by_role("button", name="存下并继续巡查").click()
    await page.wait_for_url(lambda url: "/findings/" not in url)


async def register(page: Page, patrol: str) -> None:
    """Attendance, dress check, summary, filing."""
    await page.goto(f"{patrol}/crew")
    await page.get_by_role("button", name="确认本单位人员到场").click()
    await page.get_by_text("已确认").first.wait_for()
    await page.get_by_role("button", name="都做到了").click()
    await page.get_by_role("button", name="都做到了").scroll_into_view_if_needed()
    await shoot(page, "register")
    await page.get_by_role("button", name="存下检查").click()
    await page.get_by_text("查过：都做到了").wait_for()
    await page.goto(patrol)
    await page.get_by_role("button", name="备案").click()
    await shoot(page, "filing")
    await page.locator("#filing").get_by_role("button", name="备案", exact=True).click()
    await page.get_by_role("button", name="写补记").wait_for()
    await shoot(page, "filed")
    await page.goto(f"{patrol}/timeline")
    await shoot(page, "timeline")


async def captain(browser: Browser, address: str) -> None:
    page = await enter(browser, address, "duizhang", PHONE)
    await page.goto("/patrols/new?plan=true")
    await shoot(page, "plan")
    await page.goto("/places")
    await shoot(page, "places")


async def leader(browser: Browser, address: str) -> None:
    page = await enter(browser, address, "lingdao", TABLET)
    await shoot(page, "morning")
    await page.goto("/ledger")
    await page.locator("[data-row]:visible", has_text="街天联合巡查").filter(has_text="已备案").first.click()
    await page.get_by_role("button", name="批示", exact=True).wait_for()
    await shoot(page, "ledger")
    await page.get_by_role("button", name="批示", exact=True).click()
    await shoot(page, "remark")


async def clerk(browser: Browser, address: str) -> None:
    page = await enter(browser, address, "neiqin", DESK)
    await page.goto("/ledger/figures")
    await shoot(page, "figures")
    await page.goto("/ledger")
    await page.get_by_label("导出").click()
    await shoot(page, "export")


async def administrator(browser: Browser, address: str) -> None:
    page = await enter(browser, address, "guanli", DESK)
    await shoot(page, "administrator")
    for name in ("officers", "settings"):
        await page.goto(f"/{name}")
        await shoot(page, name)


async def handing_over(browser: Browser, address: str) -> None:
    """The draft, what it lacks, the approval, the inbox; the limits and how one is counted."""
    page = await enter(browser, address, "duiyuan", PHONE)
    await page.goto("/handoffs/new")
    await shoot(page, "handoff-draft")
    await page.select_option('[name="to_unit"]:visible', "cgj")
    await page.get_by_label("基本违法事实").fill("后巷餐厨垃圾未经许可收运，现场装运三桶。")
    await page.get_by_role("button", name="存草稿").click()
    await page.get_by_text("还缺案源材料").first.wait_for()
    await shoot(page, "handoff-materials")
    await through_the_link(page, browser, address)
    mayor = await enter(browser, address, "zhenzhang", TABLET)
    await mayor.goto("/handoffs?state=submitted")
    await mayor.get_by_role("button", name="批准", exact=True).wait_for()
    await shoot(mayor, "handoff-approval")
    await mayor.goto("/deadlines")
    await shoot(mayor, "deadlines")
    liaison = await enter(browser, address, "chengguan", DESK)
    await liaison.goto("/handoffs")
    await liaison.locator("[data-row]", has=liaison.locator(".ld-duelist__what_new")).first.click()
    await shoot(liaison, "inbox")


async def through_the_link(page: Page, browser: Browser, address: str) -> None:
    """What a body without accounts sees behind the code on its letter, and the page that verifies the letter."""
    handoff = await first(page, "/handoffs?unit=slj")
    await page.goto(f"/handoffs/{handoff}")
    await page.locator(".ld-clockrow").first.click()
    await shoot(page, "trace")
    token = await page.locator("meta[name=csrf]").get_attribute("content")
    answer = await page.request.post(
        f"/api/v1/handoffs/{handoff}/invitation",
        data={},
        headers={"X-CSRFToken": str(token), "Idempotency-Key": str(uuid4())},
    )
    link = await answer.json()
    guest = await (await browser.new_context(base_url=address, locale="zh-CN", **PHONE)).new_page()
    await guest.goto(urlsplit(link["address"]).path)
    await guest.get_by_label("回复码").fill(link["code"])
    await guest.get_by_role("button", name="打开移送案件").click()
    await guest.get_by_role("heading", name="案情").wait_for()
    await shoot(guest, "handoff-link")
    letter = await page.request.get(f"/api/v1/letters/{await first(page, f'/handoffs/{handoff}/letters')}")
    await guest.goto(f"/v/{(await letter.json())['code']}")
    await shoot(guest, "verify")


async def asking(browser: Browser, address: str) -> None:
    """Whose it is, the list, and what cannot wait."""
    page = await enter(browser, address, "duiyuan2", PHONE)
    for name, path in (
        ("ask", "/matters/ask?q=占道摆摊"),
        ("matters", "/matters"),
        ("hazard", "/hazards/new"),
    ):
        await page.goto(path)
        await shoot(page, name)
    await page.goto(f"/hazards/{await first(page, '/hazards?state=arrived')}")
    await shoot(page, "hazard-case")


async def main(address: str, chosen: Sequence[str] = ()) -> None:
    PICTURES.mkdir(exist_ok=True)
    async with async_playwright() as playwright:
        chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium")
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=FLAGS, env={**os.environ, "LANGUAGE": "zh_CN"}
        )
        for part in (
            officer,
            captain,
            leader,
            clerk,
            administrator,
            handing_over,
            *HANDOFFS,
            asking,
            helping,
            being_told,
            giving_tasks,
            making_rosters,
            standing_at_posts,
            people,
            holding_campaigns,
            commanding,
            emergencies,
            requests,
            without_network,
        ):
            if not chosen or part.__name__ in chosen:
                await part(browser, address)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1].rstrip("/"), sys.argv[2:]))
