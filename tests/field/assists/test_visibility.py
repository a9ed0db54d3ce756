"""Who sees a call and hears of it: the same people, on duty or not, wherever it was made."""

from uuid import UUID

import pytest

from backend.demo.organisation import organisation
from backend.field.assists.queries.visible import audience, find
from backend.foundation.records.audience import tokens_of
from tests.field.assists.calls import MARKET, Calls

TOWNSHIP = {
    "duiyuan", "duiyuan2", "xieguan", "duizhang", "neiqin", "minjing", "suozhang", "jiaojing", "lingdao", "zhenzhang", "zhihui",
}  # fmt: skip
OUTSIDE = {**MARKET, "lat": 24.0}
EVERYBODY = [name for name, told in organisation()["officers"].items() if told.get("password", True)]


async def sees_and_hears(calls: Calls, assist: str) -> set[str]:
    """Both must be the same people."""
    concerned = await audience(UUID(assist))
    assert concerned is not None
    people = [await calls.street.cast.person(username) for username in EVERYBODY]
    hears = {each.username for each in people if not concerned.tokens.isdisjoint(tokens_of(each))}
    sees = {each.username for each in people if await find(each, UUID(assist))}
    assert hears == sees
    return sees


async def test_police_team_dispatcher_and_leaders_of_the_township(calls: Calls) -> None:
    assert await sees_and_hears(calls, await calls.raised()) == TOWNSHIP


@pytest.mark.parametrize("who", ["ziran", "dangban", "guanli", "chengguan", "jiancha"])
async def test_whoever_calls_sees_their_own(calls: Calls, who: str) -> None:
    assert await sees_and_hears(calls, await calls.raised(who)) == TOWNSHIP | {who}


async def test_whoever_walks_along_and_whoever_comes(calls: Calls) -> None:
    await calls.street.patrol(crew=["duiyuan", "shichang", "chengguan"])
    assist = await calls.raised()
    assert await sees_and_hears(calls, assist) == TOWNSHIP | {"shichang", "chengguan"}


async def test_somebody_spoken_for_sees_what_they_came_to(calls: Calls) -> None:
    assist = await calls.raised()
    await calls.do(
        "zhihui", assist, "acknowledgement", {"by": "gongan", "channel": "phone", "words": "知道了"}
    )
    assert await sees_and_hears(calls, assist) == TOWNSHIP | {"gongan"}


async def test_where_no_township_is_known_public_security_sees_it(calls: Calls) -> None:
    assist = await calls.raised("chengguan", position=OUTSIDE)
    assert await sees_and_hears(calls, assist) == {"chengguan", "gongan"}


async def test_a_call_without_a_position_of_whoever_serves_the_county_reaches_public_security(
    calls: Calls,
) -> None:
    assist = await calls.raised("yingji", position=None)
    assert await sees_and_hears(calls, assist) == {"yingji", "gongan"}
    found = await calls.do("gongan", assist, "acknowledgement")
    assert [each["username"] for each in found["responders"]] == ["gongan"]


async def test_another_township_sees_its_own_only(calls: Calls) -> None:
    assert await sees_and_hears(calls, await calls.raised("linzhen")) == {"linzhen"}


async def test_the_list_is_what_one_may_see_newest_first(calls: Calls) -> None:
    first = await calls.raised()
    calls.street.clock.later(minutes=1)
    second = await calls.raised("duizhang", exercise=True)
    await calls.raised("linzhen")

    async def listed(who: str, query: str = "") -> list[str]:
        return [each["id"] for each in (await calls.street.get(who, f"/assists{query}")).json()["items"]]

    assert await listed("minjing") == [second, first]
    assert await listed("minjing", "?exercise=false") == [first]
    assert await listed("minjing", "?state=ended") == []
    assert await listed("ziran") == []
    page = (await calls.street.get("minjing", "/assists?limit=1")).json()
    assert await listed("minjing", f"?cursor={page['next']}") == [first]
