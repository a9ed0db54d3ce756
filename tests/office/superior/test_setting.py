"""The superior command of a township: set by its administrator, a tap away where something happens, nowhere else."""

import httpx

from tests.field.emergencies.dealing import Dealing
from tests.field.street import Street

NAME, PHONE, URL = "县应急指挥中心", "0877-4012345", "https://zhihui.example/"


async def saves(street: Street, who: str = "guanli", **typed: str) -> httpx.Response:
    browser = await street.cast.browser(who)
    form = {"name": NAME, "phone": PHONE, "url": URL, "seen": ""} | typed
    return await browser.post("/settings/superior", data=form)


async def test_set_it_stands_where_something_happens_and_a_tap_calls(street: Street) -> None:
    emergency = await Dealing(street).opened()
    pages = [("zhihui", "/command"), ("lingdao", "/command/wall"), ("duiyuan", f"/emergencies/{emergency}")]
    for who, path in pages:
        assert "上级指挥" not in (await street.page(who, path)).text
    assert (await saves(street)).status_code == 303
    for who, path in pages:
        page = (await street.page(who, path)).text
        assert f'href="tel:{PHONE}"' in page
        assert f'href="{URL}"' in page
        assert 'rel="noopener noreferrer"' in page
    found = (await street.get("zhihui", "/command")).json()["superior"]
    assert found == {"name": NAME, "phone": PHONE, "url": URL}


async def test_left_empty_there_is_none_any_more(street: Street) -> None:
    await saves(street)
    seen = (
        (await street.page("guanli", "/settings/superior")).text.split('name="seen" value="')[1].split('"')[0]
    )
    assert (await saves(street, name="", phone="", url="", seen=seen)).status_code == 303
    assert "上级指挥" not in (await street.page("zhihui", "/command")).text
    assert "不再设上级指挥" in (await street.page("guanli", "/settings/superior")).text


async def test_what_does_not_fit_keeps_what_was_typed(street: Street) -> None:
    refused = await saves(street, url="http://zhihui.example")
    assert refused.status_code == 400
    assert 'value="http://zhihui.example"' in refused.text


async def test_who_was_slower_is_told(street: Street) -> None:
    await saves(street)
    assert (await saves(street, name="州指挥中心")).status_code == 409


async def test_nobody_but_the_administrator_sets_it(street: Street) -> None:
    assert (await saves(street, "zhihui")).status_code == 403
    assert "上级指挥" not in (await street.page("zhihui", "/command")).text
