"""One tab holds the line and shares it; the next takes over when it closes."""

from playwright.async_api import Page

SHARE = """async () => {
  const { share } = await import("/js/live/tabs.js");
  window.heard = [];
  window.held = 0;
  window.leave = share("ld-live-shen", (told) => window.heard.push(told), (say) => {
    window.held += 1;
    window.say = say;
    return () => (window.held -= 1);
  });
}"""
NEWS = {"type": "news", "message": {"seq": 8}}


async def beside(page: Page) -> Page:
    other = await page.context.new_page()
    await other.goto(page.url)
    await other.evaluate(SHARE)
    return other


async def test_one_tab_leads_and_both_hear(workbench: Page) -> None:
    await workbench.evaluate(SHARE)
    await workbench.wait_for_function("window.held === 1")
    other = await beside(workbench)
    await workbench.evaluate("(told) => window.say(told)", NEWS)
    await other.wait_for_function("window.heard.length >= 1")
    assert await workbench.evaluate("window.heard") == [NEWS]
    assert await other.evaluate("window.held") == 0


async def test_a_tab_that_opens_later_hears_what_happened_while_it_was_drawn(workbench: Page) -> None:
    await workbench.evaluate(SHARE)
    await workbench.wait_for_function("window.held === 1")
    await workbench.evaluate("(told) => window.say(told)", NEWS)
    other = await beside(workbench)
    await other.wait_for_function("window.heard.length >= 1")
    assert await other.evaluate("window.heard[0]") == NEWS


async def test_the_next_tab_takes_over(workbench: Page) -> None:
    await workbench.evaluate(SHARE)
    await workbench.wait_for_function("window.held === 1")
    other = await beside(workbench)
    await workbench.evaluate("window.leave()")
    await other.wait_for_function("window.held === 1")
    assert await workbench.evaluate("window.held") == 0


async def test_a_tab_that_opens_while_the_line_is_down_is_told(workbench: Page) -> None:
    await workbench.evaluate(SHARE)
    await workbench.wait_for_function("window.held === 1")
    await workbench.evaluate("window.say({ type: 'up' }); window.say({ type: 'down' })")
    other = await beside(workbench)
    await other.wait_for_function("window.heard.length >= 1")
    assert await other.evaluate("window.heard") == [{"type": "down"}]
