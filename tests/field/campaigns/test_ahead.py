"""事前检查: a tap on what lies ahead opens the plan filled in; once planned it says so."""

from html import unescape

from backend.demo.organisation import township_id
from backend.foundation.database import rows
from tests.field.street import Street


async def with_market(street: Street) -> None:
    await rows(
        "UPDATE places SET market_days = 'solar:3,8' WHERE township = ? AND name = '农贸市场'",
        township_id("sfz"),
    )


async def test_it_opens_the_plan_filled_in(street: Street) -> None:
    await with_market(street)
    page = unescape((await street.page("duizhang", "/campaigns/ahead")).text)
    assert "农贸市场街天" in page
    assert "安排检查" in page
    link = next(part for part in page.split('"') if part.startswith("/patrols/new?plan=true"))
    form = unescape((await street.page("duizhang", link)).text)
    assert "11月23日农贸市场街天事前检查" in form
    assert 'value="2026-11-22T15:00"' in form
    assert 'value="pre_event" checked' in form


async def test_once_planned_it_says_so(street: Street) -> None:
    await with_market(street)
    patrol = await street.planned(kind="pre_event", planned_from="2026-11-22T15:00:00+08:00")
    page = (await street.page("lingdao", "/campaigns/ahead")).text
    assert f"/patrols/{patrol}" in page
    assert "已安排" in page


async def test_a_township_without_markets_and_festivals_is_told_so(street: Street) -> None:
    await rows("UPDATE places SET market_days = ''")
    page = (await street.page("duizhang", "/campaigns/ahead")).text
    assert "没有节庆，也没有街天" in page


async def test_a_link_that_makes_no_sense_opens_an_ordinary_form(street: Street) -> None:
    page = await street.page("duizhang", "/patrols/new?plan=true&kind=nonsense&planned_from=yesterday")
    assert page.status_code == 200
    assert 'value="joint" checked' in page.text
    long = await street.page("duizhang", f"/patrols/new?title={'一' * 201}")
    assert long.status_code == 400
