"""A phone says where its officer is: only on duty or on patrol, the last word alone, forgotten again."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.field.command.commands.sharing import forget
from backend.foundation.database import rows
from tests.field.street import NOON, Street, ago, code_of, count

MARKET = {"lat": 24.17341, "lon": 102.4045, "accuracy_m": 8}


async def shares(street: Street, who: str = "duiyuan", **changes: Any) -> httpx.Response:
    """By the session of a phone: no program does it."""
    browser = await street.cast.browser(who)
    body, asked = {"position": MARKET} | changes, {"Accept": "application/problem+json"}
    return await browser.put("/me/position", json=body, headers=asked)


async def seen(street: Street, who: str = "zhihui") -> dict[str, Any]:
    """Everybody on duty with their position, by name of sign-in of the first."""
    answer = await street.get(who, "/command")
    assert answer.status_code == 200, answer.text
    return {each["name"]: each for each in answer.json()["people"]}


async def name_of(street: Street, who: str = "duiyuan") -> str:
    return (await street.cast.person(who)).name


async def test_on_duty_command_sees_where_somebody_is_and_since_when(street: Street) -> None:
    await street.post("duiyuan", "/duty/presence")
    assert (await seen(street))[await name_of(street)]["position"] is None
    assert (await shares(street)).status_code == 200
    street.clock.later(minutes=3)
    found = (await seen(street))[await name_of(street)]
    assert (found["position"]["lat"], found["position"]["at"]) == (MARKET["lat"], ago())
    assert "位置3分钟前，共享 ±8米" in (await street.page("zhihui", "/command")).text


async def test_off_duty_nothing_is_taken_and_what_there_was_is_gone(street: Street) -> None:
    assert code_of(await shares(street)) == (409, "position_off_duty")
    await street.post("duiyuan", "/duty/presence")
    await shares(street)
    await street.delete("duiyuan", "/duty/presence")
    assert await name_of(street) not in await seen(street)
    assert code_of(await shares(street)) == (409, "position_off_duty")
    assert await count("shared_positions") == 0


async def test_whoever_walks_a_patrol_may_share_without_a_shift(street: Street) -> None:
    await street.patrol()
    assert (await shares(street)).status_code == 200
    found = (await seen(street))[await name_of(street)]
    assert (found["how"], found["position"]["source"]) == ("在巡查", "shared")


async def test_a_track_that_is_newer_says_where_somebody_is(street: Street) -> None:
    patrol = await street.patrol()
    await shares(street)
    street.clock.later(minutes=5)
    point = {"seq": 0, "at": ago(minutes=-4), "lat": 24.18, "lon": 102.41, "accuracy_m": 5}
    await street.post("duiyuan", f"/patrols/{patrol}/track", {"points": [point]})
    found = (await seen(street))[await name_of(street)]["position"]
    assert (found["lat"], found["source"], found["at"]) == (24.18, "track", ago(minutes=-4))


async def test_the_last_word_counts_and_none_is_kept_beside_it(street: Street) -> None:
    await street.post("duiyuan", "/duty/presence")
    await shares(street, at=ago(minutes=2))
    await shares(street, position=MARKET | {"lat": 24.2}, at=ago(minutes=1))
    await shares(street, position=MARKET | {"lat": 24.3}, at=ago(minutes=2))  # arrived late
    assert [each["lat"] for each in await rows("SELECT lat FROM shared_positions")] == [24.2]


async def test_a_tap_erases_it_at_once(street: Street) -> None:
    await street.post("duiyuan", "/duty/presence")
    await shares(street)
    browser = await street.cast.browser("duiyuan")
    assert (await browser.delete("/me/position")).status_code == 200
    assert await count("shared_positions") == 0
    assert (await browser.delete("/me/position")).status_code == 200


@pytest.mark.parametrize(("minutes", "left"), [(120, 1), (120.1, 0)])
async def test_it_is_kept_no_longer_than_the_township_keeps_it(
    street: Street, minutes: float, left: int
) -> None:
    await street.post("duiyuan", "/duty/presence")
    await shares(street)
    street.clock.at(NOON + timedelta(minutes=minutes))
    assert ((await seen(street))[await name_of(street)]["position"] is not None) == bool(left)
    await forget()
    assert await count("shared_positions") == left


async def test_whoever_left_duty_is_forgotten_without_their_phone(street: Street) -> None:
    for who in ("duiyuan", "minjing"):
        await street.post(who, "/duty/presence")
        await shares(street, who)
    await street.delete("duiyuan", "/duty/presence")
    assert (await forget(), await forget()) == (1, 0)
    assert await count("shared_positions") == 1


@pytest.mark.parametrize(
    "position",
    [{"lat": 91, "lon": 0}, {"lat": 24.1}, {"lat": "x", "lon": 1}, {"lat": 1, "lon": 1, "more": 1}],
)
async def test_what_is_no_position_is_refused(street: Street, position: dict[str, Any]) -> None:
    await street.post("duiyuan", "/duty/presence")
    assert (await shares(street, position=position)).status_code == 400


async def test_a_county_body_has_no_command_and_shares_nothing(street: Street) -> None:
    assert (await street.get("gongan", "/command")).status_code == 403
    assert (await shares(street, "gongan")).status_code == 403
