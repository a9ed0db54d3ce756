"""A patrol goes on where there is no network: acts, findings and photos wait on the phone over reloads and closed tabs, and arrive once."""

import hashlib
from pathlib import Path

from playwright.async_api import Page, expect

from tests.foundation.evidence.pictures import photo
from tests.journeys import officer
from tests.journeys.record import digests_of_photos, told
from tests.rig.accessibility import violations
from tests.rig.browser import Screens
from tests.rig.server import Server
from tests.rig.waiting import OUTBOX, has_its_key, is_ruled, keeps

LEFT = f"{OUTBOX}.then((outbox) => outbox.queue.rows()).then((rows) => rows.length)"


async def test_what_was_made_without_a_network_arrives_once_and_whole(
    screens: Screens, demo_server: Server, tmp_path: Path
) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    await is_ruled(phone)
    patrol = await officer.start_joint_patrol(phone, "没有网络的巡查", ["duiyuan2", "minjing"])
    await keeps(phone, f"/patrols/{patrol}/findings/new", "/outbox", f"/patrols/{patrol}")
    await has_its_key(phone)
    photos = [picture(tmp_path, number) for number in (1, 2)]

    await phone.context.set_offline(True)
    await officer.write_finding(phone, "占道经营", "persuaded", "两处摊点越出店面", photos[0])
    await officer.press_long(phone, "暂停")
    await expect(phone.get_by_role("heading", name="巡查已暂停")).to_be_visible()
    await phone.reload()
    await phone.get_by_role("button", name="恢复巡查").click()
    await expect(phone.get_by_role("heading", name="巡查进行中")).to_be_visible()
    await officer.write_finding(phone, "乱倒垃圾", "corrected", "河边倒建筑垃圾", photos[1])
    assert await violations(phone) == []
    phone = await another_tab(screens, phone, f"/patrols/{patrol}")
    await expect(phone.locator("#dock[data-after]")).to_be_visible()  # what was done here last is known
    await officer.press_long(phone, "结束")
    await expect(phone.get_by_role("heading", name="巡查已结束")).to_be_visible()
    await expect(phone.locator("a.ld-sync [data-note]")).to_contain_text("2张照片等待")
    await phone.goto("/outbox")
    await expect(phone.locator("[data-list] [data-words]")).to_have_count(7)
    assert await violations(phone) == []

    await phone.context.set_offline(False)
    await officer.all_sent(phone)
    assert await phone.evaluate(LEFT) == 0
    await held_once(phone, patrol, photos)
    verified = demo_server.liandong("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


async def another_tab(screens: Screens, phone: Page, address: str) -> Page:
    tab = await phone.context.new_page()
    await phone.close()
    await tab.goto(address)
    return tab


async def held_once(phone: Page, patrol: str, photos: list[Path]) -> None:
    record = await told(phone, f"/patrols/{patrol}")
    assert record["ended_at"]
    assert [pause["until"] is not None for pause in record["pauses"]] == [True]
    assert (record["finding_count"], record["photo_count"]) == (2, 2)
    originals = [hashlib.sha256(each.read_bytes()).hexdigest() for each in photos]
    assert await digests_of_photos(phone, patrol) == originals


def picture(folder: Path, number: int) -> Path:
    path = folder / f"{number}.jpg"
    path.write_bytes(photo(900 + number, 700))
    return path
