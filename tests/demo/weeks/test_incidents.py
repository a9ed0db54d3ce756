"""The invented incidents as the product holds them."""

import pytest

from backend.foundation.database import rows

pytestmark = pytest.mark.usefixtures("weeks")


async def test_one_is_real_and_one_a_drill_both_from_calls_and_reported_to_their_end() -> None:
    found = await rows("SELECT exercise, state, origin_kind FROM incidents ORDER BY exercise")
    assert [(bool(each["exercise"]), each["state"], each["origin_kind"]) for each in found] == [
        (False, "final", "assist"),
        (True, "final", "assist"),
    ]


async def test_every_report_has_its_numbered_paper_and_the_drills_say_so() -> None:
    found = await rows(
        "SELECT l.number, l.paper, i.exercise FROM incident_reports r JOIN incidents i ON i.id = r.incident "
        "JOIN letters l ON l.id = r.letter WHERE r.issued_at IS NOT NULL"
    )
    assert len({each["number"] for each in found}) == len(found) == 5
    assert all(("演练" in each["paper"]) is bool(each["exercise"]) for each in found)


async def test_they_hang_on_their_calls() -> None:
    found = await rows("SELECT record_id FROM assist_followups WHERE record_kind = 'incident'")
    made = await rows("SELECT id FROM incidents")
    assert {each["record_id"] for each in found} == {each["id"] for each in made}


async def test_no_limit_runs_for_the_drill() -> None:
    found = await rows("SELECT c.id FROM clocks c JOIN incidents i ON i.id = c.record_id WHERE i.exercise")
    assert found == []
