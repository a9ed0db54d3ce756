"""Over very many patrols the page of figures is there at once, with words, and the charts follow when they are counted."""

import re
from html import unescape

from backend.desk.ledger.pages import COUNTED_AT_ONCE
from tests.desk.ledger.seeing import fragment
from tests.desk.ledger.test_states_at_hand import OVER, over_and_never_filed
from tests.field.street import Street

CHART = "每月巡查次数</figcaption>"


def follows(text: str) -> str:
    """The address the charts are fetched from."""
    found = re.search(r'hx-get="(/ledger/figures[^"]*)" hx-trigger="load"', text)
    assert found is not None
    return unescape(found[1])


async def test_the_page_says_what_is_being_counted_and_the_charts_come_after(street: Street) -> None:
    await over_and_never_filed(street)
    first = (await street.page("lingdao", "/ledger/figures?kind=joint")).text
    assert f"统计 {OVER + 1:,} 次巡查" in first
    assert CHART not in first
    charts = (await fragment(street, "lingdao", follows(first))).text
    assert CHART in charts
    assert "<html" not in charts
    assert "kind=joint" in follows(first)


async def test_without_scripts_a_link_leads_to_the_whole(street: Street) -> None:
    await over_and_never_filed(street)
    first = (await street.page("lingdao", "/ledger/figures")).text
    whole = (await street.page("lingdao", follows(first))).text
    assert "<html" in whole
    assert CHART in whole


async def test_what_is_counted_quickly_stands_there_at_once(street: Street) -> None:
    assert OVER >= COUNTED_AT_ONCE
    await street.patrol()
    assert CHART in (await street.page("lingdao", "/ledger/figures")).text
