"""What a phone fetches beforehand lies where the worker looks, for its person, and is fetched again once it is old."""

from typing import Any

import pytest
from playwright.async_api import Page, Route

LIST = "/api/v1/me/pocket"
STOCK = """async ([person, now]) => {
  const { stock } = await import("/js/pocket/stocking.js");
  return stock(person, "/api/v1/me/pocket", now);
}"""
KEPT = """async (person) => {
  const cache = await caches.open(`liandong-pages-${person}`);
  return (await cache.keys()).map(({ url }) => new URL(url).pathname).sort();
}"""
MINUTE = 60_000


async def far_end(page: Page, answers: dict[str, dict[str, Any]]) -> list[str]:
    """Answers by address; what is not named breaks off. Lists what was asked."""
    asked: list[str] = []

    async def answer(route: Route) -> None:
        path = "/" + route.request.url.split("/", 3)[3]
        if path in answers:
            asked.append(path)
            await route.fulfill(**answers[path])
        elif path.startswith("/js/"):
            await route.fallback()
        else:
            await route.abort()

    await page.context.route("**/*", answer)
    return asked


def drawn_for(person: str, **more: str) -> dict[str, Any]:
    return {"body": f"for {person}", "headers": {"Liandong-Person": person, **more}}


async def test_pages_of_the_person_and_files_are_kept_and_nothing_else(workbench: Page) -> None:
    pages = ["/", "/patrols", "/patrols/filed", "/gone", "/login"]
    await far_end(
        workbench,
        {
            LIST: {"json": {"pages": pages, "files": ["/api/v1/sketch.geojson"]}},
            "/": drawn_for("shen"),
            "/patrols": drawn_for("shen"),
            "/patrols/filed": drawn_for("shen", **{"Liandong-Keep": "no"}),
            "/gone": {"status": 404, **drawn_for("shen")},
            "/login": drawn_for("han"),
            "/api/v1/sketch.geojson": {"json": {}},
        },
    )
    assert await workbench.evaluate(STOCK, ["shen", 0]) == 3
    assert await workbench.evaluate(KEPT, "shen") == ["/", LIST, "/api/v1/sketch.geojson", "/patrols"]


async def test_it_is_fetched_again_after_half_an_hour(workbench: Page) -> None:
    asked = await far_end(workbench, {LIST: {"json": {"pages": ["/"], "files": []}}, "/": drawn_for("shen")})
    fetched = [await workbench.evaluate(STOCK, ["shen", minutes * MINUTE]) for minutes in (0, 29, 31)]
    assert fetched == [1, 0, 1]
    assert asked.count(LIST) == 2


async def test_a_line_that_breaks_in_the_middle_is_tried_again_the_next_time(workbench: Page) -> None:
    await far_end(
        workbench, {LIST: {"json": {"pages": ["/", "/broken"], "files": []}}, "/": drawn_for("shen")}
    )
    failed = await workbench.evaluate(f"async (given) => ({STOCK})(given).catch(() => 'failed')", ["shen", 0])
    assert (failed, await workbench.evaluate(KEPT, "shen")) == ("failed", ["/"])


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_what_the_server_has_no_time_for_now_is_tried_again_the_next_time(
    workbench: Page, status: int
) -> None:
    answers = {
        LIST: {"json": {"pages": ["/", "/busy"], "files": []}},
        "/": drawn_for("shen"),
        "/busy": {"status": status},
    }
    await far_end(workbench, answers)
    failed = await workbench.evaluate(f"async (given) => ({STOCK})(given).catch(() => 'failed')", ["shen", 0])
    assert (failed, await workbench.evaluate(KEPT, "shen")) == ("failed", ["/"])
    answers["/busy"] = drawn_for("shen")
    assert await workbench.evaluate(STOCK, ["shen", MINUTE]) == 2


async def test_a_line_that_breaks_off_in_the_middle_of_a_page_is_no_error_of_the_page(
    workbench: Page,
) -> None:
    await far_end(workbench, {LIST: {"json": {"pages": ["/", "/cut"], "files": []}}, "/": drawn_for("shen")})
    raised: list[str] = []
    workbench.on("pageerror", lambda error: raised.append(str(error)))
    await workbench.evaluate("""() => {
      Cache.prototype.put = () => new Promise((_, fail) => setTimeout(() => fail(new TypeError("cut")), 50));
      globalThis.later = new Promise((done) => setTimeout(done, 200));
    }""")
    assert await workbench.evaluate(f"(who) => ({STOCK})(who).catch(() => 'ended')", ["shen", 0]) == "ended"
    await workbench.evaluate("later")
    assert raised == []
