"""Sessions and tokens: who they are, how long, and that their end is at once."""

from datetime import datetime, timedelta

from backend.demo.organisation import officer_id
from backend.foundation.database import row, rows
from backend.foundation.people.sessions import (
    SEEN_EVERY,
    devices_of,
    digest_of,
    end_other_sessions,
    end_session,
    mark_seen,
    open_session,
    person_of_session,
)
from backend.foundation.people.tokens import end_token, issue_token, person_of_token, tokens_of
from tests.rig.cast import Cast

MORNING = datetime.fromisoformat("2026-11-23T09:10:00+08:00")
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
SHEN, CHENG = officer_id("duiyuan"), officer_id("duiyuan2")


async def opened(at: datetime = MORNING) -> str:
    cookie, _ = await open_session(SHEN, device="手机", address="10.0.0.1", at=at, lasting=DAY)
    return cookie


async def known(cookie: str, at: datetime = MORNING) -> bool:
    return await person_of_session(cookie, at) is not None


async def test_the_database_holds_only_the_digest_of_a_cookie(cast: Cast) -> None:
    cookie = await opened()
    held = await rows("SELECT * FROM sessions")
    assert [session["id"] for session in held] == [digest_of(cookie)]
    assert cookie not in str(held)


async def test_what_the_database_holds_opens_nothing(cast: Cast) -> None:
    assert not await known(digest_of(await opened()))


async def test_a_session_ends_at_its_last_second(cast: Cast) -> None:
    cookie = await opened()
    assert await known(cookie, MORNING + DAY - SECOND)
    assert not await known(cookie, MORNING + DAY)


async def test_an_ended_session_is_nobody_at_once(cast: Cast) -> None:
    cookie = await opened()
    assert await end_session(SHEN, digest_of(cookie), MORNING)
    assert not await known(cookie)
    assert not await end_session(SHEN, digest_of(cookie), MORNING)


async def test_nobody_ends_the_session_of_somebody_else(cast: Cast) -> None:
    cookie = await opened()
    assert not await end_session(CHENG, digest_of(cookie), MORNING)
    assert await known(cookie)


async def test_ending_all_others_keeps_this_one(cast: Cast) -> None:
    here, there, elsewhere = await opened(), await opened(), await opened()
    assert await end_other_sessions(SHEN, digest_of(here), MORNING) == 2
    assert [await known(cookie) for cookie in (here, there, elsewhere)] == [True, False, False]


async def test_who_leaves_is_nobody_at_their_next_request(cast: Cast) -> None:
    cookie, token = await opened(), await issue_token(SHEN, "rig", MORNING)
    await rows("UPDATE officers SET left_at = ? WHERE id = ?", MORNING, SHEN)
    assert not await known(cookie)
    assert await person_of_token(token) is None


async def test_a_new_part_to_play_counts_at_the_next_request(cast: Cast) -> None:
    cookie = await opened()
    await rows("UPDATE officers SET roles = ? WHERE id = ?", '["captain", "clerk"]', SHEN)
    person = await person_of_session(cookie, MORNING)
    assert person is not None
    assert person.roles == {"captain", "clerk"}


async def test_being_seen_is_written_down_every_few_minutes_only(cast: Cast) -> None:
    cookie = await opened()
    for at in (MORNING + SEEN_EVERY, MORNING + SEEN_EVERY + SECOND):
        person = await person_of_session(cookie, at)
        assert person is not None
        assert person.seen_at == MORNING
        await mark_seen(person, at)
    seen = await row("SELECT seen_at FROM sessions")
    assert seen == {"seen_at": MORNING + SEEN_EVERY + SECOND}


async def test_devices_are_those_still_signed_in_the_latest_used_first(cast: Cast) -> None:
    old, new = await opened(), await opened(MORNING + SECOND)
    await end_session(SHEN, digest_of(await opened()), MORNING)
    await opened(MORNING - DAY)
    assert [device.id for device in await devices_of(SHEN, MORNING)] == [digest_of(new), digest_of(old)]


async def test_a_token_works_until_its_owner_takes_it_back(cast: Cast) -> None:
    token = await issue_token(SHEN, "统计脚本", MORNING)
    [listed] = await tokens_of(SHEN)
    assert (listed.name, listed.id) == ("统计脚本", digest_of(token))
    assert not await end_token(CHENG, listed.id, MORNING)
    person = await person_of_token(token)
    assert person is not None
    assert person.session_id is None
    assert await end_token(SHEN, listed.id, MORNING)
    assert await person_of_token(token) is None
    assert await tokens_of(SHEN) == []
