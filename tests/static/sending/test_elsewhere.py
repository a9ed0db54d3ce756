"""What another changed meanwhile stands at its field, and is taken or overruled there."""

from typing import Any

from playwright.async_api import Page, expect

from tests.static.answers import Line, connect, problem
from tests.static.behaviours.test_api_form import BEFORE, PATCH, press, settled
from tests.static.conftest import Stand

WHOSE = {"title": "陆鸣11月25日 周三 09:10改成", "kind": "别处已改成"}


async def overtaken(stand: Stand, current: dict[str, Any]) -> tuple[Page, Line]:
    """Somebody renames a patrol and learns what another made of it meanwhile; the next try is taken."""
    page = await stand(PATCH, before=BEFORE)
    line = await connect(
        page, problem(409, "changed_elsewhere", current=current, version=5, fields=WHOSE), (200, {})
    )
    await page.fill("[name=title]", "夜市")
    await press(page)
    return page, line


async def test_what_was_changed_elsewhere_is_shown_and_the_next_try_knows_of_it(stand: Stand) -> None:
    page, line = await overtaken(stand, {"title": "街天早市", "kind": "routine"})
    await settled(page, line, 1)
    said = await page.locator("[data-refusal]").all_inner_texts()
    assert said == ["陆鸣11月25日 周三 09:10改成：街天早市", "别处已改成：日常巡查"]
    await page.get_by_role("button", name="以我的为准存下").click()
    await settled(page, line, 2)
    assert line.bodies[1] == {"base": 5, "title": "夜市"}


async def test_of_what_was_changed_elsewhere_each_field_takes_ones_own_or_the_others(stand: Stand) -> None:
    page, line = await overtaken(stand, {"title": "街天早市", "kind": "routine"})
    await settled(page, line, 1)
    await page.get_by_role("button", name="用我的").first.click()
    await page.get_by_role("button", name="用别处的").click()
    assert (await page.input_value("[name=title]"), await page.is_checked("[value=routine]")) == (
        "夜市",
        True,
    )
    await expect(page.locator("[data-refusal], [data-beside]")).to_have_count(0)
    await page.get_by_role("button", name="以我的为准存下").click()
    await settled(page, line, 2)
    assert line.bodies[1] == {"base": 5, "title": "夜市", "kind": "routine"}


async def test_where_all_is_left_to_the_other_the_button_has_its_own_words(stand: Stand) -> None:
    page, _ = await overtaken(stand, {"title": "街天早市"})
    await page.get_by_role("button", name="用别处的").click()
    await expect(page.locator("form > button")).to_have_text("存下")
    assert await page.input_value("[name=title]") == "街天早市"
