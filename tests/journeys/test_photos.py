"""From the shutter to the covered copy: an officer takes photos for a finding, and what leaves shows no face."""

import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from PIL import Image
from playwright.async_api import Page, expect

from backend.foundation.now import now
from tests.foundation.evidence.pictures import photo
from tests.journeys.officer import add_photo
from tests.rig.accessibility import violations
from tests.rig.browser import Screens
from tests.rig.patience import PATIENCE_S
from tests.rig.server import Server
from tests.rig.waiting import has_its_key, is_ruled


@pytest.fixture
def patrol(demo_server: Server) -> str:
    """A patrol of duiyuan's that is under way."""
    token = demo_server.liandong("token", "create", "--user", "duiyuan").stdout.strip().splitlines()[-1]
    patrol = str(uuid4())
    body = {
        "kind": "routine",
        "title": "照片之旅",
        "started_at": (now() - timedelta(minutes=20)).isoformat(),
        "crew": ["duiyuan"],
    }
    answer = httpx.put(
        f"{demo_server.url}/api/v1/patrols/{patrol}",
        json=body,
        headers={"Authorization": f"Bearer {token}"},
        timeout=PATIENCE_S,
    )
    assert answer.status_code == 201, answer.text
    return patrol


@pytest.fixture
async def officer(screens: Screens, phone: Page) -> Page:
    return await screens.sign_in(phone, "duiyuan")


async def take_photos(officer: Page, folder: Path) -> None:
    """One with the camera in the app, one from the gallery that is days old."""
    await officer.click("[data-ready] [data-take]")
    await officer.click("[data-camera-shutter]")
    await officer.click("[data-camera-again]")
    await officer.click("[data-camera-shutter]")
    await officer.click("[data-camera-keep]")
    await expect(officer.locator("[data-camera-count]")).to_have_text("已拍1张")
    await officer.click("[data-camera-done]")
    old = folder / "old.jpg"
    old.write_bytes(photo(1200, 900, taken="2026:11:01 09:00:00"))
    days_ago = (now() - timedelta(days=20)).timestamp()
    os.utime(old, (days_ago, days_ago))
    await add_photo(officer, old)
    await expect(officer.locator('.ld-evidence__item[data-state="sent"]')).to_have_count(2)


async def test_photos_are_sent_while_the_finding_is_still_being_written(
    officer: Page, patrol: str, tmp_path: Path
) -> None:
    await officer.goto(f"/patrols/{patrol}/findings/new")
    await take_photos(officer, tmp_path)
    await officer.locator('label:has(input[name="category"])').first.click()
    await officer.locator('label:has(input[value="persuaded"])').click()
    await officer.fill('[name="facts"]', "占道摆摊，当场劝离")
    await officer.click('button[form="finding-form"]')
    await officer.wait_for_url(f"**/patrols/{patrol}")
    await officer.click(".ld-finding__title")
    await expect(officer.locator(".ld-evidence__item")).to_have_count(2)
    await expect(officer.locator(".ld-evidence__src")).to_have_text(["相册", "拍摄"])


async def test_a_face_is_covered_before_the_copy_leaves(officer: Page, patrol: str, tmp_path: Path) -> None:
    await officer.goto(f"/patrols/{patrol}/findings/new")
    await add_photo(officer, _face(tmp_path))
    item = officer.locator('.ld-evidence__item[data-state="sent"]')
    await expect(item).to_have_count(1)
    photo_id = await _newest_photo(officer)
    await officer.goto(f"/photos/{photo_id}")
    await officer.click("[data-redaction-edit]")
    await officer.click("[data-redaction-add]")
    for _ in range(10):
        await officer.keyboard.press("ArrowLeft")
        await officer.keyboard.press("Shift+ArrowRight")
    await expect(officer.locator("rect")).to_have_attribute(
        "aria-label", "遮挡框1，左30%，上40%，宽30%，高20%"
    )
    await officer.click("[data-redaction-save]")
    async with officer.expect_download() as downloading:
        await officer.click('a[href$="variant=redacted"]')
    copy = Image.open(BytesIO((await (await downloading.value).path()).read_bytes())).convert("RGB")
    assert sum(_at(copy, 0.45, 0.5)) < 40
    assert sum(_at(copy, 0.2, 0.5)) > 100


async def test_a_photo_that_waits_for_the_network_goes_out_when_it_is_back(
    officer: Page, patrol: str, tmp_path: Path
) -> None:
    await officer.goto(f"/patrols/{patrol}/findings/new")
    await is_ruled(officer)
    await has_its_key(officer)
    await officer.context.set_offline(True)
    await add_photo(officer, _face(tmp_path))
    item = officer.locator(".ld-evidence__item")
    await expect(item).to_have_attribute("data-state", "wait")
    await officer.context.set_offline(False)
    await expect(item).to_have_attribute("data-state", "sent")


async def test_a_photo_taken_by_mistake_is_taken_down_on_the_second_tap(
    officer: Page, patrol: str, tmp_path: Path
) -> None:
    await officer.goto(f"/patrols/{patrol}/findings/new")
    await add_photo(officer, _face(tmp_path))
    await expect(officer.locator('.ld-evidence__item[data-state="sent"]')).to_have_count(1)
    await officer.clock.install()
    await officer.clock.pause_at(
        now() + timedelta(hours=1)
    )  # however long it takes, the second tap comes in time
    await officer.click("[data-drop]")
    await expect(officer.locator("[data-drop]")).to_have_text("再按一次撤下")
    await officer.click("[data-drop]")
    await expect(officer.locator(".ld-evidence__item")).to_have_count(0)


@pytest.mark.parametrize("care", [False, True], ids=["plain", "care"])
async def test_photo_strip_camera_and_editor_can_be_used_by_everybody(
    screens: Screens, patrol: str, tmp_path: Path, care: bool
) -> None:
    officer = await screens.sign_in(await screens.open("phone", scheme="dark", care=care), "duiyuan")
    await officer.goto(f"/patrols/{patrol}/findings/new")
    await add_photo(officer, _face(tmp_path))
    await expect(officer.locator('.ld-evidence__item[data-state="sent"]')).to_have_count(1)
    assert await violations(officer) == []
    await officer.click("[data-ready] [data-take]")
    assert await violations(officer) == []
    await officer.click("[data-camera-done]")
    await officer.goto(f"/photos/{await _newest_photo(officer)}")
    await officer.click("[data-redaction-edit]")
    await officer.click("[data-redaction-add]")
    assert await violations(officer) == []


async def _newest_photo(page: Page) -> str:
    """The photo the page registered last, by the addresses it called."""
    called = "() => performance.getEntriesByType('resource').map(e => e.name).filter(n => /photos\\/[^/]+$/.test(n))"
    return str((await page.evaluate(called))[-1].rpartition("/")[2])


def _face(folder: Path) -> Path:
    path = folder / "face.jpg"
    path.write_bytes(photo(1000, 800))
    return path


def _at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    pixel = image.getpixel((int(image.width * x), int(image.height * y)))
    assert isinstance(pixel, tuple)
    return tuple(int(part) for part in pixel)
