"""The invented tasks as the product holds them."""

import pytest

from backend.foundation.database import rows

pytestmark = pytest.mark.usefixtures("weeks")


async def test_there_is_one_of_each_state_that_a_day_shows() -> None:
    found = await rows("SELECT title, state FROM tasks")
    assert {each["title"]: each["state"] for each in found} == {
        "青石桥堤岸拉警戒带": "done",
        "核对北街店外经营户名单": "accepted",
        "看河滩料场围挡修好没有": "reported",
        "街口停车占道，去疏导": "accepted",
    }


async def test_what_was_reported_shows_photos_and_what_is_open_runs_on_the_board() -> None:
    photos = await rows("SELECT id FROM photos WHERE subject_kind = 'task'")
    running = await rows("SELECT c.id FROM clocks c WHERE c.record_kind = 'task' AND c.met_at IS NULL")
    assert (len(photos), len(running)) == (2, 2)
