"""/login and /sign-out as a browser meets them."""

from datetime import timedelta

import httpx
import pytest

from backend.foundation.database import rows
from backend.foundation.now import now
from tests.rig.cast import Cast

FORM = {"username": "duiyuan", "password": "liandong-demo"}


async def enter(door: httpx.AsyncClient, **more: str) -> httpx.Response:
    return await door.post("/login", data=FORM | more)


async def test_the_page_says_whose_product_it_is_and_offers_the_demos_sign_ins(cast: Cast) -> None:
    text = (await (await cast.nobody()).get("/login")).text
    assert "示范县乡镇综合行政执法协同" in text
    assert 'href="/login?as=duiyuan"' in text
    assert 'href="/login?as=minjing2"' not in text, "who has no password cannot sign in"
    assert "tel:110" in text


async def test_outside_a_demo_no_sign_in_is_offered(cast: Cast) -> None:
    await rows("UPDATE counties SET demo = ?", False)
    text = (await (await cast.nobody()).get("/login?as=duiyuan")).text
    assert "liandong-demo" not in text
    assert 'value="duiyuan"' in text


async def test_signing_in_leads_to_today_with_a_cookie_scripts_cannot_read(cast: Cast) -> None:
    answer = await enter(await cast.nobody())
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "session=" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert f"Max-Age={14 * 24 * 3600 - 1}" in cookie or f"Max-Age={14 * 24 * 3600}" in cookie


async def test_a_wrong_password_keeps_the_name_and_says_so_beside_the_field(cast: Cast) -> None:
    door = await cast.nobody()
    answer = await enter(door, password="falsch", next="/patrols")
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
    assert 'value="duiyuan"' in answer.text
    assert 'value="/patrols"' in answer.text
    assert "falsch" not in answer.text
    assert "用户名或密码不对" in answer.text


async def test_too_many_wrong_ones_say_how_long_to_wait(cast: Cast) -> None:
    door = await cast.nobody()
    for _ in range(3):
        await enter(door, password="falsch")
    answer = await enter(door)
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "1"
    assert "请等1秒再试" in answer.text


async def test_a_cookie_planted_before_the_sign_in_opens_nothing_after_it(cast: Cast) -> None:
    attacker = await cast.nobody()
    planted = {"Cookie": "session=chosen-by-the-attacker"}
    victim = await attacker.post("/login", data=FORM, headers=planted)
    assert "chosen-by-the-attacker" not in victim.headers["set-cookie"]
    assert (await attacker.get("/api/v1/session", headers=planted)).status_code == 401


async def test_signing_in_again_ends_the_session_this_browser_had(cast: Cast) -> None:
    before = await cast.browser("duizhang")
    answer = await before.post("/login", data=FORM)
    assert answer.status_code == 303
    assert (await before.get("/api/v1/session")).status_code == 401


async def test_whoever_is_signed_in_already_goes_on(cast: Cast) -> None:
    here = await cast.browser("duiyuan")
    assert (await here.get("/login")).headers["location"] == "/"
    assert (await here.get("/login?next=/me")).headers["location"] == "/me"


@pytest.mark.parametrize("path", ["/patrols", "/ledger?from=2026-11-01&q=%E5%B8%82%E5%9C%BA"])
async def test_afterwards_one_is_where_one_wanted_to_go(cast: Cast, path: str) -> None:
    assert (await enter(await cast.nobody(), next=path)).headers["location"] == path


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\n//evil.example",
        "javascript:alert(1)",
        "patrols",
        "/a b",
        " /patrols\r\nSet-Cookie: x=y",
    ],
)
async def test_never_on_another_site(cast: Cast, path: str) -> None:
    assert (await enter(await cast.nobody(), next=path)).headers["location"] in ("/", "/patrols")


async def test_a_form_of_another_site_signs_nobody_in(cast: Cast) -> None:
    door = await cast.nobody()
    for told in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        answer = await door.post("/login", data=FORM, headers=told)
        assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"\xff\xfe", "application/x-www-form-urlencoded", 400),
        (b"username=%FF", "application/x-www-form-urlencoded", 400),
        (b"{}", "application/json", 415),
        (b"a=1&" * 600, "application/x-www-form-urlencoded", 400),
        (b"", "application/x-www-form-urlencoded", 401),
        (b"username=" + b"x" * 100_000, "application/x-www-form-urlencoded", 401),
        (b"username=%00&password=%00", "application/x-www-form-urlencoded", 400),
    ],
)
async def test_what_is_no_form_is_refused_in_words(
    cast: Cast, content: bytes, kind: str, status: int
) -> None:
    answer = await (await cast.nobody()).post("/login", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert "<title>" in answer.text


async def test_signing_out_ends_the_session_and_empties_the_browsers_cache(cast: Cast) -> None:
    here = await cast.browser("duiyuan")
    answer = await here.post("/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert answer.headers["clear-site-data"] == '"cache"'
    assert 'session="";' in answer.headers["set-cookie"].replace("session=;", 'session="";')
    assert (await here.get("/api/v1/session")).status_code == 401


async def test_signing_out_leaves_the_other_devices_signed_in(cast: Cast) -> None:
    here, there = await cast.browser("duiyuan"), await cast.browser("duiyuan")
    await here.post("/sign-out")
    assert (await there.get("/api/v1/session")).status_code == 200


async def test_a_page_asked_for_without_a_session_comes_after_the_sign_in(cast: Cast) -> None:
    answer = await (await cast.nobody()).get("/me/devices?x=1")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=%2Fme%2Fdevices%3Fx%3D1"


async def test_an_expired_session_is_told_so_and_leads_back(cast: Cast) -> None:
    here = await cast.browser("duiyuan")
    await rows("UPDATE sessions SET expires_at = ?", now() - timedelta(seconds=1))
    answer = await here.get("/me")
    assert answer.headers["location"] == "/login?next=%2Fme&expired=1"
    assert "登录过期了" in (await here.get(answer.headers["location"])).text


async def test_a_form_sent_too_late_leads_back_to_the_page_it_was_written_on(cast: Cast) -> None:
    here = await cast.browser("guanli")
    await rows("UPDATE sessions SET ended_at = ?", now())
    answer = await here.post(
        "/units", data={"name": "水利站"}, headers={"Referer": "http://house.test/units/new"}
    )
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/login?next=%2Funits%2Fnew&expired=1",
    )


async def test_a_part_of_a_page_is_left_alone_so_that_the_page_can_ask(cast: Cast) -> None:
    answer = await (await cast.nobody()).get("/me", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["hx-reswap"] == "none"
