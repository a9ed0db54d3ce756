"""A day that begins where there is no network: the phone opens, answers, and makes a whole patrol nobody else has heard of yet."""

import asyncio
import re
from contextlib import suppress
from pathlib import Path

from playwright.async_api import Error, Page, Route, expect

from tests.foundation.evidence.pictures import photo
from tests.journeys import officer
from tests.journeys.record import told
from tests.journeys.test_offline_patrol import LEFT
from tests.rig.accessibility import violations
from tests.rig.browser import TOWN, Screens
from tests.rig.waiting import comes_true, has_its_key, is_ruled

PATROL = re.compile(r"/api/v1/patrols/[0-9a-f-]{36}$")
WAITED_MS = 8_000  # whoever waits longer has what they made kept, and goes on
TRACKED = "id => fetch(`/api/v1/patrols/${id}.geojson`).then(answer => answer.json()).then(({ features }) => features.some(({ properties }) => properties.kind === 'track'))"
STOCKED = "person => caches.open(`liandong-pages-${person}`).then(kept => kept.match('/api/v1/me/pocket')).then(Boolean)"


async def test_a_patrol_begun_without_a_network_is_whole_once_there_is_one(
    screens: Screens, tmp_path: Path
) -> None:
    phone = await stocked(await screens.sign_in(await screens.open("phone"), "duiyuan"))
    await phone.context.set_offline(True)
    phone = await opened_cold(phone)
    await answers_what_is_asked_on_the_street(phone)
    await phone.goto("/")
    patrol = await officer.start_joint_patrol(phone, "没有网络的早市巡查", ["duiyuan2", "minjing"])
    await expect(phone.locator("[data-here=crew]")).to_contain_text("周青岩")
    await expect(phone.get_by_role("timer")).not_to_have_text("00:00:00")
    await walks(phone)
    taken = tmp_path / "scene.jpg"
    taken.write_bytes(photo(800, 600))
    await officer.write_finding(phone, "占道经营", "persuaded", "摊点越出店面约一米", taken)
    await expect(phone.locator("[data-list]")).to_contain_text("占道经营")
    phone = await finds_it_again(phone, "没有网络的早市巡查")
    await officer.press_long(phone, "暂停")
    await expect(phone.get_by_role("heading", name="巡查已暂停")).to_be_visible()
    await phone.get_by_role("button", name="恢复巡查").click()
    await expect(phone.get_by_role("heading", name="巡查进行中")).to_be_visible()
    await officer.press_long(phone, "结束")
    await expect(phone.get_by_role("heading", name="巡查已结束")).to_be_visible()
    assert await violations(phone) == []

    await phone.context.set_offline(False)
    await expect(phone.get_by_role("heading", name="整理备案")).to_be_visible()
    await officer.all_sent(phone)
    assert await phone.evaluate(LEFT) == 0
    await comes_true(phone, TRACKED, patrol)
    record = await told(phone, f"/patrols/{patrol}")
    assert record["ended_at"]
    assert (record["finding_count"], record["photo_count"], len(record["pauses"])) == (1, 1, 1)


async def test_a_patrol_the_server_has_not_heard_of_yet_is_shown_from_the_phone(screens: Screens) -> None:
    phone = await stocked(await screens.sign_in(await screens.open("phone"), "duiyuan"))
    line = asyncio.Event()

    async def slowly(route: Route) -> None:
        await line.wait()
        with suppress(Error):  # the page it was sent from is left already
            await route.continue_()

    await phone.clock.install()
    await phone.route(PATROL, slowly)
    await officer.write_joint_patrol(phone, "信号很差的巡查", ["duiyuan2", "minjing"])
    async with phone.expect_request(PATROL):
        await phone.get_by_role("button", name="现在开始").click()
    await phone.clock.fast_forward(WAITED_MS)
    await expect(phone.get_by_role("heading", name="巡查进行中")).to_be_visible()
    await expect(phone.locator("[data-here=title]")).to_have_text("信号很差的巡查")
    line.set()
    await expect(phone.locator("[data-here]")).to_have_count(0)
    assert (await told(phone, f"/patrols/{phone.url.rsplit('/', 1)[1]}"))["title"] == "信号很差的巡查"


async def stocked(phone: Page) -> Page:
    """Where there is a network, what the street needs comes by itself, to the page one signed in to."""
    await is_ruled(phone)
    person = await phone.evaluate("document.body.dataset.person")
    await comes_true(phone, STOCKED, person)
    await has_its_key(phone)
    return phone


async def opened_cold(phone: Page) -> Page:
    """The app was closed; no page of it is open when it starts again."""
    context = phone.context
    await phone.close()
    again = await context.new_page()
    await again.goto("/")
    await expect(again.get_by_role("heading", name="今日")).to_be_visible()
    return again


async def finds_it_again(phone: Page, title: str) -> Page:
    """The app was closed on the way: the day's page leads back to what only this phone knows of."""
    phone = await opened_cold(phone)
    await phone.get_by_role("link", name=title).click()
    await expect(phone.get_by_role("heading", name="巡查进行中")).to_be_visible()
    return phone


async def answers_what_is_asked_on_the_street(phone: Page) -> None:
    await phone.goto("/matters/ask")
    await phone.get_by_role("searchbox").fill("占道摆摊")
    await expect(phone.locator("#answers")).to_contain_text("没有网络，按本机存着的清单回答")
    await expect(phone.locator("#answers .ld-answer").first).to_contain_text("归")
    await phone.goto("/pocket")
    await expect(phone.get_by_role("heading", name="重点场所")).to_be_visible()


async def walks(phone: Page) -> None:
    """Two hundred metres, each forty a point."""
    for step in range(1, 6):
        moved = {**TOWN, "latitude": TOWN["latitude"] + step * 0.0004}
        await phone.context.set_geolocation(moved)  # type: ignore[arg-type]
        await phone.wait_for_function(
            "count => (document.querySelector('path.ld-map__track:last-of-type')?.getAttribute('d') ?? '').split('L').length >= count",
            arg=step,
        )
