"""The invented visits as the product holds them."""

import pytest

from backend.foundation.database import rows

pytestmark = pytest.mark.usefixtures("weeks")


async def test_one_was_reminded_and_one_was_not_and_both_came_back() -> None:
    found = await rows(
        "SELECT c.place, COUNT(s.id) AS missed FROM checkins c LEFT JOIN checkin_steps s ON s.checkin = c.id "
        "AND s.noun = 'missed' WHERE c.ended_at IS NOT NULL GROUP BY c.place ORDER BY c.place"
    )
    assert sorted((each["place"], each["missed"]) for each in found) == sorted(
        [("青石桥东三户", 1), ("河滩料场", 0)]
    )


async def test_none_runs_on_that_would_call_for_help_by_itself() -> None:
    assert await rows("SELECT id FROM checkins WHERE next_at IS NOT NULL") == []
