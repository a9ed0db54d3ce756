"""What a page begins with is done in turns, one after the other, and what is not needed at first sight after the page."""

from playwright.async_api import Page

from tests.rig.workbench import HOUSE

TURNS = """async () => {
  const { inItsTask } = await import("/js/tasks.js");
  const said = [];
  const first = inItsTask(() => {
    said.push("first");
    queueMicrotask(() => said.push("what follows from it"));
    return 7;
  });
  const second = inItsTask(() => { said.push("second"); throw new Error("broken"); });
  const third = inItsTask(() => said.push("third"));
  said.push("now");
  const [one, two] = await Promise.allSettled([first, second, third]);
  return [said, one.value, two.reason.message];
}"""
AFTER = """import { afterLoad } from "/js/tasks.js";
globalThis.told = new Promise(resolve => {
  const said = [document.readyState];
  addEventListener("load", () => said.push("load"));
  afterLoad(() => { said.push("after"); resolve(said); });
});"""


async def test_each_has_its_turn_and_one_that_breaks_stops_nobody(workbench: Page) -> None:
    said, first, broken = await workbench.evaluate(TURNS)
    assert said == ["now", "first", "what follows from it", "second", "third"]
    assert (first, broken) == (7, "broken")


async def test_what_is_not_needed_at_first_sight_waits_until_the_page_is_there(workbench: Page) -> None:
    page = f"<script type=module>{AFTER}</script>"
    await workbench.route("**/early", lambda route: route.fulfill(content_type="text/html", body=page))
    await workbench.goto(f"{HOUSE}/early")
    assert await workbench.evaluate("() => told") == ["interactive", "load", "after"]


async def test_once_it_is_there_it_comes_at_once(workbench: Page) -> None:
    script = (
        "async () => { const { afterLoad } = await import('/js/tasks.js'); return new Promise(afterLoad); }"
    )
    assert await workbench.evaluate(script) is None
