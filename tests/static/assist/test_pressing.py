"""What a press means for the call this phone keeps: every call, whether it has ended, and every way to press."""

from typing import Any

import pytest
from playwright.async_api import Page

MEANING = """async ([verb, call, over, now]) => (await import("/js/assist/pressing.js")).meaning(verb, call, over, now)"""
NOW, STALE_MS = 1_800_000_000_000, 12 * 3_600_000
REFUSAL = {"title": "没有送成"}
CALLS: dict[str, dict[str, Any] | None] = {
    "none": None,
    "on its way": {"id": "a", "tries": 3},
    "refused": {"id": "a", "refused": REFUSAL},
    "taken back": {"id": "a", "off": {}},
    "taken back there": {"id": "a", "held": True, "off": {}},
    "held": {"id": "a", "held": True},
    "of yesterday": {"id": "a", "tries": 3, "pressed": NOW - STALE_MS},
    "of this morning": {"id": "a", "tries": 3, "pressed": NOW - STALE_MS + 1},
    "held since yesterday": {"id": "a", "held": True, "pressed": NOW - STALE_MS},
}
# call, whether it is over: what holding (or the button), a key, and a tap on the bar mean
TABLE = [
    ("none", False, "new", "ask", "forget"),
    ("on its way", False, "show", "show", "show"),
    ("refused", False, "new", "ask", "show"),
    ("taken back", False, "new", "ask", "show"),
    ("taken back there", False, "new", "ask", "show"),
    ("held", False, "go", "go", "go"),
    ("held", True, "new", "ask", "forget"),
    ("held", None, "show", "show", "show"),
    ("of yesterday", False, "new", "ask", "show"),
    ("of this morning", False, "show", "show", "show"),
    ("held since yesterday", False, "go", "go", "go"),
]


@pytest.mark.parametrize(("column", "verb"), list(enumerate(("raise", "ask", "open"))), ids=str)
async def test_every_press_means_one_thing(workbench: Page, column: int, verb: str) -> None:
    for call, over, *meanings in TABLE:
        said = await workbench.evaluate(MEANING, [verb, CALLS[call], over, NOW])
        assert said == meanings[column], (verb, call, over)


async def test_only_the_server_can_end_what_it_has(workbench: Page) -> None:
    there = "async call => (await import('/js/assist/pressing.js')).isThere(call)"
    assert [name for name, call in CALLS.items() if await workbench.evaluate(there, call)] == [
        "held",
        "held since yesterday",
    ]
