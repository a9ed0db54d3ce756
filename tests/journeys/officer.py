"""What an officer does on the phone, through the pages alone."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from playwright.async_api import Error, Page, expect

from tests.rig.waiting import hears

UPLOADING_MS = 60_000
HEARD = "button => ({ begun: new Promise(heard => button.addEventListener('pointerdown', heard, { once: true })) })"


async def start_joint_patrol(page: Page, title: str, crew: Sequence[str]) -> str:
    """From the tab bar to a running patrol; answers its id."""
    await write_joint_patrol(page, title, crew)
    await page.get_by_role("button", name="现在开始").click()
    await expect(page.get_by_role("heading", name="巡查进行中")).to_be_visible()
    return page.url.rsplit("/", 1)[1]


async def write_joint_patrol(page: Page, title: str, crew: Sequence[str]) -> None:
    """From the tab bar to a form that only has to be sent."""
    await page.get_by_role("link", name="巡查", exact=True).click()
    await page.get_by_role("link", name="开始巡查").click()
    await page.get_by_label("名称").fill(title)
    await page.get_by_label("路线").fill("农贸市场—青石桥")
    for username in crew:
        await _unfold(page, username)
        await _pick(page, "crew", username)


async def write_finding(
    page: Page, category: str, disposition: str, facts: str, photo: Path, *, ongoing: bool = False
) -> None:
    """记一条, with a photo from the gallery; ends on the patrol's page."""
    await page.get_by_role("link", name="记一条").click()
    await _pick(page, "category", category)
    if ongoing:
        await page.get_by_role("switch", name="正在进行").check()
    await add_photo(page, photo)
    await expect(page.locator("[data-place-words]")).to_contain_text("卫星定位")
    await page.get_by_label("地址").fill("农贸市场东门往南")
    await page.get_by_label("事实").fill(facts)
    await _pick(page, "disposition", disposition)
    await page.get_by_role("button", name="存下并继续巡查").click()
    await page.wait_for_url(lambda url: "/findings/" not in url, timeout=UPLOADING_MS)


async def add_photo(page: Page, photo: Path) -> None:
    """From the gallery, once the strip listens."""
    gallery = page.locator("[data-gallery]")
    await hears(gallery)
    await gallery.set_input_files(photo)


async def pause(page: Page) -> None:
    await hold(page, "暂停")
    await expect(page.get_by_role("heading", name="巡查已暂停")).to_be_visible()


async def resume(page: Page) -> None:
    await page.get_by_role("button", name="恢复巡查").click()
    await expect(page.get_by_role("heading", name="巡查进行中")).to_be_visible()


async def end(page: Page) -> None:
    await hold(page, "结束")
    await expect(page.get_by_role("heading", name="整理备案")).to_be_visible()


async def all_sent(page: Page) -> None:
    """The server holds everything this phone made: the bar says so."""
    await expect(page.locator("a.ld-sync")).to_have_attribute("data-state", "done", timeout=UPLOADING_MS)


async def confirm_own_people(page: Page, patrol: str) -> None:
    await page.goto(f"/patrols/{patrol}/crew")
    await page.get_by_role("button", name="确认本单位人员到场").click()
    await expect(page.get_by_role("button", name="确认本单位人员到场")).to_have_count(0)


async def check_conduct(page: Page, patrol: str) -> None:
    """Every point held."""
    await page.goto(f"/patrols/{patrol}/crew")
    for point in await page.locator('[name^="points."][value="true"]').all():
        await point.check()
    await page.get_by_role("button", name="存下检查").click()
    await expect(page.get_by_text("再查一次，以新的为准")).to_be_visible()


async def enter_recorder(page: Page, patrol: str, recorder: str, kept_at: str) -> None:
    await page.goto(f"/patrols/{patrol}/crew")
    await page.get_by_label("记录仪编号").fill(recorder)
    await page.get_by_label("存放在哪里").fill(kept_at)
    await page.get_by_role("button", name="登记", exact=True).click()
    await expect(page.get_by_text(recorder).first).to_be_visible()


async def file(page: Page, patrol: str, summary: str) -> None:
    """小结, then 备案."""
    await page.goto(f"/patrols/{patrol}")
    await page.get_by_label("小结").fill(summary)
    async with page.expect_navigation():
        await page.get_by_role("button", name="存下小结").click()
    await page.locator("footer").get_by_role("button", name="备案").click()
    await page.locator("dialog[open]").get_by_role("button", name="备案").click()
    await expect(page.get_by_role("heading", name="已备案")).to_be_visible()


async def hold(page: Page, name: str) -> None:
    """A thumb on the button for as long as it asks for, and the page that follows."""
    async with page.expect_navigation():
        await press_long(page, name)


async def press_long(page: Page, name: str) -> None:
    """A thumb on the button for as long as it asks for."""
    button = page.get_by_role("button", name=name)
    await expect(button).to_have_css("--ld-hold", "2s")  # it hears of being held
    box = await button.bounding_box()
    assert box, f"{name} is out of sight"
    thumb = [{"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}]
    begun = await button.evaluate_handle(HEARD)
    touch = await page.context.new_cdp_session(page)
    await touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": thumb})
    with suppress(Error):  # the page it began on is left already
        await begun.evaluate("({ begun }) => begun.then(() => null)")
    await expect(page.locator(".is-holding")).to_have_count(0)
    await touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await touch.detach()


async def _unfold(page: Page, username: str) -> None:
    """Units further away from one's own are folded up."""
    fold = page.locator(f'details:not([open]):has(input[value="{username}"]) summary')
    if await fold.count():
        await fold.click()


async def _pick(page: Page, name: str, value: str) -> None:
    """Tap a chip; its box lies hidden under the words."""
    await page.locator(f'label:has(input[name="{name}"][value="{value}"])').click()
