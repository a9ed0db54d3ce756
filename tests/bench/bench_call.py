"""A call for help between two browsers: from letting go of the button until the request leaves, and until a police screen shows it."""

from statistics import median
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from tests.bench.figures import Figure
from tests.bench.raw.serving import AS_IN_AN_OFFICE
from tests.rig.browser import FLAGS, GRANTED, TOWN, Screens, chromium_path
from tests.rig.hearing import ears
from tests.rig.server import Server, Servers

CALLS, LISTENERS = 30, 200
LEAVES_MS, PAINTED_MS = 50, 100
HELD_MS = 2_100
HEARING = ("duizhang", "lingdao", "zhihui", "suozhang")

# What the officer's page stamps (ms since 1970, both browsers on one machine): the end of the hold, the request, its answer.
PRESSING = """
globalThis.stamps = {};
const now = () => performance.timeOrigin + performance.now();
document.addEventListener("raise", () => (stamps.held = now()), true);
const ask = globalThis.fetch;
globalThis.fetch = async (url, init) => {
  if (init?.method !== "PUT" || !String(url).includes("/assists/")) return ask(url, init);
  stamps.left = now();
  const answer = await ask(url, init);
  stamps.answered = now();
  sessionStorage.stamps = JSON.stringify(stamps);
  return answer;
};
"""
# And the police screen: the frame after the card came in.
WATCHING = """
globalThis.shown = {};
const now = () => performance.timeOrigin + performance.now();
new MutationObserver(() => {
  for (const card of document.querySelectorAll("#alarms [data-ringing]")) {
    const { ringing: id } = card.dataset;
    if (id in shown) continue;
    shown[id] = 0;
    requestAnimationFrame(() => setTimeout(() => (shown[id] = now())));
  }
}).observe(document, { childList: true, subtree: true });
"""


async def measure(servers: Servers) -> list[Figure]:
    server = servers.with_demo("call", **AS_IN_AN_OFFICE).start()
    tokens = [_token(server, username) for username in HEARING]
    async with async_playwright() as playwright, ears(LISTENERS, [server.url], tokens):
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        calls = await _calls(browser, server)
        await browser.close()
    left, painted = [call[0] for call in calls], [call[1] for call in calls]
    return [
        _figure("hold ends until request leaves, median", median(left), LEAVES_MS),
        _figure("hold ends until request leaves, slowest", _slowest(left), LEAVES_MS),
        _figure(f"answered until painted, {LISTENERS} listening, median", median(painted), PAINTED_MS),
        _figure(f"answered until painted, {LISTENERS} listening, slowest", _slowest(painted), PAINTED_MS),
    ]


async def _calls(browser: Browser, server: Server) -> list[tuple[float, float]]:
    """Each call's two waits (ms); a card that stood there before the caller had the answer waited nothing."""
    screens = Screens(browser, server)
    officer, police = [
        await _screen(screens, *each) for each in (("duiyuan", PRESSING), ("minjing", WATCHING))
    ]
    waits = [await _call(officer, police) for _ in range(CALLS)]
    assert not screens.complaints, screens.complaints
    await screens.close()
    return waits


async def _call(officer: Page, police: Page) -> tuple[float, float]:
    """Held, shown, and taken back again, so that the next one is a call of its own."""
    await officer.goto("/patrols")
    button = officer.locator(".ld-nav .ld-tab_assist")
    await officer.locator(".ld-nav .ld-tab_assist[style*='--ld-hold']").wait_for()
    await button.hover()
    await officer.mouse.down()
    await officer.wait_for_timeout(HELD_MS)
    await officer.mouse.up()
    await officer.wait_for_url("**/assists/*-*")
    assist = officer.url.rsplit("/", 1)[1]
    stamps: dict[str, Any] = await officer.evaluate("JSON.parse(sessionStorage.stamps)")
    shown: float = await (
        await police.wait_for_function("id => globalThis.shown[id]", arg=assist)
    ).json_value()
    await _take_back(officer, assist)
    await police.wait_for_function("() => !document.querySelector('#alarms [data-ringing]')")
    return stamps["left"] - stamps["held"], max(0.0, shown - stamps["answered"])


async def _take_back(officer: Page, assist: str) -> None:
    answer = await officer.evaluate(
        """async (id) => (await fetch(`/api/v1/assists/${id}/cancellation`, { method: "POST", body: JSON.stringify({ reason: "测试" }),
          headers: { "Content-Type": "application/json", "X-CSRFToken": document.querySelector('meta[name="csrf"]').content } })).status""",
        assist,
    )
    assert answer in (200, 201), answer
    await officer.evaluate(
        "Object.keys(localStorage).filter(n => n.startsWith('ld-assist-')).forEach(n => localStorage.removeItem(n))"
    )


async def _screen(screens: Screens, username: str, script: str) -> Page:
    page = await screens.open("phone", permissions=GRANTED, geolocation=TOWN)
    await page.context.add_init_script(script)
    await screens.sign_in(page, username)
    await page.goto("/patrols")
    return page


def _token(server: Server, username: str) -> str:
    return server.liandong("token", "create", "--user", username).stdout.strip().splitlines()[-1]


def _slowest(waits: list[float]) -> float:
    """Of so few that is the 99th percentile."""
    return max(waits)


def _figure(name: str, value: float, aim: float) -> Figure:
    return Figure(name, value, "ms", aim, better="less", held="value")
