"""While a crew is chosen, what is missing is said at once."""

from playwright.async_api import Page

from tests.static.conftest import Stand

FORM = """<form data-behaviour="crew-warning"><input type="radio" name="kind" value="joint" checked><input type="radio" name="kind" value="routine">
{% for name, unit, certified in people %}<input type="checkbox" name="crew" value="{{ name }}" data-unit="{{ unit }}" data-certified="{{ certified }}">{% endfor %}
<div data-crew-words hidden><i></i><div></div></div></form>"""
PEOPLE = [("a", "zfd", "yes"), ("b", "zfd", "yes"), ("c", "zfd", "no"), ("d", "pcs", "no")]
JOINT, POWER = (
    "联合巡查还要加上另一个单位的人。",
    "持证人员不足两名：可以巡查、劝导、移送，不能责令、当场处罚或立案。",
)


async def choose(page: Page, *names: str) -> str:
    for name in names:
        await page.check(f'[value="{name}"]')
    words = page.locator("[data-crew-words]")
    return await words.inner_text() if await words.is_visible() else ""


async def test_a_joint_patrol_needs_a_second_unit_and_power_two_certificates(stand: Stand) -> None:
    page = await stand(FORM, people=PEOPLE)
    assert await choose(page, "a") == f"{JOINT} {POWER}"
    assert await choose(page, "c") == f"{JOINT} {POWER}"
    assert await choose(page, "d") == POWER
    assert await choose(page, "b") == ""


async def test_a_routine_patrol_needs_no_second_unit(stand: Stand) -> None:
    page = await stand(FORM, people=PEOPLE)
    assert await choose(page, "routine", "a", "b") == ""
