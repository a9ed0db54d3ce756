"""The invented campaigns as the product holds them."""

import pytest

from backend.demo.organisation import township_id
from backend.foundation.database import rows

pytestmark = pytest.mark.usefixtures("weeks")


async def test_one_waits_for_the_leader_and_one_is_led_over_two_townships() -> None:
    found = await rows("SELECT state, township FROM campaigns")
    assert {each["state"] for each in found} >= {"submitted", "approved"}
    assert {each["township"] for each in found} == {None, township_id("sfz")}


async def test_the_months_window_of_the_township_is_met_by_what_was_held() -> None:
    held = await rows("SELECT id FROM campaigns WHERE approved_at IS NOT NULL")
    met = await rows("SELECT done_kind, done_id FROM cadence_windows WHERE done_kind = 'campaign'")
    assert {each["done_id"] for each in met} <= {each["id"] for each in held}
    begun = await rows("SELECT rule FROM cadence_windows WHERE township = ?", township_id("sfz"))
    assert {each["rule"] for each in begun} == {"campaign.regular", "joint_check.regular"}


async def test_what_was_summed_up_has_its_numbered_paper() -> None:
    closed = await rows(
        "SELECT l.number FROM campaigns c JOIN letters l ON l.id = c.letter WHERE c.state = 'closed'"
    )
    assert all(each["number"].startswith("示政执整〔") for each in closed)


async def test_another_townships_patrol_was_put_in_by_hand() -> None:
    found = await rows(
        "SELECT p.township FROM campaign_patrols d JOIN patrols p ON p.id = d.patrol JOIN campaigns c ON c.id = d.campaign "
        "WHERE c.township IS NULL AND d.belongs"
    )
    assert {each["township"] for each in found} <= {township_id("sfz"), township_id("lz")}
    assert found
