"""Which fixes become points: each 25 m, each 30 s while moving, each 5 min standing still; kept until the server has them."""

from typing import Any

from playwright.async_api import Page

METRE = 1 / 111_195  # a degree of latitude on the sphere the module measures on
WORTH = """async ([cases]) => {
  const { isWorthKeeping } = await import("/js/patrol/keeping.js");
  const before = { lat: 24, lon: 102, accuracy_m: 8, time: 0 };
  return cases.map(([lat, seconds, accuracy_m]) => isWorthKeeping(before, { lat, lon: 102, accuracy_m, time: seconds * 1000 }));
}"""
WITH_KEPT = """async script => {
  const { openKept } = await import("/js/patrol/keeping.js");
  const fix = (seconds, more = {}) => ({ lat: 24 + seconds / 1000, lon: 102, accuracy_m: 8, time: seconds * 1000, ...more });
  const Async = Object.getPrototypeOf(async () => {}).constructor;
  return new Async("openKept", "fix", script)(openKept, fix);
}"""


def north(metres: float, seconds: float, accuracy_m: float = 8) -> list[float]:
    return [24 + metres * METRE, seconds, accuracy_m]


async def kept(page: Page, script: str) -> Any:
    return await page.evaluate(WITH_KEPT, script)


async def test_both_sides_of_every_limit(workbench: Page) -> None:
    cases = {
        "25 m": (north(25.1, 1), True),
        "not yet 25 m": (north(24.9, 1), False),
        "30 s on the move": (north(9, 30), True),
        "not yet 30 s": (north(9, 29.9), False),
        "30 s within the jitter": (north(4.9, 30), False),
        "30 s within the accuracy": (north(19, 30, 20), False),
        "30 s beyond the accuracy": (north(21, 30, 20), True),
        "5 min still": (north(0, 300), True),
        "not yet 5 min": (north(0, 299.9), False),
        "the same moment": (north(100, 0), False),
        "an earlier moment": (north(100, -5), False),
        "not yet a clock put back": (north(100, -60), False),
        "a clock put back": (north(0, -61), True),
    }
    found = await workbench.evaluate(WORTH, [[case for case, _ in cases.values()]])
    assert dict(zip(cases, found, strict=True)) == {name: worth for name, (_, worth) in cases.items()}


async def test_points_are_numbered_from_nought_and_survive_a_reload(workbench: Page) -> None:
    await kept(workbench, "const k = await openKept('p'); k.add(fix(0)); k.add(fix(1)); k.add(fix(1.01));")
    await workbench.reload()
    points = await kept(workbench, "const k = await openKept('p'); k.add(fix(2)); return k.points;")
    assert [(point["seq"], point["at"]) for point in points] == [
        (0, "1970-01-01T00:00:00.000Z"),
        (1, "1970-01-01T00:00:01.000Z"),
        (2, "1970-01-01T00:00:02.000Z"),
    ]
    assert points[1] == {"seq": 1, "at": points[1]["at"], "lat": 24.001, "lon": 102, "accuracy_m": 8}


async def test_what_the_server_holds_goes_and_the_numbers_go_on(workbench: Page) -> None:
    script = "const k = await openKept('p'); [0, 1, 2].forEach(s => k.add(fix(s))); k.held({}); k.add(fix(3)); return k.points.map(p => p.seq);"
    assert await kept(workbench, script.format(1)) == [2, 3]
    assert await kept(workbench, "localStorage.clear();" + script.format(-1)) == [0, 1, 2, 3]
    assert await kept(workbench, "localStorage.clear();" + script.format(7)) == [8]


async def test_the_last_fix_of_a_patrol_is_a_point_however_close(workbench: Page) -> None:
    script = "const k = await openKept('p'); k.add(fix(0)); return [k.add(fix(0.01)), k.add(fix(0.01), {always: true}), k.add(fix(0.01), {always: true})];"
    assert await kept(workbench, script) == [False, True, False]


async def test_each_patrol_has_its_own_and_can_be_forgotten(workbench: Page) -> None:
    script = "const k = await openKept('p'); k.add(fix(0)); k.forget(); return [localStorage.length, (await openKept('q')).points.length];"
    assert await kept(workbench, script) == [0, 0]
