"""Boxes stay inside the picture, however they are drawn, moved or resized."""

from typing import Any

import pytest
from playwright.async_api import Page

BOX = {"x": 0.5, "y": 0.5, "w": 0.2, "h": 0.1}


async def call(workbench: Page, function: str, *arguments: Any) -> Any:
    script = "async ([name, args]) => (await import('/js/evidence/boxes.js'))[name](...args)"
    return await workbench.evaluate(script, [function, list(arguments)])


@pytest.mark.parametrize(
    ("a", "b", "box"),
    [
        ({"x": 0.1, "y": 0.2}, {"x": 0.4, "y": 0.3}, {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.1}),
        ({"x": 0.4, "y": 0.3}, {"x": 0.1, "y": 0.2}, {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.1}),
        ({"x": -0.5, "y": 0.5}, {"x": 2, "y": 3}, {"x": 0, "y": 0.5, "w": 1, "h": 0.5}),
        ({"x": 0.1, "y": 0.2}, {"x": 0.105, "y": 0.5}, None),
    ],
    ids=["drawn", "drawn backwards", "beyond the edge", "a tap"],
)
async def test_a_box_between_two_points(workbench: Page, a: Any, b: Any, box: Any) -> None:
    assert await call(workbench, "between", a, b) == box


@pytest.mark.parametrize(
    ("key", "shift", "change"),
    [
        ("ArrowLeft", False, {"x": 0.49}),
        ("ArrowDown", False, {"y": 0.51}),
        ("ArrowRight", True, {"w": 0.21}),
        ("ArrowUp", True, {"h": 0.09}),
    ],
)
async def test_keys_move_and_resize(workbench: Page, key: str, shift: bool, change: Any) -> None:
    assert await call(workbench, "afterKey", BOX, key, shift) == {**BOX, **change}


async def test_other_keys_leave_a_box_alone_and_delete_takes_it_away(workbench: Page) -> None:
    script = "async box => { const { afterKey } = await import('/js/evidence/boxes.js'); return [afterKey(box, 'Tab') === undefined, afterKey(box, 'Delete')]; }"
    assert await workbench.evaluate(script, BOX) == [True, None]


async def test_a_box_stops_at_the_edge(workbench: Page) -> None:
    moved = await call(workbench, "moved", BOX, 9, -9)
    assert (moved["x"], moved["y"]) == (0.8, 0)
    resized = await call(workbench, "resized", BOX, 9, -9)
    assert (resized["w"], resized["h"]) == (0.5, 0.01)


async def test_a_screen_reader_hears_where_it_lies(workbench: Page) -> None:
    assert await call(workbench, "spoken", BOX, 2) == "遮挡框2，左50%，上50%，宽20%，高10%"
