"""值守排班 through the pages: the dispatcher drafts the coming month and publishes it, an officer swaps, the captain approves."""

import re
from datetime import date, datetime
from itertools import product
from typing import Any

from playwright.async_api import Page, expect

from backend.demo.duty.telling import months
from backend.foundation.now import local, now
from backend.office.duty.rules.days import next_month
from tests.journeys.acting import act
from tests.journeys.record import told
from tests.rig.accessibility import violations
from tests.rig.browser import Screens

WHY = "孩子开家长会"


async def test_a_month_is_drafted_published_and_swapped(screens: Screens) -> None:
    dispatcher = await screens.sign_in(await screens.open("desk"), "zhihui")
    officer = await screens.sign_in(await screens.open("phone"), "duiyuan")
    roster = await drafted(dispatcher)
    assert (await officer.request.get(f"/api/v1/rosters/{roster}")).status == 404
    await act(dispatcher, "发布", "发布")
    await expect(dispatcher.get_by_text("逐个班次改")).to_be_visible()

    own, other = await two_nights(officer, roster)
    await officer.goto(f"/duty/shifts/{own['id']}")
    await officer.get_by_role("link", name="换班").click()
    await officer.get_by_label("和谁换").select_option("duiyuan2")
    await officer.locator("#other-duiyuan2").select_option(other["id"])
    await officer.get_by_label("原因").fill(WHY)
    assert await violations(officer) == []
    await officer.get_by_role("button", name="提出换班").click()
    await expect(officer.get_by_role("heading", name=re.compile("沈禾和程一诺换班"))).to_be_visible()

    colleague = await screens.sign_in(await screens.open("phone"), "duiyuan2")
    await colleague.goto(officer.url)
    await act(colleague, "同意换班", "同意")
    captain = await screens.sign_in(await screens.open("tablet"), "duizhang")
    await captain.goto(officer.url)
    await expect(captain.get_by_text(WHY, exact=True)).to_be_visible()
    await captain.get_by_role("button", name="批准换班").click()
    if await captain.get_by_label("仍然这样换").count():
        await captain.get_by_label("仍然这样换").check()
    async with captain.expect_navigation():
        await captain.locator("dialog[open]").get_by_role("button", name="批准").click()
    await expect(
        officer.get_by_text("已换", exact=True).first
    ).to_be_visible()  # told by itself, without a tap
    assert [await people(officer, each) for each in (own, other)] == [["duiyuan2"], ["duiyuan"]]


async def drafted(dispatcher: Page) -> str:
    """The demo's draft of the coming month (near its end the one after it), drafted anew by turns; its id."""
    coming = next_month(months(now())[-1])
    await dispatcher.goto("/duty/rosters")
    await dispatcher.get_by_role("link", name=re.compile(f"^{coming.year}年{coming.month}月值守排班")).click()
    await dispatcher.get_by_role("button", name="重新起草").click()
    await dispatcher.get_by_label("按轮换").check()
    async with dispatcher.expect_navigation():
        await dispatcher.locator("dialog[open]").get_by_role("button", name="开始起草").click()
    await expect(dispatcher.get_by_text("谁值多少")).to_be_visible()
    return dispatcher.url.rsplit("/", 1)[1]


async def two_nights(officer: Page, roster: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A night of duiyuan's and one of duiyuan2's that each could take: with nothing else on the days beside it. The last there
    are: those who are on leave in the demo are back by then."""
    shifts = (await told(officer, f"/rosters/{roster}"))["shifts"]
    own, theirs = _of("duiyuan", shifts), _of("duiyuan2", shifts)
    return next(
        (one, other)
        for one, other in product(reversed(own), reversed(theirs))
        if one["kind"] == other["kind"] == "watch"
        and _is_free(theirs, other, _day(one))
        and _is_free(own, one, _day(other))
    )


def _of(username: str, shifts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        each
        for each in shifts
        if username in {one["username"] for slot in each["slots"] for one in slot["people"]}
    ]


def _is_free(shifts: list[dict[str, Any]], given: dict[str, Any], day: date) -> bool:
    """Whether who stands on `shifts` has nothing on that day and those beside it, but for what they give away."""
    return all(each is given or abs((_day(each) - day).days) > 1 for each in shifts)


def _day(shift: dict[str, Any]) -> date:
    return local(datetime.fromisoformat(shift["begins_at"])).date()


async def people(page: Page, shift: dict[str, Any]) -> list[str]:
    found = (await told(page, f"/shifts/{shift['id']}"))["slots"][0]["people"]
    return [each["username"] for each in found]
