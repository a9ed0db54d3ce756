"""The demo as the product holds it once its weeks were lived through."""

from dataclasses import replace
from itertools import pairwise

import pytest

from backend.demo import load_if_empty, profile_warning
from backend.foundation.database import row, rows
from backend.foundation.evidence.verification import verify_photos
from backend.foundation.journal.verification import verify_journal
from backend.settings import settings

pytestmark = pytest.mark.usefixtures("weeks")


async def numbers(township: str) -> list[int]:
    """In the order they were filed in; two may be filed in the same second."""
    found = await rows(
        "SELECT p.number FROM patrols p JOIN townships t ON t.id = p.township WHERE t.code = ? AND p.number IS NOT NULL "
        "ORDER BY p.filed_at, LENGTH(p.number), p.number",
        township,
    )
    return [int(patrol["number"].split("〕")[1].removesuffix("号")) for patrol in found]


@pytest.mark.parametrize("township", ["sfz", "lz"])
async def test_filing_numbers_have_no_gaps_and_follow_time(township: str) -> None:
    given = await numbers(township)
    years = [number for number in given if number == 1]
    assert len(years) in (1, 2), "five weeks touch at most two years"
    assert all(after in (before + 1, 1) for before, after in pairwise(given))


async def test_every_state_can_be_seen() -> None:
    counted = await row(
        "SELECT SUM(CASE WHEN started_at IS NULL AND cancelled_at IS NULL THEN 1 ELSE 0 END) AS planned, "
        "SUM(CASE WHEN started_at IS NOT NULL AND ended_at IS NULL THEN 1 ELSE 0 END) AS running, "
        "SUM(CASE WHEN ended_at IS NOT NULL AND filed_at IS NULL THEN 1 ELSE 0 END) AS unfiled, "
        "SUM(CASE WHEN cancelled_at IS NOT NULL THEN 1 ELSE 0 END) AS cancelled, "
        "SUM(CASE WHEN review = 'returned' THEN 1 ELSE 0 END) AS returned, "
        "SUM(CASE WHEN review = 'amended' THEN 1 ELSE 0 END) AS amended, "
        "SUM(CASE WHEN review = 'read' THEN 1 ELSE 0 END) AS seen FROM patrols"
    )
    assert counted is not None
    assert counted["running"] == 1
    assert all(counted.values()), counted


async def test_no_patrol_of_duiyuan_is_under_way() -> None:
    under_way = await rows(
        "SELECT p.title FROM patrols p JOIN crew c ON c.patrol = p.id JOIN officers o ON o.id = c.officer "
        "WHERE o.username = 'duiyuan' AND p.started_at IS NOT NULL AND p.ended_at IS NULL"
    )
    assert under_way == []


async def test_who_exercised_power_is_named_twice_and_of_one_body() -> None:
    acted = await rows(
        "SELECT acting FROM findings WHERE disposition IN ('ordered', 'summary_penalty', 'case')"
    )
    assert acted
    assert all(finding["acting"].count(",") >= 1 for finding in acted)


async def test_no_finding_or_photo_came_late() -> None:
    assert await rows("SELECT id FROM findings WHERE late") == []
    assert await rows("SELECT id FROM photos WHERE late OR content_at IS NULL") == []


async def test_tracks_were_measured_and_passed_key_places() -> None:
    walked = await rows("SELECT length_m, (SELECT COUNT(*) FROM passings s WHERE s.patrol = p.id) AS passed "
                        "FROM patrols p WHERE filed_at IS NOT NULL")  # fmt: skip
    assert min(patrol["length_m"] for patrol in walked) > 500
    assert min(patrol["passed"] for patrol in walked) >= 1


async def test_journal_and_photos_are_true() -> None:
    journal, photos = await verify_journal(), await verify_photos()
    assert (journal.fault, photos.fault) == (None, None)
    assert journal.events > 500


async def test_events_lie_in_the_past_in_the_order_of_their_chain() -> None:
    crossed = await rows(
        "SELECT a.seq FROM events a JOIN events b ON b.chain = a.chain AND b.seq = a.seq + 1 "
        "WHERE b.received_at < a.received_at"
    )
    assert crossed == []


async def test_it_loads_only_into_an_empty_database() -> None:
    assert not await load_if_empty(settings())


async def test_another_profile_is_named_and_not_taken() -> None:
    assert "changes nothing" in await profile_warning(replace(settings(), profile="changjiang"))
    assert await profile_warning(replace(settings(), profile="eshan")) == ""
