"""The cast can act, in process and inside the test's transaction, by token and by session."""

from backend.foundation.people.permissions import may
from tests.rig.cast import Cast


async def test_people_are_who_the_demo_says_they_are(cast: Cast) -> None:
    leader, officer = await cast.person("lingdao"), await cast.person("duiyuan")
    assert leader.township_id == officer.township_id
    assert not may(await cast.person("guanli"), "patrol.read")


async def test_a_script_is_known_by_its_token(cast: Cast) -> None:
    client = await cast.script("duiyuan")
    assert (await client.get("/api/v1/session")).status_code == 200


async def test_a_browser_is_known_by_its_session(cast: Cast) -> None:
    client = await cast.browser("lingdao")
    assert (await client.get("/api/v1/session")).status_code == 200


async def test_nobody_is_sent_away(cast: Cast) -> None:
    client = await cast.nobody()
    assert (await client.get("/api/v1/session")).status_code == 401


async def test_the_cast_of_a_database_of_its_own_is_committed(own_cast: Cast) -> None:
    client = await own_cast.script("linzhen")
    assert (await client.get("/api/v1/session")).status_code == 200
