"""随身本: numbers, places and the list of what a phone keeps."""

from datetime import datetime

import pytest
from playwright.async_api import Page

from backend.foundation.web.stand_in import NOWHERE
from tests.field.campaigns.campaigning import Campaigning
from tests.field.emergencies.dealing import Dealing
from tests.field.street import NOON, Street
from tests.office.tasks.giving import Giving
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.static.test_worker_rules import RULES


@pytest.fixture
def street(clock: Clock, cast: Cast) -> Street:
    clock.at(NOON)
    return Street(cast, clock)


async def test_who_is_on_duty_stands_there_with_a_number(street: Street) -> None:
    assert "没有人标了上岗" in (await street.page("duiyuan", "/pocket")).text
    await street.post("minjing", "/duty/presence")
    page = (await street.page("duiyuan", "/pocket")).text
    assert "周青岩" in page
    assert "tel:110" in page


async def test_each_key_place_leads_there_by_both_maps(street: Street) -> None:
    page = (await street.page("duiyuan", "/pocket")).text
    assert "https://uri.amap.com/navigation?to=" in page
    assert "geo:" in page


async def test_the_phone_of_an_officer_keeps_the_street_and_their_open_patrols(street: Street) -> None:
    patrol = await street.patrol()
    kept = (await street.get("duiyuan", "/me/pocket")).json()
    assert {"/", "/patrols", "/patrols/new", "/patrols/here", "/patrols/here/findings/new", "/pocket"} <= set(
        kept["pages"]
    )
    assert {f"/patrols/{patrol}{within}" for within in ("", "/findings/new", "/crew")} <= set(kept["pages"])
    assert {"/checkins", "/checkins/new", "/checkins/here"} <= set(kept["pages"])
    assert f"/handoffs/here/{NOWHERE}" in kept["pages"]
    assert kept["files"] == ["/api/v1/matters/asking", "/api/v1/sketch.geojson"]


async def test_the_phone_keeps_what_its_officer_has_to_do_and_how_to_report_on_it(street: Street) -> None:
    giving = Giving(street)
    own, other = await giving.given(), await giving.given(officer="duiyuan2")
    kept = (await street.get("duiyuan", "/me/pocket")).json()["pages"]
    assert {"/tasks", f"/tasks/{own}", f"/tasks/{own}/report"} <= set(kept)
    assert f"/tasks/{other}" not in kept


async def test_the_phone_keeps_the_emergency_its_officer_is_called_to_and_how_to_write_in_its_log(
    street: Street,
) -> None:
    dealing = Dealing(street)
    own, other = await dealing.opened(), await dealing.opened(people=["duiyuan2"])
    kept = (await street.get("duiyuan", "/me/pocket")).json()["pages"]
    assert {"/emergencies", f"/emergencies/{own}", f"/emergencies/{own}/entries/new"} <= set(kept)
    assert f"/emergencies/{other}" not in kept


async def campaigns_kept(street: Street, who: str) -> list[str]:
    kept = (await street.get(who, "/me/pocket")).json()["pages"]
    return [page for page in kept if page.startswith("/campaigns")]


async def test_the_phone_keeps_the_campaign_its_officer_goes_along_on(street: Street) -> None:
    campaigning = Campaigning(street)
    await campaigning.planned()
    campaign = await campaigning.approved()
    assert await campaigns_kept(street, "duiyuan") == [f"/campaigns/{campaign}"]
    assert await campaigns_kept(street, "minjing") == [f"/campaigns/{campaign}"]
    shown = await street.page("duiyuan", f"/campaigns/{campaign}")
    assert (shown.status_code, "Liandong-Keep" in shown.headers) == (200, False)


@pytest.mark.parametrize("who", ["linzhen", "chengguan"])
async def test_nobody_keeps_a_campaign_that_is_not_theirs(street: Street, who: str) -> None:
    await Campaigning(street).approved()
    assert await campaigns_kept(street, who) == []


@pytest.mark.parametrize(
    ("moment", "kept"),
    [
        ("2026-11-20T23:59:59+08:00", 0),
        ("2026-11-21T00:00:00+08:00", 1),
        ("2026-11-23T23:59:59+08:00", 1),
        ("2026-11-24T00:00:00+08:00", 0),
    ],
)
async def test_from_the_day_before_it_begins_until_its_last_midnight(
    street: Street, moment: str, kept: int
) -> None:
    await Campaigning(street).approved(first_day="2026-11-22", last_day="2026-11-23")
    street.clock.at(datetime.fromisoformat(moment))
    assert len(await campaigns_kept(street, "duiyuan")) == kept


async def test_a_desk_of_the_county_keeps_no_street(street: Street) -> None:
    kept = (await street.get("chengguan", "/me/pocket")).json()
    assert kept == {"pages": ["/", "/me", "/me/install", "/outbox", "/assists"], "files": []}
    assert (await street.page("chengguan", "/pocket")).status_code == 200


async def test_what_is_to_be_kept_can_be_had(street: Street) -> None:
    kept = (await street.get("duiyuan", "/me/pocket")).json()
    for path in [page for page in kept["pages"] if page != "/outbox"]:
        assert (await street.page("duiyuan", path)).status_code == 200, path


async def test_the_page_of_a_patrol_that_is_nowhere_yet_has_no_id_but_the_one_to_be_replaced(
    street: Street,
) -> None:
    page = (await street.page("duiyuan", "/patrols/here")).text
    assert "/api/v1/patrols/00000000-0000-4000-8000-000000000000/pause" in page
    form = (await street.page("duiyuan", "/patrols/here/findings/new")).text
    assert 'data-url="/api/v1/patrols/00000000-0000-4000-8000-000000000000/findings/{new}"' in form


@pytest.mark.either
async def test_the_worker_keeps_everything_that_is_fetched_beforehand(
    street: Street, workbench: Page
) -> None:
    await street.patrol()
    await Campaigning(street).approved()
    kept = (await street.get("duiyuan", "/me/pocket")).json()
    for address in kept["pages"]:
        assert await workbench.evaluate(RULES, ["GET", address]) == "mayKeepPage", address
    for address in kept["files"]:
        assert await workbench.evaluate(RULES, ["GET", address]) == "isKeptFile", address
