"""Signing in: waits that grow, both sides of each, and never a lock."""

import asyncio
from datetime import datetime, timedelta

import pytest

from backend.foundation.database import rows
from backend.foundation.people.delays import FORGET_AFTER, FREE_TRIES, LONGEST_WAIT, wait_after
from backend.foundation.people.sign_in import ADDRESS_TRIES, ADDRESS_WAIT, SignedIn, sign_in
from backend.foundation.refusals import Refusal
from tests.rig.cast import Cast

MORNING = datetime.fromisoformat("2026-11-23T09:10:00+08:00")
RIGHT, WRONG = "liandong-demo", "not the password"
SECOND = timedelta(seconds=1)


async def enter(
    password: str, at: datetime, *, username: str = "duiyuan", address: str = "10.0.0.1"
) -> SignedIn:
    return await sign_in(username, password, device="rig", address=address, at=at)


async def refused(password: str, at: datetime, **where: str) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        await enter(password, at, **where)
    return refusal.value


async def fail(times: int, at: datetime) -> None:
    for _ in range(times):
        assert (await refused(WRONG, at)).code == "wrong_password"


async def test_the_right_password_opens_a_session(cast: Cast) -> None:
    assert (await enter(RIGHT, MORNING)).expires_at == MORNING + timedelta(days=14)


async def test_two_wrong_ones_cost_nothing(cast: Cast) -> None:
    await fail(FREE_TRIES - 1, MORNING)
    await enter(RIGHT, MORNING)


async def test_the_third_makes_the_next_try_wait_a_second_and_no_longer(cast: Cast) -> None:
    await fail(FREE_TRIES, MORNING)
    waiting = await refused(RIGHT, MORNING + SECOND - timedelta(milliseconds=1))
    assert (waiting.code, waiting.extra) == ("sign_in_delayed", {"retry_after": 1})
    await enter(RIGHT, MORNING + SECOND)


async def test_each_further_one_doubles_the_wait(cast: Cast) -> None:
    await fail(FREE_TRIES, MORNING)
    await fail(1, MORNING + SECOND)
    again = MORNING + SECOND + 2 * SECOND
    assert (await refused(RIGHT, again - timedelta(milliseconds=1))).code == "sign_in_delayed"
    await enter(RIGHT, again)


def test_the_wait_grows_and_ends_at_its_ceiling() -> None:
    waits = [wait_after(failures, free=FREE_TRIES, longest=LONGEST_WAIT) for failures in range(30)]
    assert waits == sorted(waits)
    assert waits[FREE_TRIES - 1] == timedelta(0)
    assert waits[-1] == LONGEST_WAIT


async def test_a_try_while_waiting_does_not_make_it_longer(cast: Cast) -> None:
    await fail(FREE_TRIES, MORNING)
    for _ in range(5):
        await refused(WRONG, MORNING)
    await enter(RIGHT, MORNING + SECOND)


async def test_guesses_sent_all_at_once_get_no_further_than_those_sent_in_turn(own_cast: Cast) -> None:
    guesses = [enter(password, MORNING) for password in [*[WRONG] * 20, RIGHT]]
    answers = await asyncio.gather(*guesses, return_exceptions=True)
    codes = [answer.code for answer in answers if isinstance(answer, Refusal)]
    assert len(codes) == len(guesses)
    assert codes[-1] == "sign_in_delayed"


async def test_after_an_hour_without_a_try_it_begins_anew(cast: Cast) -> None:
    await fail(FREE_TRIES, MORNING)
    later = MORNING + FORGET_AFTER + SECOND
    await fail(FREE_TRIES - 1, later)
    await enter(RIGHT, later)


async def test_within_the_hour_it_does_not(cast: Cast) -> None:
    await fail(FREE_TRIES, MORNING)
    later = MORNING + FORGET_AFTER
    await fail(1, later)
    assert (await refused(RIGHT, later)).code == "sign_in_delayed"


async def test_a_sign_in_wipes_the_slate(cast: Cast) -> None:
    await fail(FREE_TRIES - 1, MORNING)
    await enter(RIGHT, MORNING)
    await fail(FREE_TRIES - 1, MORNING)
    await enter(RIGHT, MORNING)


async def test_somebody_elses_failures_delay_nobody_at_the_same_address(cast: Cast) -> None:
    await fail(FREE_TRIES, MORNING)
    await enter(RIGHT, MORNING, username="duizhang")


async def test_an_address_that_tries_very_many_names_waits_too(cast: Cast) -> None:
    await rows(
        "INSERT INTO sign_in_delays (key, failures, last_at, open_at) VALUES (?, ?, ?, ?)",
        "address:10.0.0.1",
        ADDRESS_TRIES - 1,
        MORNING,
        MORNING,
    )
    await refused(WRONG, MORNING, username="nobody-known")
    assert (await refused(RIGHT, MORNING, username="duizhang")).code == "sign_in_delayed"
    await enter(RIGHT, MORNING, username="duizhang", address="10.0.0.2")
    await enter(RIGHT, MORNING + ADDRESS_WAIT, username="duizhang")


async def test_a_name_nobody_has_is_refused_in_the_same_words(cast: Cast) -> None:
    known, unknown = await refused(WRONG, MORNING), await refused(WRONG, MORNING, username="niemand")
    assert (known.code, known.detail, known.extra) == (unknown.code, unknown.detail, unknown.extra)


async def test_who_has_left_or_was_never_given_a_password_cannot_sign_in(cast: Cast) -> None:
    await rows("UPDATE officers SET left_at = ? WHERE username = 'duiyuan'", MORNING)
    assert (await refused(RIGHT, MORNING)).code == "wrong_password"
    assert (await refused("", MORNING, username="minjing2")).code == "wrong_password"


async def test_how_long_a_session_lasts_is_the_townships_setting(cast: Cast) -> None:
    person = await cast.person("duiyuan")
    await rows(
        "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
        person.id,
        person.township_id,
        "session.days",
        "1",
        person.id,
        MORNING,
    )
    assert (await enter(RIGHT, MORNING)).expires_at == MORNING + timedelta(days=1)
    assert (await enter(RIGHT, MORNING, username="linzhen")).expires_at == MORNING + timedelta(days=14)
