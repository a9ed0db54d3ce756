"""Every macro on four pages in the frame of the product: nothing sideways, nothing axe objects to, in any look or size."""

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from playwright.async_api import Page, Route

from backend.foundation.web.assets.serving import tree
from tests.rig.accessibility import violations
from tests.rig.workbench import HOUSE

PAGES = ("patrol", "finding", "ledger", "parts")
JUDGED = [(390, 844), (1024, 768)]
MEASURED = [(360, 640), *JUDGED, (768, 1024), (1440, 900)]
LOOKS = {
    "light": ("light", False),
    "dark": ("dark", False),
    "care": ("light", True),
    "dark care": ("dark", True),
}


def tab(name: str, label: str, icon: str, **more: Any) -> SimpleNamespace:
    given = {
        "count": 0,
        "urgent": False,
        "assist": False,
        "hold_s": 2,
        "wide_only": False,
        "seldom": False,
    } | more
    return SimpleNamespace(name=name, label=label, icon=icon, url=f"/{name}", **given)


TABS = [
    tab("today", "今日", "home"),
    tab("patrols", "巡查", "route", count=2),
    tab("assists", "支援", "shield", assist=True),
    tab("ledger", "台账", "book", count=3, urgent=True),
    tab("me", "我的", "person"),
    tab("rules", "机制", "scales", wide_only=True),
]


def draw(macros: Environment, name: str, theme: str, *, care: bool) -> str:
    person = SimpleNamespace(
        id="p", name="沈禾", username="duiyuan", unit_name="综合行政执法队", township_name="示范镇"
    )
    shell = SimpleNamespace(
        person=person,
        theme=theme,
        care=care,
        demo=True,
        csrf="t",
        tabs=TABS,
        assist=TABS[2],
        current="ledger",
        asset="/{}".format,
        may=lambda _: True,
    )
    return macros.get_template(f"kit/{name}.html").render(shell=shell)


async def styled(route: Route) -> None:
    await route.fulfill(body=tree().assets["css/app.css"].body, content_type="text/css")


async def show(page: Page, html: str) -> None:
    await page.route(f"{HOUSE}/css/app.css", styled)
    await page.set_content(html)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
async def test_axe_has_nothing_to_say(workbench: Page, macros: Environment, name: str, look: str) -> None:
    theme, care = LOOKS[look]
    await show(workbench, draw(macros, name, theme, care=care))
    for width, height in JUDGED:
        await workbench.set_viewport_size({"width": width, "height": height})
        assert await violations(workbench) == [], width


@pytest.mark.parametrize("care", [False, True], ids=["ordinary", "care"])
@pytest.mark.parametrize("name", PAGES)
async def test_nothing_goes_sideways(workbench: Page, macros: Environment, name: str, care: bool) -> None:
    await show(workbench, draw(macros, name, "", care=care))
    for width, height in MEASURED:
        await workbench.set_viewport_size({"width": width, "height": height})
        assert not await workbench.evaluate("document.documentElement.scrollWidth > innerWidth"), width


LAST = """() => { scrollTo(0, 1e6);
  const bottoms = [...document.querySelectorAll(".ld-main *")].filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect().bottom);
  return Math.max(...bottoms) <= document.querySelector(".ld-dock, .ld-nav:not(.ld_docked .ld-nav)").getBoundingClientRect().top; }"""


@pytest.mark.parametrize("care", [False, True], ids=["ordinary", "care"])
@pytest.mark.parametrize("name", ["patrol", "finding", "parts"])
async def test_the_last_row_can_be_scrolled_above_the_foot(
    workbench: Page, macros: Environment, name: str, care: bool
) -> None:
    await show(workbench, draw(macros, name, "", care=care))
    for width, height in ((360, 640), (390, 844)):
        await workbench.set_viewport_size({"width": width, "height": height})
        assert await workbench.evaluate(LAST), width
