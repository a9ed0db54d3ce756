"""A part of the page somebody is at work in is told apart from one that only lies there."""

import pytest
from playwright.async_api import Page

IN_HAND = "(async () => (await import('/js/live/hands.js')).inHand(document.getElementById('part')))()"
# Which of `events` come before the finger counts as gone; each is given time enough for what a release itself takes.
GONE_AFTER = """async (events) => {
  const { fingerUp } = await import("/js/live/hands.js");
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  document.dispatchEvent(new PointerEvent("pointerdown"));
  let gone = false;
  fingerUp().then(() => (gone = true));
  const before = [];
  for (const name of events) {
    await pause();
    if (gone) return before;
    before.push(name);
    document.dispatchEvent(new PointerEvent(name));
  }
  await fingerUp();
  return before;
}"""


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
        "<button data-early>存下</button>",
        "<form aria-busy=true></form>",
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


@pytest.mark.parametrize("events", [["pointerup", "click"], ["pointercancel"], ["pointerup"]])
async def test_a_finger_is_gone_once_its_click_is_heard_or_cannot_come(
    workbench: Page, events: list[str]
) -> None:
    assert await workbench.evaluate(GONE_AFTER, events) == events
