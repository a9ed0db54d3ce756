"""/password: a first password is changed before anything else opens."""

import httpx
import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from backend.foundation.journal import timeline
from tests.rig.cast import Cast

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
