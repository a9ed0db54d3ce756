"""POST /patrols/{uuid}/track: each fix once per device and seq; GPX and GeoJSON of what was kept."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import rows
from tests.field.street import NOON, Street, ago, code_of, count
from tests.rig.database import RolledBack

PHONE = str(UUID(int=1))


def fix(seq: int, **changes: Any) -> dict[str, Any]:
    """Every 30 s from the start, about 11 m northwards each."""
    at = NOON - timedelta(hours=2) + timedelta(seconds=30 * seq)
    return {
        "seq": seq,
        "at": at.isoformat(),
        "lat": 24.1 + seq * 1e-4,
        "lon": 102.2,
        "accuracy_m": 8,
    } | changes


def walk(*seqs: int) -> dict[str, Any]:
    return {"device": PHONE, "points": [fix(seq) for seq in seqs]}


async def test_a_track_is_held_up_to_the_first_gap(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(0, 1, 2, 5, 6))
    assert (answer.status_code, answer.json()["held"]) == (201, 2)
    assert answer.json()["receipt"]["signature"]


async def test_the_gap_filled_everything_is_held(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(0, 1, 2, 5, 6))
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(3, 4))
    assert answer.json()["held"] == 6


async def test_without_the_first_fix_nothing_is_held(street: Street) -> None:
    patrol_id = await street.patrol()
    assert (await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(1, 2))).json()["held"] == -1


async def test_the_same_fixes_again_are_kept_once_and_the_first_stays(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(0, 1))
    moved = {"device": PHONE, "points": [fix(0, lat=30.0), fix(1)]}
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/track", moved)
    assert (again.status_code, again.json()["held"]) == (200, 1)
    assert {entry["lat"] for entry in await rows("SELECT lat FROM track_points")} == {24.1, 24.1001}


async def test_devices_count_for_themselves(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(0, 1, 2))
    body = {"points": [fix(0)]}
    own = await street.post("minjing", f"/patrols/{patrol_id}/track", body, Liandong_Device=str(uuid4()))
    assert own.json()["held"] == 0
    assert await count("track_points") == 4


async def test_two_people_on_one_phone_lose_none_of_each_others_fixes(street: Street) -> None:
    patrol_id = await street.patrol()
    for who in ("duiyuan", "duiyuan2"):
        answer = await street.post(who, f"/patrols/{patrol_id}/track", walk(0, 1, 2))
        assert (answer.status_code, answer.json()["held"]) == (201, 2)
    kept = await rows("SELECT officer, seq FROM track_points WHERE patrol = ?", UUID(patrol_id))
    assert len({(entry["officer"], entry["seq"]) for entry in kept}) == 6
    again = await street.post("duiyuan2", f"/patrols/{patrol_id}/track", walk(2, 3))
    assert again.json()["held"] == 3


async def test_a_body_without_fixes_asks_what_is_held(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(0, 1))
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk())
    assert (answer.status_code, answer.json()["held"]) == (200, 1)


async def test_the_length_is_measured_once_the_fixes_are_safe(street: Street, database: RolledBack) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(10)))
    await database.committed()
    length = (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()["length_m"]
    assert length == pytest.approx(99.7, abs=0.3)


async def test_a_key_place_the_track_came_by_counts_as_passed(street: Street, database: RolledBack) -> None:
    patrol_id = await street.patrol()
    place = (UUID(int=5), (await street.cast.person("duiyuan")).township_id)
    await rows(
        "INSERT INTO places (id, township, name, kind, lat, lon, radius_m) VALUES (?, ?, '农贸市场', 'market', 24.1003, 102.2, 20)",
        *place,
    )
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(10)))
    await database.committed()
    passings = (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()["passings"]
    assert [(each["name"], each["at"], each["by_hand"]) for each in passings] == [
        ("农贸市场", fix(2)["at"], False)
    ]


async def test_filing_measures_what_nobody_measured_yet(street: Street) -> None:
    patrol_id = await street.ended()
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(10)))
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    assert answer.json()["length_m"] == pytest.approx(99.7, abs=0.3)


async def test_fixes_made_before_the_filing_are_kept_late_and_never_measured(street: Street) -> None:
    patrol_id = await street.filed()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(10)))
    assert (answer.status_code, answer.json()["held"]) == (201, 9)
    patrol = (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()
    assert (patrol["length_m"], [each["text"] for each in patrol["addenda"]]) == (0.0, ["10个轨迹点"])


async def test_fixes_made_after_the_filing_are_refused(street: Street) -> None:
    patrol_id = await street.filed()
    body = {"device": PHONE, "points": [fix(0, at=ago(minutes=-1))]}
    assert code_of(await street.post("duiyuan", f"/patrols/{patrol_id}/track", body)) == (409, "filed")


async def test_five_thousand_fixes_are_taken_at_once_and_one_more_is_not(street: Street) -> None:
    patrol_id = await street.patrol()
    full = await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(5000)))
    assert (full.status_code, full.json()["held"]) == (201, 4999)
    beyond = await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(5001)))
    assert code_of(beyond) == (413, "track_too_long")


@pytest.mark.parametrize(
    "change",
    [
        {"lat": 90.01},
        {"lon": -180.01},
        {"accuracy_m": -1},
        {"seq": -1},
        {"at": "2026-11-20T10:00:00"},
        {"lat": "24"},
    ],
)
async def test_a_fix_outside_the_world_is_refused(street: Street, change: dict[str, Any]) -> None:
    patrol_id = await street.patrol()
    body = {"device": PHONE, "points": [fix(0) | change]}
    assert code_of(await street.post("duiyuan", f"/patrols/{patrol_id}/track", body)) == (400, "invalid")
    assert await count("track_points") == 0


async def test_what_has_not_started_has_no_track(street: Street) -> None:
    patrol_id = await street.patrol(started_at=None, planned_from=ago())
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(0))
    assert code_of(answer) == (409, "patrol_not_started")


@pytest.mark.parametrize(("who", "expected"), [("lingdao", 403), ("ziran", 404), ("linzhen", 404)])
async def test_who_does_not_walk_along_sends_no_track(street: Street, who: str, expected: int) -> None:
    patrol_id = await street.patrol()
    assert (await street.post(who, f"/patrols/{patrol_id}/track", walk(0))).status_code == expected


@pytest.mark.parametrize(
    ("ending", "media_type"), [("gpx", "application/gpx+xml"), ("geojson", "application/geo+json")]
)
async def test_a_patrol_can_be_had_as_a_file(street: Street, ending: str, media_type: str) -> None:
    patrol_id = await street.patrol()
    await street.finding(patrol_id)
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(4)))
    answer = await street.get("lingdao", f"/patrols/{patrol_id}.{ending}")
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, media_type)
    assert "24.1001" in answer.text
    assert "占道经营" in answer.text


@pytest.mark.parametrize(("who", "ending"), [("linzhen", "gpx"), ("ziran", "geojson"), ("lingdao", "exe")])
async def test_a_stranger_has_no_file_and_nobody_an_unknown_one(
    street: Street, who: str, ending: str
) -> None:
    patrol_id = await street.patrol()
    assert (await street.get(who, f"/patrols/{patrol_id}.{ending}")).status_code == 404
