"""One tab at a time, in turn; one that is asleep is taken the place of by the one that is looked at."""

from playwright.async_api import Page

LEAD = """async () => {
  const { lead } = await import("/js/leading.js");
  globalThis.begun = 0;
  globalThis.leave = new AbortController();
  const work = () => {
    globalThis.begun += 1;
    return new Promise((done) => (globalThis.finish = done));
  };
  globalThis.ended = lead("sending", work, leave.signal).then((value) => ({ value }), (error) => ({ error: error.name }));
}"""
HELD = "() => navigator.locks.query().then(({ pending }) => pending.length)"
ASLEEP = "() => { const Open = BroadcastChannel; globalThis.BroadcastChannel = class extends Open { set onmessage(_) {} }; }"


async def beside(page: Page) -> Page:
    other = await page.context.new_page()
    await other.clock.install()
    await other.goto(page.url)
    await other.evaluate(LEAD)
    await other.wait_for_function(f"async () => (await ({HELD})()) === 1 || globalThis.begun === 1")
    return other


async def test_one_after_the_other_each_with_its_own_answer(workbench: Page) -> None:
    await workbench.evaluate(LEAD)
    other = await beside(workbench)
    assert await other.evaluate("begun") == 0
    await workbench.evaluate("finish(7)")
    assert await workbench.evaluate("ended") == {"value": 7}
    await other.wait_for_function("() => begun === 1")
    await other.evaluate("finish(8)")
    assert await other.evaluate("ended") == {"value": 8}


async def test_one_that_is_awake_keeps_its_place_however_long(workbench: Page) -> None:
    await workbench.evaluate(LEAD)
    other = await beside(workbench)
    for _ in range(3):
        await other.clock.run_for(2_500)
        await answered(other)
    assert await other.evaluate("begun") == 0


async def answered(page: Page) -> None:
    """What the other tab said is heard by now: a question of ours was answered after it."""
    asked = """() => new Promise((done) => {
      const line = new BroadcastChannel("lead-sending");
      line.onmessage = ({ data }) => data === "here" && (line.close(), done());
      line.postMessage("who");
    })"""
    await page.evaluate(asked)


async def test_one_that_is_asleep_loses_it_to_the_one_that_is_looked_at(workbench: Page) -> None:
    await workbench.evaluate(ASLEEP)
    await workbench.evaluate(LEAD)
    other = await beside(workbench)
    await other.clock.run_for(5_000)
    await other.wait_for_function("() => begun === 1")
    assert await workbench.evaluate("ended") == {"error": "AbortError"}


async def test_who_is_not_looked_at_waits(workbench: Page) -> None:
    await workbench.evaluate(ASLEEP)
    await workbench.evaluate(LEAD)
    other = await beside(workbench)
    await other.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })")
    await other.clock.run_for(60_000)
    assert await other.evaluate("begun") == 0
    await other.evaluate("leave.abort()")
    assert await other.evaluate("ended") == {"error": "AbortError"}
