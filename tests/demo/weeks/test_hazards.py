"""The invented dangers as the product holds them."""

import pytest

from backend.foundation.database import rows

pytestmark = pytest.mark.usefixtures("weeks")


async def test_every_way_a_danger_can_go_is_there_to_see() -> None:
    found = await rows("SELECT DISTINCT state FROM hazards")
    assert {each["state"] for each in found} == {"told", "arrived", "refused", "result", "closed"}


async def test_the_body_without_accounts_answered_through_others_with_proof() -> None:
    found = await rows(
        "SELECT s.noun, (SELECT COUNT(*) FROM photos p WHERE p.subject_id = s.id) AS proofs FROM hazard_steps s "
        "JOIN hazards h ON h.id = s.hazard JOIN units u ON u.id = h.to_unit WHERE u.code = 'slj' AND s.on_behalf "
        "ORDER BY s.at"
    )
    assert found == [{"noun": "departure", "proofs": 1}, {"noun": "arrival", "proofs": 0}]


async def test_one_was_reported_to_the_government_under_a_number() -> None:
    found = await rows(
        "SELECT l.kind, l.addressee_name FROM hazard_reports r JOIN letters l ON l.id = r.letter"
    )
    assert found == [{"kind": "hazard_report", "addressee_name": "县政府"}]


async def test_every_danger_has_its_photo() -> None:
    bare = await rows(
        "SELECT id FROM hazards h WHERE NOT EXISTS (SELECT 1 FROM photos p WHERE p.subject_id = h.id AND p.content_at IS NOT NULL)"
    )
    assert bare == []
