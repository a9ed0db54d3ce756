"""A part of the page somebody is at work in is told apart from one that only lies there."""

import pytest
from playwright.async_api import Page

IN_HAND = "(async () => (await import('/js/live/hands.js')).inHand(document.getElementById('part')))()"


async def lay(page: Page, inside: str) -> None:
    await page.evaluate("(inside) => { document.body.innerHTML = `<div id='part'>${inside}</div>`; }", inside)


@pytest.mark.parametrize(
    "inside",
    [
        "<p>已备案</p>",
        "<input value='街天'>",
        "<input type='checkbox' checked>",
        "<select><option>一<option>二</select>",
        "<select><option>一<option selected>二</select>",
        "<input type='hidden' value='7'>",
        "<dialog>撤下</dialog>",
        "<ul data-behaviour='evidence'></ul>",
        "<div class='leaflet-container'></div>",
    ],
)
async def test_what_only_lies_there_may_be_drawn_anew(workbench: Page, inside: str) -> None:
    await lay(workbench, inside)
    assert not await workbench.evaluate(IN_HAND)


@pytest.mark.parametrize(
    "inside",
    [
        "<dialog open>撤下</dialog>",
        "<video></video>",
        "<div data-busy></div>",
        "<div data-behaviour='track'></div>",
    ],
)
async def test_what_is_going_on_is_left_alone(workbench: Page, inside: str) -> None:
    await lay(workbench, inside)
    assert await workbench.evaluate(IN_HAND)


@pytest.mark.parametrize(
    ("inside", "act"),
    [
        ("<textarea></textarea>", "field.value = '摊位占道'"),
        ("<input value='街天'>", "field.focus()"),
        ("<input type='checkbox'>", "field.checked = true"),
        ("<select><option>一<option>二</select>", "field.selectedIndex = 1"),
    ],
)
async def test_what_was_typed_ticked_or_chosen_is_not_taken_away(
    workbench: Page, inside: str, act: str
) -> None:
    await lay(workbench, inside)
    await workbench.evaluate(f"() => {{ const field = document.querySelector('#part > *'); {act}; }}")
    assert await workbench.evaluate(IN_HAND)


async def test_a_camera_above_the_page_holds_the_strip_it_was_opened_from(workbench: Page) -> None:
    await lay(workbench, "<ul data-behaviour='evidence'></ul>")
    await workbench.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<dialog open><video></video></dialog>')"
    )
    assert await workbench.evaluate(IN_HAND)
    await lay(workbench, "<p>已备案</p>")
    await workbench.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<dialog open><video></video></dialog>')"
    )
    assert not await workbench.evaluate(IN_HAND)
