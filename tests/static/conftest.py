"""A page stood up from our macros, styles and behaviours, in a real browser and without a server."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.async_api import Page

from backend.foundation.web.words import filters
from tests.rig.stage import ROOT
from tests.rig.workbench import HOUSE
from tests.static.station import Station

Stand = Callable[..., Awaitable[Page]]
NOW = datetime(2026, 11, 23, 2, 36, tzinfo=UTC)
ATTACHED = """async () => {
  await import("/js/app.js");
  const { whenReady } = await import("/js/sending/early.js");
  await Promise.all([...document.querySelectorAll("[data-behaviour]")].map(whenReady));
}"""
NOBODY = SimpleNamespace(person=None, theme="", care=False, demo=False, csrf="", tabs=[], asset=str)


@pytest.fixture(scope="session")
def macros() -> Environment:
    loader = FileSystemLoader([ROOT / "templates", ROOT / "tests" / "static"])
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(filters(lambda: NOW))
    return environment


@pytest.fixture
async def station(workbench: Page) -> Station:
    """What is sent arrives there and is signed for."""
    return await Station(workbench).stand()


@pytest.fixture
def stand(workbench: Page, macros: Environment) -> Stand:
    """`await stand("{{ … }}", person="shen")`: a new page with that template as its body, behaviours
    attached, time standing still at NOW (`still=False`: it runs on, as maps and live parts need it to draw themselves); what the tab
    keeps (sessionStorage) is still there."""

    async def put(source: str, *, person: str = "", still: bool = True, **values: Any) -> Page:
        body = macros.from_string(source).render(**{"shell": NOBODY} | values)
        await workbench.goto(HOUSE)
        await workbench.clock.install(time=NOW - timedelta(days=1))
        await workbench.clock.pause_at(NOW)  # an installed clock runs on
        if not still:
            await workbench.clock.resume()
        await workbench.set_content(
            f"<!doctype html><html lang='zh-CN'><meta name='viewport' content='width=device-width'><title>联动</title>"
            f"<body class='ld' data-person='{person}'>{body}"
            f"<div class='ld-toast' id='toast' role='status' data-behaviour='toast'></div></body></html>"
        )
        await workbench.evaluate(ATTACHED)
        return workbench

    return put
