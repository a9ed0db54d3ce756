"""What waits is listed with what can be done; a refused one is mended, exported, tried again or, asked twice, taken off the phone."""

import json
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import problem
from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT
from tests.static.station import Station

HERE = '{% from "outbox/_waiting.html" import waiting_here %}{{ waiting_here("patrol:p") }}'
REFUSED = """const about = { kind: "patrol", id: "p" };
  await outbox.queue.put(made(1, { about, form: { page: "/?mend", draft: "finding-p-new", values: [["category", "占道经营", false]] } }));
  await outbox.queue.put(made(2, { kind: "finding.change", method: "PATCH", about, subject: { kind: "finding", id: id(1) }, words: "改发现1" }));
  await outbox.queue.put(...await photo(3, 2_000_000, { about, subject: { kind: "finding", id: id(1) } }));
  await outbox.kick()"""


@pytest.fixture
async def page(stand: Stand, station: Station) -> Page:
    """One refused, one that needs it, and a photo nobody answered for."""
    page = await stand(HERE, person="shen")
    station.trouble = [problem(422, "invalid", title="填得不对", detail="最多40个字"), None]
    await page.evaluate(SCRIPT, [REFUSED, None])
    await expect(page.locator("[data-list] li")).to_have_count(3)
    return page


async def test_each_says_why_it_is_still_here(page: Page) -> None:
    said = await page.locator("[data-list] p[data-state]").all_inner_texts()
    assert said == [
        "被退回：填得不对。最多40个字",
        "等“发现1”：那一条被退回，先处理它",
        "已存本机，等着送",
    ]
    assert "1.9 MB" in await page.locator("[data-list] [data-meta]").last.inner_text()
    for name, shown in (("改后重发", 1), ("导出", 1), ("从本机删掉", 1), ("再试", 2)):
        await expect(page.get_by_role("button", name=name)).to_have_count(shown)


HELD = """const about = { kind: "patrol", id: "p" };
  await outbox.queue.put(made(5, { about }));
  await outbox.queue.put(made(6, { kind: "finding.change", method: "PATCH", about, subject: { kind: "finding", id: id(5) }, words: "改发现5" }));
  await outbox.kick()"""


async def test_what_only_waits_for_another_says_for_which_and_is_not_offered_to_be_tried(
    stand: Stand, station: Station
) -> None:
    page = await stand(HERE, person="shen")
    station.trouble = [None]
    await page.evaluate(SCRIPT, [HELD, None])
    lines = page.locator("[data-list] li")
    await expect(lines).to_have_count(2)
    await expect(lines.last.locator("p[data-state]")).to_have_text("等“发现5”先送到")
    tries = [await each.get_by_role("button", name="再试").is_visible() for each in await lines.all()]
    assert tries == [True, False]
    await lines.first.get_by_role("button", name="再试").click()
    await expect(page.locator("section[data-subject]")).to_be_hidden()
    assert len(station.held) == 2


TAKEN = """const sheet = new OffscreenCanvas(640, 480), drawn = sheet.getContext("2d");
  drawn.fillStyle = "#c00000";
  drawn.fillRect(0, 0, 640, 480);
  const bytes = await (await sheet.convertToBlob({ type: "image/jpeg" })).arrayBuffer();
  const [envelope] = await photo(4, bytes.byteLength, { about: { kind: "patrol", id: "p" } });
  await outbox.queue.put(envelope, bytes)"""
RED = "canvas => canvas.getContext('2d').getImageData(56, 56, 1, 1).data[0]"


async def test_a_photo_shows_itself_and_one_that_cannot_be_read_does_not(page: Page, stand: Stand) -> None:
    await page.evaluate(SCRIPT, [TAKEN, None])
    await stand(HERE, person="shen")
    pictures = page.locator("[data-list] [data-picture]")
    await expect(pictures).to_have_count(4)
    await expect(pictures.last).to_be_visible()
    assert await pictures.last.evaluate(RED) > 180
    assert [await each.is_visible() for each in await pictures.all()] == [False, False, False, True]


async def test_a_tap_sends_the_refused_one_again_and_what_needs_it_after_it(
    page: Page, station: Station
) -> None:
    await page.get_by_role("button", name="再试").first.click()
    await expect(page.locator("section[data-subject]")).to_be_hidden()
    assert len(station.held) == 3


async def test_it_goes_back_to_its_form_filled_and_under_its_own_name(page: Page) -> None:
    async with page.expect_navigation(url="**/?mend"):
        await page.get_by_role("button", name="改后重发").click()
    kept = await page.evaluate("({...sessionStorage})")
    assert json.loads(kept["draft:shen:finding-p-new"]) == {
        "values": [["category", "占道经营", False]],
        "sent": False,
        "problem": {"status": 422, "code": "invalid", "title": "填得不对", "detail": "最多40个字"},
    }
    assert json.loads(kept["attempt:shen:finding-p-new"])["id"].endswith("001")


async def test_it_can_be_taken_out_as_a_file(page: Page, tmp_path: Path) -> None:
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="导出").click()
    file = await downloading.value
    assert file.suggested_filename.endswith("-00000000.json")
    await file.save_as(tmp_path / "one.json")
    [told] = json.loads((tmp_path / "one.json").read_text())
    assert (told["body"], told["problem"]["title"]) == ({"facts": "no 1"}, "填得不对")


async def test_it_leaves_the_phone_on_the_second_tap_and_lets_the_others_go(
    page: Page, station: Station
) -> None:
    await page.get_by_role("button", name="从本机删掉").click()
    await page.get_by_role("button", name="再按一次删掉").click()
    await expect(page.locator("section[data-subject]")).to_be_hidden()
    assert len(station.held) == 2


CLASH = """const form = { page: "/edit", draft: "p", values: [], lexicon: { title: { label: "名称", type: "text", choices: {} }, route: { label: "路线", type: "text", choices: {} } } };
  await outbox.queue.put(made(1, { kind: "patrol.change", method: "PATCH", subject: { kind: "patrol", id: "p" }, form, body: { base: 3, title: "夜市", route: "东街" } }));
  await outbox.kick()"""
ELSEWHERE = problem(
    409,
    "changed_elsewhere",
    title="同一处已在别处改过",
    version=5,
    current={"title": "早市"},
    fields={"title": "陆鸣11月25日 周三 09:10改成"},
)


@pytest.fixture
async def clashing(stand: Stand, station: Station) -> Page:
    page = await stand(HERE, person="shen")
    station.trouble = [ELSEWHERE]
    await page.evaluate(SCRIPT, [CLASH, None])
    await expect(page.get_by_role("group", name="名称")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("side", "left"),
    [("夜市", {"base": 5, "title": "夜市", "route": "东街"}), ("早市", {"base": 5, "route": "东街"})],
)
async def test_of_what_two_devices_changed_the_person_chooses(
    clashing: Page, station: Station, side: str, left: dict[str, object]
) -> None:
    for useless in ("改后重发", "再试"):
        await expect(clashing.get_by_role("button", name=useless)).to_have_count(0)
    await expect(clashing.get_by_role("group", name="名称")).to_contain_text("陆鸣11月25日 周三 09:10改成")
    await clashing.get_by_role("button", name="按选的送出").click()
    await expect(clashing.locator("#toast")).to_contain_text("每一处选一个")
    assert station.held == {}
    await clashing.get_by_role("radio", name=side).check(force=True)
    await clashing.get_by_role("button", name="按选的送出").click()
    await expect(clashing.locator("section[data-subject]")).to_be_hidden()
    assert list(station.held.values()) == [left]


async def test_what_was_chosen_stands_while_the_rest_is_drawn_anew(clashing: Page) -> None:
    await clashing.get_by_role("radio", name="夜市").check(force=True)
    more = """await outbox.queue.put(made(7, { about: { kind: "patrol", id: "p" } })); await outbox.queue.refuse(id(7), { title: "没有了", code: "gone" })"""
    await clashing.evaluate(SCRIPT, [more, None])
    await expect(clashing.locator("[data-list] > li")).to_have_count(2)
    await expect(clashing.get_by_role("radio", name="夜市")).to_be_checked()


async def test_what_is_gone_there_is_read_here(stand: Stand, station: Station) -> None:
    page = await stand(HERE, person="shen")
    station.trouble = [problem(410, "gone", title="这条记录已经撤下")]
    gone = CLASH.replace("{ base: 3, title", "{ title")
    await page.evaluate(SCRIPT, [gone, None])
    await expect(page.locator("p[data-state]")).to_contain_text("这条记录已经撤下")
    await page.get_by_text("看写了什么").click()
    await expect(page.locator("dl")).to_have_text("名称夜市路线东街")
    for useless in ("改后重发", "再试"):
        await expect(page.get_by_role("button", name=useless)).to_have_count(0)
    await expect(page.get_by_role("button", name="导出")).to_be_visible()


@pytest.mark.parametrize(
    ("at", "leads"),
    [("/outbox", ["打开", "起草移送"]), ("/checkins/00000000-0000-4000-8000-000000000001", ["起草移送"])],
)
async def test_what_was_made_here_is_opened_from_here_unless_one_is_there(
    stand: Stand, station: Station, at: str, leads: list[str]
) -> None:
    page = await stand(HERE, person="shen")
    await page.evaluate("address => history.replaceState(null, '', address)", at)
    station.trouble = [None]
    made = """const about = { kind: "patrol", id: "p" };
      await outbox.queue.put(made(1, { kind: "checkin", subject: { kind: "checkin", id: id(1) }, about }));
      await outbox.queue.put(made(2, { about }));
      await outbox.queue.put(made(3, { about, body: { nothing_found: true } }));
      await outbox.kick()"""
    await page.evaluate(SCRIPT, [made, None])
    links = page.locator("[data-list]").get_by_role("link")
    await expect(links).to_have_text(leads)
    assert str(await links.last.get_attribute("href")).startswith("/handoffs/here/0000")
