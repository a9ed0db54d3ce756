"""How a picture of the guide is taken: the devices, signing in, a thumb that holds, the window as WebP."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, BrowserContext, Page

PICTURES = Path(__file__).parent / "pictures"
PASSWORD = "liandong-demo"  # noqa: S105 - the demo's, announced at every start
QUALITY = 72
TOUCHED = {"is_mobile": True, "has_touch": True}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1.5, **TOUCHED}
TABLET = {"viewport": {"width": 1024, "height": 768}, **TOUCHED}
DESK = {"viewport": {"width": 1440, "height": 900}}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--use-fake-device-for-media-stream",
         "--use-fake-ui-for-media-stream"]  # fmt: skip
SETTLED_MS = 900  # until a map is drawn
TOWN = (24.1752, 102.4045)


async def shoot(page: Page, name: str) -> None:
    """The window as it stands, as WebP."""
    await page.wait_for_timeout(SETTLED_MS)
    drawn = Image.open(BytesIO(await page.screenshot()))
    drawn.convert("RGB").save(PICTURES / f"{name}.webp", quality=QUALITY, method=6)


async def enter(browser: Browser, address: str, username: str, device: dict[str, Any]) -> Page:
    context: BrowserContext = await browser.new_context(
        base_url=address,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        permissions=["geolocation", "camera", "screen-wake-lock", "notifications"],
        geolocation=fix(0),
        **device,
    )
    page = await context.new_page()
    await page.goto("/login")
    await page.fill("[name=username]", username)
    await page.fill("[name=password]", PASSWORD)
    if username == "duiyuan":
        await shoot(page, "sign-in")
    await page.press("[name=password]", "Enter")
    await page.wait_for_url(lambda url: "/login" not in url)
    return page


def fix(step: int) -> Any:
    return {"latitude": TOWN[0] - step * 0.0002, "longitude": TOWN[1] + step * 0.00015, "accuracy": 8}


async def hold(page: Page, name: str) -> None:
    """Two seconds on a hold button."""
    box = await page.get_by_role("button", name=name).first.bounding_box()
    assert box is not None
    await page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    await page.mouse.down()
    await page.wait_for_timeout(2300)
    await page.mouse.up()


async def first(page: Page, path: str) -> str:
    return str((await (await page.request.get(f"/api/v1{path}")).json())["items"][0]["id"])
