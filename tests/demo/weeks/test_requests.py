"""The invented requests as the product holds them."""

import pytest

from backend.foundation.database import rows

pytestmark = pytest.mark.usefixtures("weeks")


async def test_each_kind_is_told_and_something_waits_for_everybody() -> None:
    found = await rows("SELECT r.kind, r.state FROM requests r ORDER BY r.received_at")
    assert [(each["kind"], each["state"]) for each in found] == [
        ("notice", "done"),
        ("guidance", "done"),
        ("police", "done"),
        ("notice", "open"),
        ("coordination", "open"),
        ("police", "open"),
    ]


async def test_one_paper_is_out_and_one_is_owed_on_the_board() -> None:
    letters = await rows("SELECT number FROM letters WHERE kind = 'participation_notice'")
    assert [each["number"].startswith("示应急执通") for each in letters] == [True]
    owed = await rows("SELECT id FROM clocks WHERE rule = 'request.paper' AND met_at IS NULL")
    waiting = await rows(
        "SELECT id FROM clocks WHERE rule = 'request.answer' AND met_at IS NULL AND cancelled_at IS NULL"
    )
    assert (len(owed), len(waiting)) == (1, 3)
