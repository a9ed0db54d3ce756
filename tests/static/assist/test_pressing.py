"""What a press means for the call this phone keeps: every call, whether it has ended, and every way to press."""

from typing import Any

import pytest
from playwright.async_api import Page

MEANING = (
    """async ([verb, call, over]) => (await import("/js/assist/pressing.js")).meaning(verb, call, over)"""
)
REFUSAL = {"title": "没有送成"}
CALLS: dict[str, dict[str, Any] | None] = {
    "none": None,
    "on its way": {"id": "a", "tries": 3},
    "refused": {"id": "a", "refused": REFUSAL},
    "taken back": {"id": "a", "off": {}},
    "taken back there": {"id": "a", "held": True, "off": {}},
    "held": {"id": "a", "held": True},
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
]


@pytest.mark.parametrize(("column", "verb"), enumerate(("raise", "ask", "open")), ids=str)
async def test_every_press_means_one_thing(workbench: Page, column: int, verb: str) -> None:
    for call, over, *meanings in TABLE:
        said = await workbench.evaluate(MEANING, [verb, CALLS[call], over])
        assert said == meanings[column], (verb, call, over)


async def test_only_the_server_can_end_what_it_has(workbench: Page) -> None:
    there = "async call => (await import('/js/assist/pressing.js')).isThere(call)"
    assert [name for name, call in CALLS.items() if await workbench.evaluate(there, call)] == ["held"]
