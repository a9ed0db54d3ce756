"""A page as the server draws it where the township locks its phones after five minutes, on a screen that is touched."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from playwright.async_api import Browser, Page, Route, expect

from tests.rig.workbench import HOUSE
from tests.static.conftest import NOBODY, NOW
from tests.static.station import Station

PASSWORD = "河堤-7392-柳树"
SHEN = SimpleNamespace(id="shen", username="shen", name="沈禾", unit_name="执法队", township_name="示范镇")
SHELL = SimpleNamespace(**vars(NOBODY) | {"person": SHEN, "assist": SimpleNamespace(hold_s=2)})
WRONG = {"code": "wrong_password", "title": "用户名或密码不对", "detail": "再试一次"}
PAGE = """<!doctype html><html lang="zh-CN" data-lock="5" data-lock-person="shen" data-locked><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="csrf" content="old"><title>早市巡查</title><link rel="stylesheet" href="/css/parts/lock.css"><script type="module" async blocking="render" src="/js/lock/first.js"></script>
<body class="ld" data-person="shen"><main><p>两处摊点越出店面</p><form method="dialog" data-behaviour="draft" data-draft="f"><input aria-label="情况" name="facts"></form></main>
{% include "layout/_call.html" %}{% include "layout/_assist.html" %}{% include "layout/_lock.html" %}<script type="module" src="/js/app.js"></script></body></html>"""

# Kept once the lock has been attached, with all it is made of.
READY = "import('/js/sending/early.js').then(({ whenReady }) => whenReady(document.querySelector('#lock')))"


@dataclass
class Locking:
    """One phone: what the server says of passwords, or nothing at all."""

    context: Any
    page: Page
    reached: bool = True
    asked: list[Any] = field(default_factory=list)

    async def session(self, route: Route) -> None:
        if not self.reached:
            await route.abort()
            return
        self.asked.append(route.request.post_data_json)
        if self.asked[-1]["password"] == PASSWORD:
            await route.fulfill(status=201, json={"id": "shen", "csrf": "new", "must_change_password": False})
        else:
            await route.fulfill(status=401, json=WRONG)

    async def open(self, page: Page | None = None) -> Page:
        """A page of the product, its behaviours attached."""
        opened = page or self.page
        await opened.goto(f"{HOUSE}/work")
        await opened.evaluate(READY)
        return opened

    async def idle(self, minutes: int, page: Page | None = None) -> None:
        await (page or self.page).clock.fast_forward(minutes * 60_000)

    async def give(self, password: str, page: Page | None = None) -> None:
        """Typed and judged, however long that takes."""
        shown = page or self.page
        await shown.get_by_label("密码").fill(password)
        await shown.get_by_role("button", name="打开", exact=True).click()
        await expect(shown.locator("#lock form[aria-busy]")).to_have_count(0)
        await expect(shown.locator("#lock [data-said]")).not_to_have_text("正在核对")


@pytest.fixture
async def locking(benches: Browser, macros: Environment) -> AsyncIterator[Locking]:
    """Nobody has given a password on this phone yet."""
    context = await benches.new_context(
        locale="zh-CN", timezone_id="Asia/Shanghai", has_touch=True, is_mobile=True
    )
    body = macros.from_string(PAGE).render(shell=SHELL, about="")
    await context.route(f"{HOUSE}/work", lambda route: route.fulfill(body=body, content_type="text/html"))
    await context.clock.install(time=NOW)
    await context.clock.pause_at(NOW)
    page = await context.new_page()
    await Station(page).stand()
    phone = Locking(context, page)
    await context.route("**/api/v1/session", phone.session)
    yield phone
    await context.close()


@pytest.fixture
async def opened(locking: Locking) -> Locking:
    """The person gave their password once, with a network."""
    await locking.open()
    await locking.give(PASSWORD)
    return locking
