"""A page with live parts, and the server's end of its line."""

from typing import Any

from playwright.async_api import Page, Route

from tests.rig.workbench import HOUSE
from tests.static.conftest import Stand

# The server's end of the line: `line.say(message)` tells, `line.cut()` breaks it; while `line.dead`, no new one comes.
WIRE = """
globalThis.line = { opened: 0, dead: false };
const elsewhere = globalThis.fetch;
globalThis.fetch = async (url, options) => {
  if (url !== "/live") return elsewhere(url, options);
  if (line.dead) throw new TypeError("no route");
  line.opened += 1;
  const body = new ReadableStream({ start(out) {
    const write = (text) => out.enqueue(new TextEncoder().encode(text));
    line.say = (message) => write(`id: sfz:${message.seq}\\ndata: ${JSON.stringify(message)}\\n\\n`);
    line.alive = () => write("id: sfz:7\\n\\n");
    line.cut = () => out.error(new TypeError("cut"));
    options.signal.addEventListener("abort", () => out.error(new Error("aborted")));
  } });
  return { ok: true, status: 200, body };
};
"""
BEGIN = """async () => {
  Math.random = () => 0;
  if (!globalThis.isNew) localStorage.setItem("ld-live-shen", "sfz:7");
  const { startLive } = await import("/js/live/live.js");
  startLive({ liveUrl: "/live", person: "shen" });
}"""
HTMX = '<script src="/vendor/htmx.org@2.0.11/htmx.min.js"></script>'
BAR = '{% from "shared/notices.html" import live_bar %}{{ live_bar() }}'
CARD = '<section id="card" data-live="assist:7" data-live-now>{}</section>'
CALM = '<section id="card" data-live="assist:7">{}</section><section id="rings" data-live="call:*" data-live-now>{}</section>'
LIST = """<section id="list" data-live="assist:*" data-live-now>
<input class="ld-tick" type="checkbox" name="assist" value="{}"><textarea></textarea>{}</section>"""
NEWS = {
    "kind": "assist",
    "id": "7",
    "event": "assist.departed",
    "version": 2,
    "township": "sfz",
    "seq": 8,
}
SILENCE_MS = 25_000


class Server:
    """What it draws now, and how often it was asked for it."""

    def __init__(self, page: Page, drawn: str) -> None:
        self.page = page
        self.drawn = drawn
        self.asked = 0

    async def __call__(self, route: Route) -> None:
        if route.request.is_navigation_request():
            await route.fallback()
            return
        self.asked += 1
        await route.fulfill(body=self.drawn, content_type="text/html")

    async def says(self, **changes: Any) -> None:
        await self.page.evaluate("message => line.say(message)", NEWS | changes)


async def listening(stand: Stand, drawn: str, *, new: bool = False, still: bool = False) -> Server:
    """A page with that part, its bar, and the line up; from now on the server draws `server.drawn`. `new`: nothing was
    ever heard on this device. `still`: its clock goes on only as the test says, however slow the machine is."""
    page = await stand("")
    await page.context.add_init_script(WIRE)
    server = Server(await stand(HTMX + BAR + drawn, still=False), drawn)
    await page.route(f"{HOUSE}/", server)
    await page.wait_for_function("() => window.htmx")
    await page.evaluate("isNew => { globalThis.isNew = isNew; }", new)
    if still:
        await page.clock.pause_at(await page.evaluate("Date.now() + 1000"))
    await page.evaluate(BEGIN)
    await page.wait_for_function("() => line.say")
    return server
