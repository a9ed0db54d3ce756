"""本机锁: a township that sets it has its pages drawn shut, for the phone to open; no other township has."""

import pytest
from httpx import AsyncClient

from backend.foundation.database import rows
from backend.foundation.now import now
from tests.office.settings.test_settings import SFZ
from tests.rig.cast import Cast

DOOR = 'data-behaviour="sign-in"'


async def set_minutes(minutes: int) -> None:
    await rows(
        "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
        SFZ,
        SFZ,
        "lock.idle_minutes",
        str(minutes),
        SFZ,
        now(),
    )


async def text_of(someone: AsyncClient, path: str) -> str:
    return (await someone.get(path)).text


async def test_where_nothing_is_set_nothing_of_a_lock_is_there(cast: Cast) -> None:
    text = await text_of(await cast.browser("duiyuan"), "/")
    assert "data-lock" not in text
    assert 'id="lock"' not in text
    assert DOOR not in await text_of(await cast.nobody(), "/login")


@pytest.mark.parametrize("path", ["/", "/patrols/new", "/outbox", "/me"])
async def test_every_page_of_the_township_is_drawn_shut_with_the_lock_and_help_on_it(
    cast: Cast, path: str
) -> None:
    await set_minutes(5)
    text = await text_of(await cast.browser("duiyuan"), path)
    person = (await cast.person("duiyuan")).id
    assert f'<html lang="zh-CN" data-lock="5" data-lock-person="{person}" data-locked>' in text
    lock = text[text.index('id="lock"') :]
    assert 'href="tel:110"' in lock
    assert 'data-dialog="assist-now"' in lock


async def test_the_door_keeps_what_opens_the_lock_once_some_township_has_one(cast: Cast) -> None:
    await set_minutes(5)
    assert DOOR in await text_of(await cast.nobody(), "/login")


async def test_another_township_and_the_county_are_left_alone(cast: Cast) -> None:
    await set_minutes(5)
    for username in ("linzhen", "fayuan"):
        assert "data-lock=" not in await text_of(await cast.browser(username), "/")
