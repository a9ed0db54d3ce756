"""Small parts of a call's page: countdown, the nearest first, one form for several acts, no tap meant for the button before."""

import pytest
from playwright.async_api import expect

from tests.static.behaviours.test_track import on_phone
from tests.static.conftest import NOW, Stand

AT = NOW.isoformat()
COUNT = """<p data-behaviour="countdown" data-until="{{ until }}" data-now="{{ now }}" data-words="再过{left}，全所响。" data-after="全所已响。"></p>"""
CALL_110 = """<p data-behaviour="countdown" data-until="{{ until }}" data-now="{{ now }}"><a href="tel:110" hidden data-shown-after>立即拨打110</a></p>"""
LIST = """<div data-behaviour="nearest"><div>{% for id, rank, urgency, lat in rows %}
<a href="#{{ id }}" id="{{ id }}" data-rank="{{ rank }}" data-urgency="{{ urgency }}"{% if lat %} data-lat="{{ lat }}" data-lon="102"{% endif %}>{{ id }}<span data-far></span></a>{% endfor %}</div></div>"""
ACTS = """<div data-behaviour="sends-to"><input type="radio" name="step" data-to="/a/first" checked id="first"><input type="radio" name="step" data-to="/a/second" id="second">
<form data-url="/a/first"><select name="by" data-other="name police"><option value="minjing">周青岩</option><option value="">没有账号的人</option></select><div class="ld-field"><input name="by" id="name"></div><div id="police"><input type="radio" name="police" value="true"><input type="radio" name="police" value="false"></div></form></div>"""
COUNT_SENT = "document.querySelector('form').addEventListener('submit', () => (globalThis.sent = (globalThis.sent ?? 0) + 1))"
RIPE = """<form data-behaviour="ripe" data-url="/resolution" method="dialog"><button type="submit">处置完毕</button></form>"""


async def test_it_counts_down_by_the_servers_clock(stand: Stand) -> None:
    page = await stand(COUNT, until="2026-11-23T11:01:05+08:00", now="2026-11-23T11:00:00+08:00")
    words = page.locator("p")
    await expect(words).to_have_text("再过1分5秒，全所响。")
    await page.clock.run_for(64_000)
    await expect(words).to_have_text("再过1秒，全所响。")
    await page.clock.run_for(1_000)
    await expect(words).to_have_text("全所已响。")


async def test_110_is_urged_when_the_time_is_over_and_not_before(stand: Stand) -> None:
    page = await stand(CALL_110, until="2026-11-23T11:01:00+08:00", now="2026-11-23T11:00:00+08:00")
    await page.clock.run_for(59_000)
    await expect(page.locator("a")).to_be_hidden()
    await page.clock.run_for(1_000)
    await expect(page.locator("a")).to_be_visible()


async def test_the_nearest_of_those_equally_urgent_comes_first(stand: Stand) -> None:
    await on_phone(stand)
    rows = [
        ("far", 1, "emergency", 24.2),
        ("near", 2, "emergency", 24.01),
        ("unplaced", 3, "emergency", None),
        ("drill", 4, "drill", 24.0),
    ]
    page = await stand(LIST, rows=rows)
    await page.wait_for_function("() => globalThis.hear")
    await page.evaluate(
        "hear({ coords: { latitude: 24, longitude: 102, accuracy: 5 }, timestamp: Date.now() })"
    )
    await page.clock.run_for(5_000)
    await expect(page.locator("#near [data-far]")).to_have_text("距你1.1公里")
    assert await page.evaluate("[...document.querySelectorAll('a')].map(a => a.id)") == [
        "near",
        "far",
        "unplaced",
        "drill",
    ]


async def test_one_form_is_sent_where_the_ticked_act_says(stand: Stand) -> None:
    page = await stand(ACTS)
    await page.locator("#second").check()
    assert await page.locator("form").get_attribute("data-url") == "/a/second"


async def test_a_name_is_asked_for_only_of_who_has_no_account(stand: Stand) -> None:
    page = await stand(ACTS)
    await expect(page.locator("#name")).to_be_hidden()
    assert await page.locator("#name").is_disabled()
    await page.locator("select").select_option("")
    await expect(page.locator("#name")).to_be_visible()
    assert await page.locator("#name").get_attribute("required") is not None


async def test_whether_they_are_police_is_asked_of_nobody_else_and_not_guessed(stand: Stand) -> None:
    page = await stand(ACTS)
    asked = page.locator("[name=police]").first
    await expect(page.locator("#police")).to_be_hidden()
    assert await asked.is_disabled()
    await page.locator("select").select_option("")
    await expect(page.locator("#police")).to_be_visible()
    assert await asked.get_attribute("required") is not None
    assert not await asked.is_checked()


async def test_the_second_tap_of_a_quick_pair_does_not_count(stand: Stand) -> None:
    page = await stand(RIPE)
    await page.evaluate(COUNT_SENT)
    await page.get_by_role("button").click()
    assert await page.evaluate("globalThis.sent ?? 0") == 0
    await expect(page.locator("#toast")).to_have_text("“处置完毕”刚出现，这一下没有算。要办，再按一次")
    await page.clock.run_for(1_100)
    await page.get_by_role("button").click()
    assert await page.evaluate("globalThis.sent") == 1


@pytest.mark.parametrize(("url", "taken"), [("/resolution", True), ("/arrival", False)])
async def test_the_same_button_drawn_anew_takes_the_tap_and_another_does_not(
    stand: Stand, *, url: str, taken: bool
) -> None:
    page = await stand(RIPE)
    await page.clock.run_for(1_000)
    sent = await page.evaluate(
        """async (url) => {
          const form = document.querySelector("form").cloneNode(true);
          form.dataset.url = url;
          document.querySelector("form").replaceWith(form);
          document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: form } }));
          await (await import("/js/sending/early.js")).whenReady(form);
          return new Promise((heard) => {
            form.addEventListener("submit", () => heard(true));
            form.querySelector("button").click();
            heard(false);
          });
        }""",
        url,
    )
    assert sent is taken
