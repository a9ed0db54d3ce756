"""Key places and the sketch, as scripts, phones and maps ask for them."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import township_id
from backend.foundation.database import row
from backend.foundation.journal import timeline
from tests.rig.cast import Cast

SQUARE: dict[str, Any] = {
    "name": "新桥广场",
    "kind": "crowd",
    "position": {"source": "map", "lat": 24.1751, "lon": 102.4062},
    "radius_m": 120,
    "busy": "周末 19:00—21:00",
}


async def stored(place: UUID) -> dict[str, Any] | None:
    return await row("SELECT name, kind, radius_m, busy, active, township FROM places WHERE id = ?", place)


async def test_everybody_of_the_township_sees_its_key_places(cast: Cast) -> None:
    items = (await (await cast.script("xieguan")).get("/api/v1/places")).json()["items"]
    market = next(item for item in items if item["name"] == "农贸市场")
    assert market["busy"] == "逢三逢八街天 6:00—14:00"
    assert market["position"] == {"lat": 24.17341, "lon": 102.4045, "accuracy_m": None, "source": "map"}


async def test_a_neighbour_sees_their_own_only(cast: Cast) -> None:
    here, there = await cast.script("duiyuan"), await cast.script("linzhen")
    own, others = [
        {item["name"] for item in (await person.get("/api/v1/places")).json()["items"]}
        for person in (here, there)
    ]
    assert own
    assert others
    assert own.isdisjoint(others)


async def test_the_sketch_draws_ground_and_key_places(cast: Cast) -> None:
    answer = await (await cast.script("duiyuan")).get("/api/v1/sketch.geojson")
    assert answer.headers["content-type"].startswith("application/geo+json")
    features = answer.json()["features"]
    assert {feature["properties"]["kind"] for feature in features} == {
        "boundary",
        "river",
        "field",
        "built",
        "pond",
        "road",
        "lane",
        "place",
    }
    [boundary] = [feature for feature in features if feature["properties"]["kind"] == "boundary"]
    assert boundary["properties"]["name"] == "示范镇"


async def test_somebody_without_a_township_gets_an_empty_map(cast: Cast) -> None:
    answer = await (await cast.script("chengguan")).get("/api/v1/sketch.geojson")
    assert answer.json() == {"type": "FeatureCollection", "features": []}


async def test_the_captain_adds_a_place(cast: Cast) -> None:
    captain, place = await cast.script("duizhang"), uuid4()
    first = await captain.put(f"/api/v1/places/{place}", json=SQUARE)
    again = await captain.put(f"/api/v1/places/{place}", json=SQUARE | {"active": True})
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["receipt"] == again.json()["receipt"]
    found = await stored(place)
    assert found is not None
    assert (found["name"], found["township"]) == ("新桥广场", township_id("sfz"))
    [moment] = await timeline("place", place)
    assert (moment.kind, moment.actor_name) == ("place.added", "韩立夏")


async def test_a_place_is_changed_and_taken_out_of_use(cast: Cast) -> None:
    captain, place = await cast.script("duizhang"), uuid4()
    await captain.put(f"/api/v1/places/{place}", json=SQUARE)
    change = {"busy": None, "active": False, "radius_m": 60}
    changed = await captain.patch(f"/api/v1/places/{place}", json=change)
    assert changed.json()["version"] == 2
    found = await stored(place)
    assert found is not None
    assert (found["busy"], bool(found["active"]), found["radius_m"]) == ("", False, 60)
    names = [item["name"] for item in (await captain.get("/api/v1/places")).json()["items"]]
    assert "新桥广场" not in names
    assert [moment.kind for moment in await timeline("place", place)] == ["place.added", "place.changed"]


async def test_the_same_change_twice_is_noted_once(cast: Cast) -> None:
    captain, place = await cast.script("duizhang"), uuid4()
    await captain.put(f"/api/v1/places/{place}", json=SQUARE)
    codes = [
        (await captain.patch(f"/api/v1/places/{place}", json={"name": "新桥文化广场"})).status_code
        for _ in range(2)
    ]
    assert codes == [201, 200]
    assert len(await timeline("place", place)) == 2


@pytest.mark.parametrize("username", ["duiyuan", "xieguan", "minjing", "lingdao", "zhihui"])
async def test_who_does_not_look_after_places_adds_none(cast: Cast, username: str) -> None:
    place = uuid4()
    answer = await (await cast.script(username)).put(f"/api/v1/places/{place}", json=SQUARE)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert await stored(place) is None


async def test_a_stranger_changes_nothing_here(cast: Cast) -> None:
    market = await row("SELECT id FROM places WHERE name = '东坝集市'")
    assert market is not None
    captain = await cast.script("duizhang")
    answer = await captain.patch(f"/api/v1/places/{market['id']}", json={"name": "别人的集市"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    taken = await captain.put(f"/api/v1/places/{market['id']}", json=SQUARE)
    assert (taken.status_code, taken.json()["code"]) == (409, "conflict")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": ""}, "invalid"),
        ({"name": "   "}, "invalid"),
        ({"name": "场" * 61}, "invalid"),
        ({"kind": "castle"}, "invalid"),
        ({"position": {"source": "none"}}, "invalid"),
        ({"position": {"source": "map", "lat": 91, "lon": 0}}, "invalid"),
        ({"radius_m": 9}, "invalid"),
        ({"radius_m": 2001}, "invalid"),
        ({"busy": "街" * 121}, "invalid"),
        ({"owner": "duizhang"}, "unknown_field"),
    ],
)
async def test_what_makes_no_place_is_refused(cast: Cast, wrong: dict[str, Any], code: str) -> None:
    place = uuid4()
    answer = await (await cast.script("duizhang")).put(f"/api/v1/places/{place}", json=SQUARE | wrong)
    assert answer.json()["code"] == code
    assert await stored(place) is None
