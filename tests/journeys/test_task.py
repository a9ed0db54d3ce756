"""派单 through the pages: from a finding to whoever is to do it, taken and reported where there is no network, closed."""

import hashlib
import re
from pathlib import Path

from playwright.async_api import Page, expect

from tests.foundation.evidence.pictures import photo
from tests.journeys.acting import act
from tests.journeys.officer import add_photo, all_sent
from tests.journeys.record import told
from tests.rig.accessibility import violations
from tests.rig.browser import Screens
from tests.rig.waiting import has_its_key, is_ruled, keeps

TITLE = "清走河堤上的堆料"
REPORTED = "堆料三车，已全部拉走"


async def test_a_task_goes_from_a_finding_to_its_report(screens: Screens, tmp_path: Path) -> None:
    captain = await screens.sign_in(await screens.open("desk"), "duizhang")
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    await is_ruled(phone)
    finding = await a_finding(phone)
    task = await give(captain, finding)

    await phone.goto("/")
    await expect(phone.get_by_role("link", name=re.compile(TITLE))).to_be_visible()
    await keeps(phone, f"/tasks/{task}/report", f"/tasks/{task}")
    await has_its_key(phone)
    taken = tmp_path / "done.jpg"
    taken.write_bytes(photo(900, 700))
    await phone.context.set_offline(True)
    await phone.get_by_role("button", name="接单").click()
    await expect(phone.get_by_role("heading", name="已接单")).to_be_visible()
    await phone.get_by_role("link", name="报告", exact=True).click()
    await add_photo(phone, taken)
    await phone.get_by_label("怎么办的，结果怎样").fill(REPORTED)
    await phone.get_by_role("button", name="报告", exact=True).click()
    await expect(phone.get_by_role("heading", name="已报告")).to_be_visible()
    assert await violations(phone) == []
    assert (await told(captain, f"/tasks/{task}"))["state"] == "given"

    await phone.context.set_offline(False)
    await all_sent(phone)
    reported = captain.get_by_role("definition").filter(has_text=REPORTED)
    await expect(reported).to_be_visible()  # told by itself, without a tap
    held = await told(captain, f"/tasks/{task}")
    assert [step["noun"] for step in held["steps"]] == ["given", "acceptance", "report"]
    assert [each["sha256"] for each in held["photos"]] == [hashlib.sha256(taken.read_bytes()).hexdigest()]
    assert held["clocks"][0]["state"] == "met"
    await act(captain, "办结", "办结")
    await captain.goto(finding)
    await expect(captain.get_by_role("link", name=re.compile(TITLE))).to_contain_text("已办结")


async def a_finding(page: Page) -> str:
    """The page of one of the invented ones."""
    walked = (await told(page, "/patrols"))["items"]
    patrol = next(each["id"] for each in walked if each["finding_count"])
    found = (await told(page, f"/patrols/{patrol}/findings"))["items"][0]["id"]
    return f"/patrols/{patrol}/findings/{found}"


async def give(captain: Page, finding: str) -> str:
    """From the page of a finding to the task's own; answers its id."""
    await captain.goto(finding)
    await captain.get_by_role("link", name=re.compile("^派单 派给人")).click()
    await captain.get_by_label("办什么").fill(TITLE)
    await captain.get_by_label("派给谁").select_option("duiyuan")
    await captain.get_by_role("button", name="派出").click()
    await expect(captain.get_by_role("heading", name=TITLE)).to_be_visible()
    assert (origin := (await told(captain, f"/tasks/{captain.url.rsplit('/', 1)[1]}"))["origin"])
    assert origin["url"] == finding
    return captain.url.rsplit("/", 1)[1]
