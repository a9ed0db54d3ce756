"""When a phone's place is worth sending to command."""

import pytest
from playwright.async_api import Page

DUE = """async ([seconds, north]) => {
  const { isDue } = await import("/js/place/pace.js");
  const before = { lat: 24.17, lon: 102.4, accuracy_m: 8, time: 0 };
  return isDue(before, { ...before, lat: 24.17 + north, time: seconds * 1000 });
}"""


@pytest.mark.parametrize(
    ("seconds", "north", "due"),
    [
        (9, 0.01, False),
        (10, 0.01, True),
        (10, 0.0001, False),
        (59, 0, False),
        (60, 0, True),
        (-60, 0.01, False),
        (-61, 0, True),
    ],
)
async def test_some_way_on_or_a_sign_of_life_each_minute(
    workbench: Page, seconds: int, north: float, due: bool
) -> None:
    assert await workbench.evaluate(DUE, [seconds, north]) is due
