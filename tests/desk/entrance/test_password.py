"""/password: a first password is changed before anything else opens."""

import asyncio

import httpx
import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import rows, transaction
from backend.foundation.journal import timeline
from backend.foundation.people.delays import FREE_TRIES
from backend.foundation.people.passwords import hash_password
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.meanwhile import meanwhile

FRESH = "老街口的石榴树开花了"
FORM = {"current": "liandong-demo", "password": FRESH, "again": FRESH}


async def newcomer(cast: Cast) -> httpx.AsyncClient:
    await rows("UPDATE officers SET must_change_password = ? WHERE username = 'duiyuan'", True)
    return await cast.browser("duiyuan")


async def works(cast: Cast, password: str) -> bool:
    door = await cast.nobody()
    answer = await door.post("/login", data={"username": "duiyuan", "password": password})
    return answer.status_code == 303


async def test_the_sign_in_with_a_first_password_leads_there(cast: Cast) -> None:
    await newcomer(cast)
    door = await cast.nobody()
    answer = await door.post(
        "/login", data={"username": "duiyuan", "password": "liandong-demo", "next": "/me"}
    )
    assert answer.headers["location"] == "/password"


@pytest.mark.parametrize("path", ["/", "/me", "/me/devices"])
async def test_until_then_every_page_leads_there(cast: Cast, path: str) -> None:
    answer = await (await newcomer(cast)).get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/password")


async def test_until_then_a_script_is_told_so(cast: Cast) -> None:
    await newcomer(cast)
    answer = await (await cast.script("duiyuan")).get("/api/v1/units")
    assert (answer.status_code, answer.json()["code"]) == (403, "password_must_change")


async def test_one_may_still_look_at_oneself_and_leave(cast: Cast) -> None:
    here = await newcomer(cast)
    assert (await here.get("/api/v1/session")).json()["must_change_password"] is True
    assert (await here.post("/sign-out")).status_code == 303


async def test_setting_it_opens_the_house(cast: Cast) -> None:
    here = await newcomer(cast)
    answer = await here.post("/password", data={"password": FRESH, "again": FRESH})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert await works(cast, FRESH)
    assert not await works(cast, "liandong-demo")


async def test_every_session_ends_and_this_browser_gets_a_new_one(cast: Cast) -> None:
    here, there = await cast.browser("duiyuan"), await cast.browser("duiyuan")
    answer = await here.post("/password", data=FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, "/me")
    for old in (here, there):
        assert (await old.get("/api/v1/session")).status_code == 401
    renewed = await (await cast.nobody()).get(
        "/api/v1/session", headers={"Cookie": answer.headers["set-cookie"].split(";")[0]}
    )
    assert renewed.json()["username"] == "duiyuan"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"current": "falsch"}, "原密码不对"),
        ({"again": "老街口的石榴树谢了哟哟"}, "两次输入的不一样"),
        ({"password": "短", "again": "短"}, "至少10个字符"),
        ({"password": "duiyuan2026", "again": "duiyuan2026"}, "换一个不容易猜到的"),
        ({"password": "", "again": ""}, "至少10个字符"),
    ],
)
async def test_a_refusal_stands_under_its_field_and_changes_nothing(
    cast: Cast, change: dict[str, str], sentence: str
) -> None:
    here = await cast.browser("duiyuan")
    answer = await here.post("/password", data=FORM | change)
    assert answer.status_code in (400, 422)
    assert sentence in answer.text
    assert FRESH not in answer.text
    assert await works(cast, "liandong-demo")
    assert (await here.get("/api/v1/session")).status_code == 200


async def test_the_same_password_again_is_no_change(cast: Cast) -> None:
    await rows(
        "UPDATE officers SET password_hash = (SELECT password_hash FROM officers WHERE username = 'minjing')"
    )
    here = await cast.browser("duiyuan")
    await here.post("/password", data=FORM)
    door = await cast.nobody()
    entered = await door.post("/login", data={"username": "duiyuan", "password": FRESH})
    cookie = {"Cookie": entered.headers["set-cookie"].split(";")[0], "Sec-Fetch-Site": "same-origin"}
    again = await door.post("/password", data=FORM | {"current": FRESH}, headers=cookie)
    assert again.status_code == 422
    assert "换一个" in again.text


async def test_the_journal_says_that_it_was_changed_and_nothing_of_it(cast: Cast) -> None:
    await (await cast.browser("duiyuan")).post("/password", data=FORM)
    [moment] = await timeline("officer", officer_id("duiyuan"))
    assert (moment.kind, moment.payload) == ("officer.password_changed", {"username": "duiyuan"})


async def guess(here: httpx.AsyncClient, times: int) -> None:
    for _ in range(times):
        assert "原密码不对" in (await here.post("/password", data=FORM | {"current": "falsch"})).text


async def test_guessing_the_password_of_an_unlocked_phone_gets_slower(cast: Cast, clock: Clock) -> None:
    clock.at("2026-11-23T09:10:00+08:00")
    here = await cast.browser("duiyuan")
    await guess(here, FREE_TRIES)
    waiting = await here.post("/password", data=FORM)
    assert (waiting.status_code, waiting.headers["retry-after"]) == (429, "2")
    assert "请等2秒再试" in waiting.text
    clock.later(seconds=1)
    assert (await here.post("/password", data=FORM)).status_code == 303


async def test_one_wrong_try_less_costs_nothing_and_the_right_one_wipes_the_slate(cast: Cast) -> None:
    here = await cast.browser("duiyuan")
    for _ in range(2):
        await guess(here, FREE_TRIES - 1)
        assert "容易猜到" in (await here.post("/password", data=FORM | {"password": "duiyuan2026", "again": "duiyuan2026"})).text  # fmt: skip


async def test_of_guesses_sent_all_at_once_no_more_are_judged_than_of_those_sent_in_turn(
    own_cast: Cast, clock: Clock
) -> None:
    clock.at("2026-11-23T09:10:00+08:00")
    here = await own_cast.browser("duiyuan")
    guesses = [here.post("/password", data=FORM | {"current": "falsch"}) for _ in range(12)]
    answers = sorted(answer.status_code for answer in await asyncio.gather(*guesses))
    assert answers == [400] * FREE_TRIES + [429] * (12 - FREE_TRIES)


async def reset_by_an_administrator() -> None:
    await rows(
        "UPDATE officers SET password_hash = ?, must_change_password = TRUE WHERE username = 'duiyuan'",
        await hash_password("k7mp-2rte-9wxa"),
    )
    await rows("UPDATE sessions SET ended_at = created_at WHERE officer = ?", officer_id("duiyuan"))


async def test_a_new_password_does_not_come_over_a_reset_of_the_same_instant(own_cast: Cast) -> None:
    here = await own_cast.browser("duiyuan")
    async with transaction():
        await reset_by_an_administrator()
        changing = await meanwhile(here.post("/password", data=FORM))
    refused = await changing
    assert refused.status_code == 409
    assert "密码刚刚被重置过" in refused.text
    assert await works(own_cast, "k7mp-2rte-9wxa")
    assert not await works(own_cast, FRESH)


async def test_who_signs_in_at_the_instant_of_a_reset_is_not_let_in_with_the_old_one(own_cast: Cast) -> None:
    door = await own_cast.nobody()
    async with transaction():
        await reset_by_an_administrator()
        entering = await meanwhile(
            door.post("/login", data={"username": "duiyuan", "password": "liandong-demo"})
        )
    assert (await entering).status_code == 401
    assert await rows("SELECT id FROM sessions WHERE ended_at IS NULL") == []
