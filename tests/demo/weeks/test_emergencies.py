"""The invented emergencies as the product holds them."""

import pytest

from backend.foundation.database import row, rows

pytestmark = pytest.mark.usefixtures("weeks")


async def test_one_goes_on_one_is_over_and_one_was_a_drill() -> None:
    found = await rows("SELECT category, exercise, ended_at FROM emergencies")
    states = {each["category"]: (bool(each["exercise"]), each["ended_at"] is None) for each in found}
    assert states == {"暴力抗法": (False, False), "人群聚集": (True, False), "设施损毁": (False, True)}


async def test_the_one_that_is_over_leads_to_its_report_and_shows_a_correction_and_a_photo() -> None:
    linked = await rows(
        "SELECT l.record_kind FROM emergency_links l JOIN emergencies e ON e.id = l.emergency "
        "WHERE e.category = '暴力抗法'"
    )
    assert {each["record_kind"] for each in linked} == {"assist", "incident"}
    assert await row("SELECT id FROM emergency_entries WHERE corrects IS NOT NULL")
    assert await row("SELECT id FROM photos WHERE subject_kind = 'emergency_entry'")


async def test_the_township_names_its_superior_command() -> None:
    found = await row("SELECT name FROM superior_commands")
    assert found == {"name": "县应急指挥中心"}
