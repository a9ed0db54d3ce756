"""A refusal as a page: where its way back leads."""

import pytest

from tests.rig.cast import Cast


async def way_back(cast: Cast, came_from: str) -> str:
    browser = await cast.browser("duiyuan")
    host = browser.base_url.netloc.decode()
    page = await browser.get("/nowhere", headers={"referer": came_from.replace("OWN", f"http://{host}")})
    assert page.status_code == 404
    return page.text


async def test_it_leads_to_the_page_the_person_came_from(cast: Cast) -> None:
    assert 'href="/ledger?kind=joint"' in await way_back(cast, "OWN/ledger?kind=joint")


@pytest.mark.parametrize(
    "came_from",
    [
        "https://elsewhere.example/patrols",
        "https://elsewhere.example/?OWN//elsewhere.example",
        "OWN//elsewhere.example",
        "http://[",
        "",
    ],
)
async def test_it_leads_to_today_from_anywhere_else(cast: Cast, came_from: str) -> None:
    page = await way_back(cast, came_from)
    assert "elsewhere" not in page
    assert "回到今日" in page
