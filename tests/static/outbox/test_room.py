"""The room on a phone: asked for, told of before it runs out, and where it is gone said where the person is, with nothing lost."""

from typing import Any

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT, Run
from tests.static.outbox.test_hooks import FINDING, LISTED, press
from tests.static.station import Station

MB = 1024 * 1024
WORDS = "async given => (await import('/js/outbox/room-words.js')).roomWords(given)"
HAD = """async estimate => {
  StorageManager.prototype.estimate = async () => estimate;
  return (await import('/js/outbox/room.js')).roomHere();
}"""
HERE = '{% from "outbox/_room.html" import room_words %}{{ room_words() }}'
COUNTING = "globalThis.asked = 0; StorageManager.prototype.persist = async () => { globalThis.asked += 1; return false; }; null"
NO_ROOM = (
    "IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); }; null"
)
STRIP = """<ul class="ld-evidence" data-behaviour="evidence" data-subject-kind="finding" data-subject-id="00000000-0000-4000-8000-000000000007" data-url="/api/v1/photos/{id}" data-edge="1024">
<li><button type="button" data-take>拍照</button><button type="button" data-pick>相册</button><input type="file" data-phone-camera><input type="file" data-gallery>
<template data-item><li class="item"><img src="data:," alt=""><span data-source></span><span data-words></span><progress max="100"></progress><button type="button" data-again>再试</button><button type="button" data-drop>撤下</button></li></template></li></ul>"""


async def fill_up(page: Page) -> None:
    """The outbox is open; from now on the browser gives no more room."""
    await page.evaluate(SCRIPT, ["return 0", None])
    await page.evaluate(NO_ROOM)


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"left": 90 * MB}, "手机快存满了，还能存90 MB"),
        ({"left": 200 * MB}, "手机快存满了，还能存200 MB"),
        ({"left": 201 * MB}, None),
        ({"left": 1024 * MB, "waiting": 3}, "还有3项没送出，空间再少下去，浏览器可能清掉"),
        ({"left": 1025 * MB, "waiting": 3}, None),
        ({"left": 300 * MB, "waiting": 3, "persisted": True}, None),
        ({"left": None, "waiting": 3}, None),
        ({"cannot": "换普通窗口"}, "这里存不了本机，断网时写下的、拍下的留不住"),
    ],
)
async def test_it_is_said_before_it_is_too_late(
    workbench: Page, given: dict[str, Any], what: str | None
) -> None:
    said = await workbench.evaluate(WORDS, given)
    assert (said and said["what"]) == what


@pytest.mark.parametrize(
    ("usage", "quota", "left"),
    [
        (5, 5 + 90 * MB, 90 * MB),
        (7, 7, 0),
        (5, 5 + 10_240 * MB, None),
        (5, 5 + 1024 * MB, None),
        (5, None, None),
    ],
)
async def test_a_figure_that_hides_the_disk_is_none(
    workbench: Page, usage: int, quota: int | None, left: int | None
) -> None:
    said = await workbench.evaluate(HAD, {"usage": usage} | ({"quota": quota} if quota else {}))
    assert said["left"] == left


async def test_the_browser_is_asked_to_keep_what_lies_here_with_the_first_of_it(
    run: Run, station: Station
) -> None:
    await station.page.evaluate(COUNTING)
    await run("return outbox.queue.list()")
    assert await station.page.evaluate("asked") == 0
    await run("await outbox.hold(made(1)); await outbox.hold(made(2))")
    await station.page.wait_for_function("() => asked === 1")
    assert await station.page.evaluate("asked") == 1


async def test_a_form_that_finds_no_room_is_sent_past_it_and_says_so_where_nobody_answers(
    stand: Stand, station: Station
) -> None:
    page = await stand(FINDING, person="shen")
    await fill_up(page)
    station.trouble = [None]
    await press(page)
    await expect(page.get_by_role("heading", name="手机存满了，没有存下")).to_be_visible()
    await expect(page.get_by_label("看到了什么")).to_have_value("占道经营")
    assert await page.evaluate(LISTED) == []
    await press(page)
    [body] = station.held.values()
    assert body["category"] == "占道经营"


async def test_a_photo_that_finds_no_room_says_that_it_lives_as_long_as_the_page(
    stand: Stand, station: Station
) -> None:
    page = await stand(STRIP, person="shen")
    await fill_up(page)
    station.trouble = [None]
    picture: FilePayload = {
        "name": "a.jpg",
        "mimeType": "image/jpeg",
        "buffer": b"\xff\xd8\xff" + bytes(4000),
    }
    await page.locator("[data-gallery]").set_input_files(picture)
    await expect(page.locator("#toast")).to_contain_text("手机存满了，这张没存下")
    await expect(page.locator(".item [data-words]")).to_have_text("手机存满了，没存下。等网络，别关这一页")
    await page.get_by_role("button", name="再试").click()
    await expect(page.locator(".item [data-words]")).to_have_text("已发送")


async def test_a_track_that_finds_no_room_says_so_and_is_sent_all_the_same(
    run: Run, station: Station
) -> None:
    await fill_up(station.page)
    script = """const { openKept } = await import("/js/patrol/keeping.js");
      const kept = await openKept("p");
      let told = 0;
      kept.store.full = () => (told += 1);
      kept.add({ lat: 24.1, lon: 102.4, accuracy_m: 5, time: 1_800_000_000_000 });
      await kept.store.written;
      return [told > 0, kept.points.length];"""
    assert await run(script) == [True, 1]


@pytest.mark.parametrize(
    ("gone", "todo"),
    [
        ("Object.defineProperty(self, 'indexedDB', { value: undefined })", "这个浏览器窗口不能存在本机"),
        ("IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError') }", "这个浏览器窗口不能存在本机（无痕模式，或不让存）"),
        ("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })", "用https打开"),
    ],
    ids=["no database", "private window", "plain http"],
)  # fmt: skip
async def test_where_nothing_can_be_kept_it_is_said_where_work_begins(
    stand: Stand, station: Station, gone: str, todo: str
) -> None:
    await station.page.add_init_script(gone)
    page = await stand(HERE + FINDING, person="shen")
    await expect(page.get_by_text("这里存不了本机，断网时写下的、拍下的留不住")).to_be_visible()
    await expect(page.locator("[data-do]")).to_contain_text(todo)
    await press(page)
    assert len(station.held) == 1


async def test_a_phone_running_low_says_so_once_it_is_looked_at(stand: Stand, station: Station) -> None:
    await station.page.add_init_script(
        f"StorageManager.prototype.estimate = async () => ({{ quota: {60 * MB}, usage: 0 }})"
    )
    page = await stand(HERE, person="shen")
    await expect(page.get_by_text("手机快存满了，还能存60 MB")).to_be_visible()
    await expect(page.locator("[data-do]")).to_contain_text("大约还能存40张照片")
