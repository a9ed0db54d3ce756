"""While a crew is chosen, the count stays in sight and what is missing is said at once."""

from typing import Any

from playwright.async_api import Page, expect

from tests.static.conftest import Stand

FORM = """<form data-behaviour="crew-words" data-count="crew-count"><input type="radio" name="kind" value="joint" checked><input type="radio" name="kind" value="routine">
{% for name, unit, certified in people %}<input type="checkbox" name="crew" value="{{ name }}" data-unit="{{ unit }}" data-certified="{{ certified }}">{% endfor %}
<b data-one-unit='{{ one_unit | tojson }}'></b><button>现在开始</button><div data-crew-power hidden>不能责令</div></form><p id="crew-count"><i></i><span></span></p>"""
ONE_UNIT: dict[str, Any] = {"title": "至少要有两个单位的人", "fields": {"crew": "还需要另一个单位的人"}}
PEOPLE = [("a", "zfd", "yes"), ("b", "zfd", "yes"), ("c", "zfd", "no"), ("d", "pcs", "no")]


async def choose(page: Page, *names: str) -> tuple[str, bool]:
    """What is counted, and whether it says that nobody could exercise power."""
    for name in names:
        await page.check(f'[value="{name}"]')
    return await page.inner_text("#crew-count"), await page.locator("[data-crew-power]").is_visible()


async def test_it_counts_people_and_units_and_says_what_a_joint_patrol_lacks(stand: Stand) -> None:
    page = await stand(FORM, people=PEOPLE, one_unit=ONE_UNIT)
    assert await choose(page) == ("还没有选人", True)
    assert await choose(page, "a") == ("已选1人，1个单位。联合巡查还差一个单位", True)
    assert await choose(page, "c", "d") == ("已选3人，2个单位", True)
    assert await choose(page, "b") == ("已选4人，2个单位", False)


async def test_a_routine_patrol_needs_no_second_unit(stand: Stand) -> None:
    page = await stand(FORM, people=PEOPLE, one_unit=ONE_UNIT)
    assert await choose(page, "routine", "a", "b") == ("已选2人，1个单位", False)


async def test_a_joint_patrol_of_one_unit_is_refused_before_it_is_sent(stand: Stand) -> None:
    page = await stand(FORM, people=PEOPLE, one_unit=ONE_UNIT)
    await page.evaluate(
        "document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); window.sent = true })"
    )
    await choose(page, "a")
    await page.get_by_role("button", name="现在开始").click()
    await expect(page.locator(".ld-refusal__what")).to_have_text("至少要有两个单位的人")
    assert await page.evaluate("window.sent") is None
    await choose(page, "d")
    await page.get_by_role("button", name="现在开始").click()
    assert await page.evaluate("window.sent") is True
