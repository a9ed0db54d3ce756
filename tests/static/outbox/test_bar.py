"""The bar says how much the server holds, never claims what is not there, and says first what needs the person."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.rig.stage import ROOT
from tests.static.conftest import Stand
from tests.static.station import Station

NOTHING: dict[str, Any] = {"waiting": 0, "photos": 0, "refused": 0, "last": None, "why": None}
NOTE = "async told => (await import('/js/behaviours/sync-bar.js')).partsOf(told).join(' · ')"
AT = "2026-11-23T06:02:00Z"


@pytest.mark.parametrize(
    ("told", "note"),
    [
        ({"last": AT}, "上次\u00a014:02"),
        ({"waiting": 2, "photos": 2, "last": AT}, "2张照片等待 · 上次\u00a014:02"),
        ({"waiting": 1, "why": "network"}, "没有网络，连上就送"),
        ({"waiting": 3, "photos": 1, "refused": 1, "why": "signin"}, "1项被退回，需要你看 · 1张照片等待 · 登录过期，先存本机"),
        ({"waiting": 1, "refused": 1, "why": "network"}, "1项被退回，需要你看"),
    ],
)  # fmt: skip
async def test_the_words(workbench: Page, told: dict[str, Any], note: str) -> None:
    assert await workbench.evaluate(NOTE, NOTHING | told) == note


async def test_it_appears_with_the_first_thing_made_and_ticks_once_all_is_there(
    stand: Stand, station: Station
) -> None:
    bar = '{% from "shared/notices.html" import sync_bar %}{{ sync_bar() }}'
    page = await stand(bar, person="shen")
    for style in ("parts/sync.css", "base.css"):
        await page.add_style_tag(path=ROOT / "static/css" / style)
    shown = page.locator("a.ld-sync")
    await expect(shown).to_be_hidden()
    for counted, what, state in ((2, "7/9 已发送", "waiting"), (0, "9/9 已发送", "done")):
        detail = NOTHING | {"waiting": counted, "sent": 9 - counted, "total": 9}
        await page.evaluate(
            "detail => document.dispatchEvent(new CustomEvent('ld:outbox', { detail }))", detail
        )
        await expect(shown.locator("[data-what]")).to_have_text(what)
        await expect(shown).to_have_attribute("data-state", state)
        await expect(shown.locator("[data-tick]")).to_be_visible(visible=state == "done")


async def test_a_call_for_help_that_has_not_arrived_is_no_tick(stand: Stand, station: Station) -> None:
    page = await stand('{% from "shared/notices.html" import sync_bar %}{{ sync_bar() }}', person="shen")
    keep = """async call => {
        const { KeptCall } = await import('/js/assist/kept.js')
        new KeptCall('shen').put({ id: 'c', held: false, ...call })
    }"""
    say = "detail => document.dispatchEvent(new CustomEvent('ld:outbox', { detail }))"
    await page.evaluate(keep, {})
    await page.evaluate(say, NOTHING | {"sent": 1, "total": 1})
    bar = page.locator("a.ld-sync")
    await expect(bar).to_contain_text("1/2 已发送")
    await expect(bar).to_contain_text("求助还没有送到")
    await expect(bar).to_have_attribute("data-state", "waiting")
    await page.evaluate(keep, {"held": True})
    await expect(bar).to_contain_text("1/1 已发送")
    await page.evaluate(keep, {"off": True})
    await expect(bar).to_have_attribute("data-state", "done")
