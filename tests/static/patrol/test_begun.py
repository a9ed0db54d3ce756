"""The patrols that are only on this phone, in the lists and on their own page."""

from playwright.async_api import expect

from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT
from tests.static.station import Station

LIST = '{% from "patrols/_here.html" import patrols_here %}{{ patrols_here() }}'
PAGE = """<h1 class="ld-top__title">巡查进行中<span data-here="title"></span></h1><footer id="dock"><div class="ld-dock__acts"><b>记一条</b></div></footer>
<div data-behaviour="here-patrol" data-patrol="p" data-names="{}"><p data-nothing hidden>不在本机上</p><div data-something hidden><p data-refused hidden data-here="refused"></p>
<p data-unsent>只在本机上</p><template data-clock><i></i></template><i data-here="since"></i><i data-here="crew"></i></div></div>
<template data-dock-refused data-heading="巡查没有开始成"><button type="button" data-mend>改后重发</button></template>"""
REFUSED = """await outbox.queue.put(made(1, { kind: "patrol", subject: { kind: "patrol", id: "p" }, form: { page: "/?mend", draft: "patrol-new", values: [] },
  body: { title: "早市", started_at: "2026-11-23T01:00:00Z", crew: ["shen"] } })); await outbox.queue.refuse(id(1), { title: "还差一个单位" })"""


async def test_one_that_was_refused_is_said_to_be_in_the_lists(stand: Stand, station: Station) -> None:
    page = await stand(LIST, person="shen")
    await page.evaluate(SCRIPT, [REFUSED, None])
    await page.evaluate(
        "import('/js/patrol/begun.js').then(({ showBegun }) => showBegun(document.querySelector('section')))"
    )
    await expect(page.locator("[data-list] [data-meta]")).to_contain_text("没有开始成")
    await expect(page.locator("[data-list] .ld-tag:visible")).to_have_text("被退回")


async def test_its_page_says_why_and_what_to_do(stand: Stand, station: Station) -> None:
    page = await stand(LIST, person="shen")
    await page.evaluate(SCRIPT, [REFUSED, None])
    page = await stand(PAGE, person="shen")
    await expect(page.locator("[data-refused]")).to_have_text("还差一个单位")
    await expect(page.locator("[data-nothing], [data-unsent]").locator("visible=true")).to_have_count(0)
    async with page.expect_navigation(url="**/?mend"):
        await page.get_by_role("button", name="改后重发").click()
