"""Signing in where phones are locked: with the server's yes the page goes on, and the lock opens with that password from now on."""

from typing import Any

import pytest
from playwright.async_api import Page, Route, expect

from tests.rig.workbench import HOUSE
from tests.static.conftest import Stand
from tests.static.station import Station

DOOR = """<form method="post" action="/login" data-behaviour="sign-in" data-url="/api/v1/session" data-next="/?next">
{% from "shared/forms.html" import text_field %}{{ text_field("username", "用户名") }}{{ text_field("password", "密码", type="password") }}
<button>登录</button></form>"""
YES = {"id": "shen", "csrf": "new", "must_change_password": False}
NO = {"title": "用户名或密码不对", "detail": "再试一次"}
ARMED = "import('/js/outbox/database.js').then(({ openDatabase }) => openDatabase()).then((database) => database.getAllKeys('locks'))"


async def enter(page: Page, answer: tuple[int, dict[str, Any]] | None) -> None:
    """The server's one answer; whatever else is asked of the session meets no network."""

    async def session(route: Route) -> None:
        if route.request.method == "POST" and answer:
            await route.fulfill(status=answer[0], json=answer[1])
        else:
            await route.abort()

    await page.route("**/api/v1/session", session)
    await page.get_by_label("用户名").fill("shen")
    await page.get_by_label("密码").fill("河堤-7392-柳树")
    await page.get_by_role("button", name="登录").click()


@pytest.mark.parametrize(("first", "onward"), [(False, "/?next"), (True, "/password")])
async def test_one_yes_is_enough_to_go_on(stand: Stand, station: Station, first: bool, onward: str) -> None:
    page = await stand(DOOR)
    await page.route("**/password", lambda route: route.fulfill(body="", content_type="text/html"))
    async with page.expect_navigation(url=f"{HOUSE}{onward}"):
        await enter(page, (201, YES | {"must_change_password": first}))


async def test_the_lock_of_this_phone_opens_with_that_password(stand: Stand, station: Station) -> None:
    page = await stand(DOOR)
    async with page.expect_navigation(url=f"{HOUSE}/?next"):
        await enter(page, (201, YES))
    await page.goto(HOUSE)
    assert await page.evaluate(ARMED) == ["shen"]
    assert await page.evaluate("JSON.parse(localStorage['ld-lock-shen']).locked") is False


@pytest.mark.parametrize(
    ("answer", "said"), [((401, NO), "用户名或密码不对"), ((503, {}), "没有登录"), (None, "没有登录")]
)
async def test_a_no_is_said_and_can_be_tried_again(
    stand: Stand, station: Station, answer: tuple[int, dict[str, Any]] | None, said: str
) -> None:
    page = await stand(DOOR)
    await enter(page, answer)
    await expect(page.get_by_role("alert")).to_contain_text(said)
    await expect(page.locator("form[aria-busy]")).to_have_count(0)
    await expect(page.get_by_label("用户名")).to_have_value("shen")
