"""The small ones: clocks, counters, phrases, the look, the amber bar, a form that is sent once."""

import pytest
from playwright.async_api import expect

from tests.static.conftest import Stand

CLOCKS = """{% from "shared/clocks.html" import running_clock %}
{{ running_clock("2026-11-23T09:10:00+08:00", "2026-11-23T10:34:36+08:00", "01:24:36") }}"""


async def test_a_running_time_follows_the_server_not_the_wrong_clock_of_the_phone(stand: Stand) -> None:
    page = await stand(CLOCKS)
    await page.clock.run_for(24_000)
    assert await page.locator("[role=timer]").inner_text() == "01:25:00"


async def test_characters_are_counted_as_people_count_them(stand: Stand) -> None:
    page = await stand(
        "{% from 'shared/forms.html' import area_field %}{{ area_field('facts', '事实', '𠮷祥', maxlength=500) }}"
    )
    assert await page.locator("[data-behaviour=count]").inner_text() == "2/500"
    await page.fill("textarea", "河滩")
    assert await page.locator("[data-behaviour=count]").inner_text() == "2/500"


async def test_a_usual_phrase_follows_what_stands_there(stand: Stand) -> None:
    page = await stand(
        "<textarea id='words'>已阅</textarea><button data-behaviour='phrase' data-into='words'>请复查</button>"
    )
    await page.get_by_role("button").click()
    assert await page.input_value("textarea") == "已阅；请复查"


DRILL = """{% from "shared/forms.html" import chips_field %}<form data-behaviour="drill-word" data-into="drill">
{{ chips_field("status", "这是", [("actual", "实情"), ("exercise", "演练"), ("test", "测试")], "actual") }}</form>
<button><span id="drill" hidden></span>紧急支援</button>"""


async def test_a_drill_stands_on_the_button_one_holds_until_it_is_none_any_more(stand: Stand) -> None:
    page = await stand(DRILL)
    button = page.get_by_role("button")
    for chosen, said in (("演练", "【演练】紧急支援"), ("测试", "【测试】紧急支援"), ("实情", "紧急支援")):
        await page.get_by_text(chosen, exact=True).click()
        assert await button.inner_text() == said


async def test_a_blocked_act_says_why(stand: Stand) -> None:
    page = await stand(
        "{% from 'shared/actions.html' import button %}{{ button('送用印', why='缺收运合同') }}"
    )
    await page.get_by_role("button").press("Enter")
    assert await page.locator("#toast").inner_text() == "缺收运合同"
    await page.clock.run_for(4000)
    assert await page.locator("#toast").inner_text() == ""


async def test_what_is_told_while_a_dialog_is_open_stands_in_it(stand: Stand) -> None:
    page = await stand("<dialog id='asked'><p>送审</p></dialog>")
    await page.evaluate("document.querySelector('#asked').showModal()")
    await page.evaluate(
        "document.dispatchEvent(new CustomEvent('tell', { detail: '没有网络', cancelable: true }))"
    )
    assert await page.locator("#asked > #toast").inner_text() == "没有网络"
    await page.clock.run_for(4000)
    assert await page.locator("#asked > #toast").count() == 0


async def test_the_look_changes_at_once_and_is_remembered(stand: Stand) -> None:
    page = await stand(
        "<form data-behaviour='appearance'><input type='radio' name='theme' value='dark' id='dark'>"
        "<input type='radio' name='theme' value='' id='device' checked><input type='checkbox' name='care' value='1' id='care'></form>"
    )
    await page.check("#dark")
    await page.check("#care")
    assert await page.evaluate("[document.body.dataset.weuiTheme, document.body.dataset.weuiMode]") == [
        "dark",
        "care",
    ]
    assert {c["name"]: c["value"] for c in await page.context.cookies()} == {
        "ld-theme": "dark",
        "ld-care": "1",
    }
    await page.check("#device")
    assert await page.evaluate("document.body.dataset.weuiTheme") is None
    assert {c["name"] for c in await page.context.cookies()} == {"ld-care"}


async def test_the_bar_shows_while_the_server_is_gone_and_leaves_when_it_is_back(stand: Stand) -> None:
    page = await stand("{% from 'shared/notices.html' import network_bar %}{{ network_bar('/alive') }}")
    bar = page.locator(".ld-sync_off")
    assert not await bar.is_visible()
    await page.route("**/alive", lambda route: route.abort())
    await page.evaluate("dispatchEvent(new Event('offline'))")
    await bar.wait_for(state="visible")
    await page.unroute("**/alive")
    await page.clock.run_for(3000)
    await bar.wait_for(state="hidden")


async def test_a_page_kept_here_says_since_when_until_it_is_drawn_anew(stand: Stand) -> None:
    page = await stand(
        "<script>document.body.dataset.keptAt = '2026-11-23T02:40:00.000Z'</script>"
        "{% from 'shared/notices.html' import network_bar %}{{ network_bar('/alive') }}<main id='main'></main>"
    )
    bar = page.locator("[data-behaviour=network]")
    await expect(bar).to_contain_text("存于\u00a010:40")
    await expect(bar.get_by_role("button", name="现在更新")).to_be_visible()
    await page.evaluate(
        "document.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: document.getElementById('main') } }))"
    )
    await expect(bar).to_be_hidden()


async def test_where_there_is_no_network_nothing_is_said_of_the_line(stand: Stand) -> None:
    page = await stand("{% from 'shared/notices.html' import live_bar %}{{ live_bar() }}")
    say = "([name, detail]) => document.dispatchEvent(new CustomEvent(name, { detail }))"
    await page.evaluate(say, ["ld:line", False])
    await expect(page.locator("[data-behaviour=live-line]")).to_be_visible()
    await page.evaluate(say, ["ld:network", False])
    await expect(page.locator("[data-behaviour=live-line]")).to_be_hidden()
    await page.evaluate(say, ["ld:network", True])
    await expect(page.locator("[data-behaviour=live-line]")).to_be_visible()


@pytest.mark.parametrize("above", [0, 300], ids=["at its head", "further down"])
async def test_what_is_about_to_be_tapped_stays_where_it_is_when_news_comes(stand: Stand, above: int) -> None:
    page = await stand(
        "<link rel='stylesheet' href='/css/app.css'>{% from 'shared/notices.html' import live_bar %}<div class='ld-bars'>{{ live_bar() }}"
        "</div><main class='ld-main'><p style='height: 500px'>小结</p><button>存下</button><p style='height: 2000px'></p></main>",
        still=False,
    )
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.ld-bars')).position === 'sticky'"
    )
    await page.evaluate("above => scrollTo(0, above)", above)
    before = await page.locator("main button").bounding_box()
    for waiting in (True, False):
        await page.evaluate(
            "detail => document.dispatchEvent(new CustomEvent('ld:waiting', { detail }))", waiting
        )
        await expect(page.locator("[data-behaviour=live-line]")).to_be_visible(visible=waiting)
        await page.evaluate(
            "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
        )
        now = await page.locator("main button").bounding_box()
        assert before
        assert now
        assert abs(now["y"] - before["y"]) < 1


async def test_the_clock_of_a_page_kept_here_goes_by_this_phone(stand: Stand) -> None:
    drawn = "2026-11-22T02:36:00Z"
    page = await stand(
        "<script>document.body.dataset.keptAt = '2026-11-22T02:36:00.000Z'</script><p data-behaviour='countdown' data-until='2026-11-23T02:38:00Z'"
        f" data-now='{drawn}' data-words='还剩{{left}}' data-after='到了'></p>"
    )
    await expect(page.locator("p")).to_have_text("还剩2分0秒")


async def test_a_second_tap_sends_nothing_twice(stand: Stand) -> None:
    page = await stand(
        "<form method='post' action='/slow' target='nowhere'><button>存下</button></form><iframe name='nowhere'></iframe>"
    )
    refused = "event => { window.refused = event.defaultPrevented; }"
    await page.evaluate(f"addEventListener('submit', {refused})")
    await page.get_by_role("button").click()
    assert await page.evaluate("refused") is False
    await page.get_by_role("button").click()
    assert await page.evaluate("refused") is True
