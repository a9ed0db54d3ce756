"""A place field says how well a place is known, and asks why where it is known badly."""

import pytest
from playwright.async_api import Page, expect

from tests.static.behaviours.test_track import on_phone
from tests.static.conftest import Stand

FIELD = """<form><div data-behaviour="locate" data-warn-m="25" data-reason-m="100"{% if now %} data-locate="now"{% endif %}><p data-place-words></p>
{% for name in ("lat", "lon", "accuracy_m", "source") %}<input type="hidden" name="position.{{ name }}">{% endfor %}
<button type="button" data-locate-button>定位</button><div data-far-reason hidden>为什么</div></div></form>"""
PLACE = "24.12345, 102.40000（WGS-84）"


async def field(stand: Stand, *, now: bool = False, allowed: bool = True) -> Page:
    await on_phone(stand, allowed=allowed)
    return await stand(FIELD, now=now)


async def found(page: Page, accuracy: float) -> None:
    await page.wait_for_function("() => globalThis.hear")
    await page.evaluate(
        "accuracy => hear({ coords: { latitude: 24.123451, longitude: 102.4, accuracy }, timestamp: Date.now() })",
        accuracy,
    )
    await page.clock.run_for(20_000)


async def values(page: Page) -> list[str]:
    found: list[str] = await page.evaluate(
        "[...document.querySelectorAll('input')].map((input) => input.value)"
    )
    return found


@pytest.mark.parametrize(
    ("accuracy", "words", "asks"),
    [
        (8, f"卫星定位 ±8米 · {PLACE}", False),
        (25, f"卫星定位 ±25米 · {PLACE}", False),
        (26, f"卫星定位 ±26米 · {PLACE}。误差偏大，到开阔处可重新定位", False),
        (100, f"卫星定位 ±100米 · {PLACE}。误差偏大，到开阔处可重新定位", False),
        (101, f"卫星定位 ±101米 · {PLACE}。误差太大，请写明原因", True),
    ],
)
async def test_a_fix_is_said_as_good_as_it_is(stand: Stand, accuracy: float, words: str, asks: bool) -> None:
    page = await field(stand)
    await page.get_by_role("button").click()
    await found(page, accuracy)
    await expect(page.locator("[data-place-words]")).to_have_text(words)
    assert await page.locator("[data-far-reason]").is_visible() == asks
    assert await values(page) == ["24.123451", "102.4", str(accuracy), "gps"]


async def test_a_new_finding_takes_its_place_at_once(stand: Stand) -> None:
    page = await field(stand, now=True)
    await expect(page.locator("[data-place-words]")).to_have_text("正在定位，最多等20秒")
    await found(page, 8)
    await expect(page.locator("[data-place-words]")).to_have_text(f"卫星定位 ±8米 · {PLACE}")


async def test_no_fix_leaves_the_place_as_it_was(stand: Stand) -> None:
    page = await field(stand)
    await page.get_by_role("button").click()
    await page.clock.run_for(20_000)
    await expect(page.locator("[data-place-words]")).to_have_text("没有取到定位。到开阔处再试，或在地图上选")
    assert await values(page) == ["", "", "", ""]


async def test_a_picked_place_is_called_that_and_has_no_accuracy(stand: Stand) -> None:
    page = await field(stand)
    await page.evaluate(
        "() => document.querySelector('[data-behaviour]').dispatchEvent(new CustomEvent('picked', { detail: { lat: 24.1, lon: 102.4 } }))"
    )
    await expect(page.locator("[data-place-words]")).to_have_text(
        "地图上选的位置 · 24.10000, 102.40000（WGS-84）"
    )
    assert await values(page) == ["24.1", "102.4", "", "map"]


async def test_where_the_phone_would_ask_first_the_place_waits_for_a_tap(stand: Stand) -> None:
    page = await field(stand, now=True, allowed=False)
    await page.clock.run_for(100)
    assert await page.evaluate("globalThis.hear === undefined")
    await page.get_by_role("button").click()
    await found(page, 8)
    await expect(page.locator("[data-place-words]")).to_have_text(f"卫星定位 ±8米 · {PLACE}")


async def test_what_is_given_back_for_mending_keeps_its_own_place(stand: Stand) -> None:
    await on_phone(stand, allowed=True)
    form = FIELD.replace("<form>", '<form data-behaviour="draft" data-draft="finding-p-new">').replace(
        "name=", "data-of-its-moment name="
    )
    before = await stand(form, person="shen")
    given = [["position.lat", "24.5", False], ["position.lon", "102.5", False], ["position.accuracy_m", "9", False], ["position.source", "gps", False]]  # fmt: skip
    await before.evaluate(
        "async values => (await import('/js/drafts.js')).giveBack('finding-p-new', values)", given
    )
    page = await stand(form, person="shen", now=True)
    await expect(page.locator("[data-place-words]")).to_have_text(
        "卫星定位 ±9米 · 24.50000, 102.50000（WGS-84）"
    )
    assert await values(page) == ["24.5", "102.5", "9", "gps"]
