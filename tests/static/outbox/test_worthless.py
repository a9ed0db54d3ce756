"""What is no photo any more, and what is no receipt: neither holds up another, nothing goes on the strength of it."""

from typing import Any

import pytest
from playwright.async_api import Route, expect

from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT, Run
from tests.static.outbox.test_delivery import STATES, TOLD
from tests.static.station import Station

PAGE = """{% from "outbox/_waiting.html" import waiting_list %}<div data-behaviour="outbox"><p data-cannot></p><p data-none>没有</p>
<div data-some hidden>{{ waiting_list() }}<button data-all></button><button data-export-all></button></div>
<i data-room></i><i data-little></i><i data-stays></i><i data-may-go></i><button data-stay></button>
<ul data-sent></ul><p data-none-sent></p><template data-receipt><li></li></template></div>"""
SPOILT = """await outbox.queue.put(made(1)); await outbox.queue.put(made(2));
  const { database } = outbox.queue; const row = await database.get("envelopes", id(1));
  await database.put("envelopes", { ...row, sealed: { ...row.sealed, iv: new Uint8Array(12) } });
  await outbox.queue.put(...await photo(3, 500)); await database.delete("pictures", id(3));
  await outbox.kick()"""


@pytest.mark.parametrize(
    "answer", [{"status": 204}, {"status": 200, "body": "null"}, {"status": 200, "json": {}}]
)
async def test_a_yes_without_a_record_is_no_receipt(
    run: Run, station: Station, answer: dict[str, Any]
) -> None:
    await station.page.route("**/findings/**", lambda route: route.fulfill(**answer), times=1)
    told = await run(f"{TOLD} await outbox.queue.put(made(1)); await outbox.kick(); return told")
    assert [each["why"] for each in told if each["type"] == "rest"] == ["receipt"]
    assert await run(STATES) == [["发现1", "waiting", 1]]
    await run("await outbox.kick({ hurry: true })")
    assert await run(STATES) == []


async def test_bytes_that_somebody_else_took_are_no_photo_that_arrived(run: Run, station: Station) -> None:
    asked: list[int] = []

    async def swallow(route: Route) -> None:
        asked.append(len(route.request.post_data_buffer or b""))
        await (route.fulfill(status=204) if len(asked) < 9 else route.abort())

    await station.page.route("**/content", swallow)
    await run("await outbox.queue.put(...await photo(1, 1000)); await outbox.kick()")
    assert asked == [1000]
    assert await run(STATES) == [["发现1", "waiting", 1]]


@pytest.mark.parametrize(
    "spoil", ["database.delete('pictures', id(1))", "database.put('pictures', { ...kept, sealed })"]
)
async def test_a_picture_that_cannot_be_read_holds_up_no_other(
    run: Run, station: Station, spoil: str
) -> None:
    told = await run(
        f"""{TOLD} await outbox.queue.put(...await photo(1, 500)); await outbox.queue.put(...await photo(2, 600));
        const {{ database }} = outbox.queue; const kept = await database.get("pictures", id(1));
        const sealed = {{ ...kept.sealed, iv: new Uint8Array(12) }}; await {spoil};
        await outbox.kick(); return told"""
    )
    assert [(each["why"], each["line"]) for each in told if each["type"] == "rest"] == [("unreadable", False)]
    assert await run(STATES) == [["发现1", "waiting", 1]]
    assert [len(bytes_) for bytes_ in station.pieces.values()] == [600]


async def test_what_cannot_be_opened_is_told_and_can_be_taken_out(stand: Stand, station: Station) -> None:
    page = await stand(PAGE, person="shen")
    await page.evaluate(SCRIPT, [SPOILT, None])
    lines = page.locator("[data-list] > li")
    await expect(lines.locator("[data-words]")).to_have_text(["打不开的一条", "发现3"])
    for at in range(2):
        await expect(lines.nth(at).locator("p[data-state]")).to_contain_text("读不出来，送不了")
    for name, shown in (("从本机删掉", 2), ("导出", 1), ("改后重发", 0)):
        await expect(page.get_by_role("button", name=name)).to_have_count(shown)
    for left in (1, 0):
        await lines.first.get_by_role("button", name="从本机删掉").click()
        await lines.first.get_by_role("button", name="再按一次删掉").click()
        await expect(lines).to_have_count(left)
    await expect(page.get_by_text("没有")).to_be_visible()
