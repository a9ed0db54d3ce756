"""A notice that comes by push is shown as it was sent, and a tap leads to our own page, in the window that is open."""

from typing import Any

import pytest
from playwright.async_api import Page

# The worker's own names, standing in for what a browser gives it; answers all that was done.
WORKER = """async ({ event, of, windows }) => {
  const done = [];
  const heard = {};
  const window = {
    focus: async () => done.push(["focus"]),
    navigate: async (path) => done.push(["navigate", path]),
  };
  const self = {
    SHELL: { version: "v" },
    location: { origin: "https://house.test" },
    registration: { showNotification: async (title, options) => done.push(["show", title, options]) },
    clients: { matchAll: async () => Array(windows).fill(window), openWindow: async (path) => done.push(["open", path]) },
    addEventListener: (name, hear) => (heard[name] = hear),
  };
  new Function("self", await (await fetch("/js/sw/push.js")).text())(self);
  const waits = [];
  const given = {
    push: { data: of && { json: () => of } },
    notificationclick: { notification: { close: () => done.push(["close"]), data: of } },
  };
  heard[event]({ ...given[event], waitUntil: (work) => waits.push(work) });
  await Promise.all(waits);
  return done;
}"""
TOLD = {"text": "您有一件待办", "link": "https://house.test/notices/7", "tag": "assist-7", "urgent": True}


async def done(page: Page, event: str, of: dict[str, Any] | None, windows: int = 0) -> list[list[Any]]:
    found: list[list[Any]] = await page.evaluate(WORKER, {"event": event, "of": of, "windows": windows})
    return found


async def test_it_is_shown_as_it_was_sent(workbench: Page) -> None:
    assert await done(workbench, "push", TOLD) == [
        [
            "show",
            "联动",
            {
                "body": "您有一件待办",
                "tag": "assist-7",
                "renotify": True,
                "requireInteraction": True,
                "icon": "/static/v/icons/icon-192.png",
                "data": {"link": "https://house.test/notices/7"},
            },
        ]
    ]


async def test_only_what_is_urgent_stays_until_it_is_tapped(workbench: Page) -> None:
    [[_, _, options]] = await done(workbench, "push", TOLD | {"urgent": False})
    assert options["requireInteraction"] is False


async def test_a_push_without_words_still_says_that_something_waits(workbench: Page) -> None:
    [[_, _, options]] = await done(workbench, "push", None)
    assert (options["body"], options["data"], options["renotify"]) == (
        "您有一件待办",
        {"link": "/notices"},
        False,
    )


@pytest.mark.parametrize("link", ["https://house.test/notices/7", "/notices/7", "https://elsewhere.test/notices/7"])  # fmt: skip
async def test_a_tap_opens_our_own_page_wherever_the_link_points(workbench: Page, link: str) -> None:
    assert await done(workbench, "notificationclick", {"link": link}) == [["close"], ["open", "/notices/7"]]


async def test_a_window_that_is_open_is_used(workbench: Page) -> None:
    found = await done(workbench, "notificationclick", {"link": "/notices/7"}, windows=2)
    assert found == [["close"], ["focus"], ["navigate", "/notices/7"]]
