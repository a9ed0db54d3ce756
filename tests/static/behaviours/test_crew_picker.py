"""People are found by typing, and last time's crew is taken over with one tap."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from playwright.async_api import Page

from tests.static.conftest import Stand

FORM = """<form>{% from "patrols/_crew_picker.html" import picker %}{{ picker(crew) }}</form>"""


@dataclass
class Crew:
    units: list[Any]
    chosen: set[str]
    again: list[Any] = field(default_factory=list)
    all_open: bool = True
    one_unit: dict[str, str] = field(default_factory=dict)


def person(username: str, name: str, position: str = "队员") -> Any:
    return SimpleNamespace(username=username, name=name, position=position, certified=True)


SHEN, CHENG, ZHOU = (
    person("duiyuan", "沈禾"),
    person("duiyuan2", "程一诺"),
    person("minjing", "周青岩", "民警"),
)
TEAM = SimpleNamespace(code="zfd", name="综合行政执法队", kind="affiliated", members=[SHEN, CHENG])
STATION = SimpleNamespace(code="pcs", name="派出所", kind="police", members=[ZHOU])


async def picker(stand: Stand, **given: Any) -> Page:
    return await stand(FORM, crew=Crew([TEAM, STATION], {"duiyuan"}, **given))


async def seen(page: Page) -> list[str]:
    return await page.locator(".ld-chip b").filter(visible=True).all_inner_texts()


async def chosen(page: Page) -> list[str]:
    found: list[str] = await page.eval_on_selector_all("[name=crew]:checked", "all => all.map(e => e.value)")
    return found


async def test_one_finds_people_by_name_post_unit_or_user_name(stand: Stand) -> None:
    page = await picker(stand)
    for asked, found in {"程": ["程一诺"], "民警": ["周青岩"], "执法队": ["沈禾", "程一诺"], "MINJING": ["周青岩"], "": ["沈禾", "程一诺", "周青岩"]}.items():  # fmt: skip
        await page.fill("[data-crew-search]", asked)
        assert await seen(page) == found


async def test_it_says_when_there_is_nobody_and_keeps_who_is_chosen(stand: Stand) -> None:
    page = await picker(stand)
    await page.fill("[data-crew-search]", "没有的人")
    assert await page.locator("[data-crew-none]").is_visible()
    assert await chosen(page) == ["duiyuan"]
    await page.fill("[data-crew-search]", "")
    assert not await page.locator("[data-crew-none]").is_visible()


async def test_enter_takes_the_only_one_left_and_never_sends_the_form(stand: Stand) -> None:
    page = await picker(stand)
    await page.evaluate("document.forms[0].addEventListener('submit', () => document.title = 'sent')")
    await page.fill("[data-crew-search]", "队员")
    await page.press("[data-crew-search]", "Enter")
    assert await chosen(page) == ["duiyuan"]
    await page.fill("[data-crew-search]", "周")
    await page.press("[data-crew-search]", "Enter")
    assert await chosen(page) == ["duiyuan", "minjing"]
    assert await page.input_value("[data-crew-search]") == ""
    assert await page.title() == "联动"


async def test_units_that_were_closed_close_again_after_the_search(stand: Stand) -> None:
    page = await picker(stand, all_open=False)
    assert await seen(page) == ["沈禾", "程一诺"]
    await page.fill("[data-crew-search]", "周")
    assert await seen(page) == ["周青岩"]
    await page.fill("[data-crew-search]", "")
    assert await seen(page) == ["沈禾", "程一诺"]


async def test_the_last_crew_comes_with_one_tap_and_goes_with_the_next(stand: Stand) -> None:
    page = await picker(stand, again=[CHENG, ZHOU])
    again = page.get_by_role("button", name="同上次：程一诺、周青岩")
    await again.click()
    assert await chosen(page) == ["duiyuan", "duiyuan2", "minjing"]
    assert await again.get_attribute("aria-pressed") == "true"
    await again.click()
    assert await chosen(page) == ["duiyuan"]
    assert await again.get_attribute("aria-pressed") == "false"
