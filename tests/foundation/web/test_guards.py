"""A write by cookie comes from our own pages and carries the token of its own session; a bearer token is enough alone."""

import httpx
import pytest

from backend.foundation.database import execute
from backend.foundation.people.csrf import csrf_token
from backend.foundation.web.guards import requires
from tests.field.street import code_of
from tests.rig.cast import Cast

WRITE = "/api/v1/places/0190b7c0-0000-7000-8000-000000000001"
BODY = {"name": "早市", "kind": "market", "position": {"lat": 24.16, "lon": 102.39, "source": "map"}}
TOKEN = "X-CSRFToken"


async def write(client: httpx.AsyncClient, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.put(WRITE, json=BODY, headers=named)


async def post_form(client: httpx.AsyncClient, path: str = "/appearance", **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return (await client.post(path, data={"theme": "dark"}, headers=named)).status_code


async def captain(cast: Cast) -> httpx.AsyncClient:
    """A browser whose requests carry no token unless a test gives one."""
    browser = await cast.browser("duizhang")
    browser.headers["X-Test-Token"] = browser.headers.pop(TOKEN)
    return browser


async def test_the_token_of_the_page_lets_a_write_through(cast: Cast) -> None:
    browser = await captain(cast)
    assert (await write(browser, X_CSRFToken=browser.headers["X-Test-Token"])).status_code == 201


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "null", "//", "http://house.test:x"])
async def test_an_origin_that_is_none_lets_no_form_through(cast: Cast, origin: str) -> None:
    assert await post_form(await captain(cast), Origin=origin) == 403
    assert await post_form(await cast.nobody(), "/login", Origin=origin) == 403


@pytest.mark.parametrize("host", ["http://x:99999999/", "a:b", "[", ""])
async def test_a_host_nobody_has_is_no_fault_of_the_server(cast: Cast, host: str) -> None:
    script, asked = await cast.script("duizhang"), {"Host": host}
    # 400: Litestar itself reads the query by way of the host.
    assert (await script.get("/api/v1/places", headers=asked)).status_code in (200, 400)
    assert (await script.get("/matters", headers=asked)).status_code in (200, 400)
    missing = await script.get("/api/v1/none", headers=asked)
    assert missing.json()["code"] in ("not_found", "bad_request")
    nobody = await (await cast.nobody()).get("/matters?of=x", headers=asked)
    assert nobody.headers.get("location", "") in ("", "/login?next=%2Fmatters%3Fof%3Dx")
    assert nobody.status_code in (303, 400)


async def test_the_other_name_of_the_header_is_known_too(cast: Cast) -> None:
    browser = await captain(cast)
    assert (await write(browser, X_CSRF_Token=browser.headers["X-Test-Token"])).status_code == 201


async def test_a_write_without_a_token_is_refused(cast: Cast) -> None:
    browser = await captain(cast)
    assert code_of(await write(browser)) == (403, "csrf")
    assert code_of(await write(browser, Sec_Fetch_Site="same-origin")) == (403, "csrf")


@pytest.mark.parametrize("token", ["", "wrong", "00" * 32, "00" * 16])
async def test_a_wrong_token_is_refused_wherever_it_comes_from(cast: Cast, token: str) -> None:
    browser = await captain(cast)
    assert code_of(await write(browser, X_CSRFToken=token, Sec_Fetch_Site="same-origin")) == (403, "csrf")


async def test_the_token_of_another_session_is_refused(cast: Cast) -> None:
    browser, other = await captain(cast), await captain(cast)
    assert code_of(await write(browser, X_CSRFToken=other.headers["X-Test-Token"])) == (403, "csrf")
    assert code_of(await write(browser, X_CSRFToken=csrf_token("nobody's"))) == (403, "csrf")


async def test_reading_needs_no_token(cast: Cast) -> None:
    assert (
        await (await captain(cast)).get("/api/v1/places", headers={"Sec-Fetch-Site": "cross-site"})
    ).status_code == 200


async def test_a_bearer_token_needs_no_other(cast: Cast) -> None:
    script = await cast.script("duizhang")
    assert (await write(script, Sec_Fetch_Site="cross-site")).status_code == 201


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec_Fetch_Site": "same-origin"}, 303),
        ({"Sec_Fetch_Site": "none"}, 303),
        ({"Origin": "http://house.test"}, 303),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Origin": "http://house.test"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
)
async def test_a_plain_form_is_told_by_where_it_comes_from(
    cast: Cast, headers: dict[str, str], status: int
) -> None:
    assert await post_form(await captain(cast), **headers) == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Sec_Fetch_Site": "same-origin"}, 401),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
    ],
)
async def test_signing_in_is_open_to_all_but_forged_forms(
    cast: Cast, headers: dict[str, str], status: int
) -> None:
    assert await post_form(await cast.nobody(), "/login", **headers) == status


async def test_a_first_password_is_changed_before_anything_else(cast: Cast) -> None:
    browser = await cast.browser("duizhang")
    await execute("UPDATE officers SET must_change_password = TRUE WHERE username = ?", "duizhang")
    assert code_of(await browser.get("/api/v1/places")) == (403, "password_must_change")
    assert (await browser.get("/patrols")).headers["location"] == "/password"
    assert (await browser.get("/password")).status_code == 200
    assert (await browser.get("/api/v1/session")).status_code == 200


async def test_a_role_without_the_act_is_refused(cast: Cast) -> None:
    assert code_of(await write(await cast.script("duiyuan"))) == (403, "not_allowed")


async def test_nobody_is_asked_to_sign_in(cast: Cast) -> None:
    nobody = await cast.nobody()
    assert code_of(await write(nobody)) == (401, "not_signed_in")
    assert (await nobody.get("/patrols?x=1")).headers["location"] == "/login?next=%2Fpatrols%3Fx%3D1"


def test_a_guard_for_an_act_nobody_wrote_down_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        requires("patrol.dream")
