"""/api/v1/session and /api/v1/keys."""

import httpx

from backend.foundation.journal.signing import is_signed, sign
from backend.foundation.people.csrf import is_csrf_token
from tests.rig.cast import Cast

RIGHT = {"username": "duiyuan", "password": "liandong-demo"}


def cookie_of(answer: httpx.Response) -> str:
    return answer.headers["set-cookie"].split(";")[0].removeprefix("session=")


async def test_a_session_tells_who_it_is(cast: Cast) -> None:
    told = (await (await cast.browser("duiyuan")).get("/api/v1/session")).json()
    assert (told["username"], told["name"], told["unit"], told["roles"]) == (
        "duiyuan",
        "沈禾",
        "sfz-zfd",
        ["officer"],
    )


async def test_a_token_needs_no_token_against_forged_forms(cast: Cast) -> None:
    assert (await (await cast.script("duiyuan")).get("/api/v1/session")).json()["csrf"] == ""


async def test_nobody_gets_a_problem_document(cast: Cast) -> None:
    answer = await (await cast.nobody()).get("/api/v1/session")
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_signing_in_by_script_opens_a_session_and_tells_its_form_token(cast: Cast) -> None:
    answer = await (await cast.nobody()).post("/api/v1/session", json=RIGHT)
    assert answer.status_code == 201
    assert is_csrf_token(cookie_of(answer), answer.json()["csrf"])
    assert answer.json()["id"] == str((await cast.person("duiyuan")).id)


async def test_signing_in_over_the_page_ends_the_session_that_was_still_there(cast: Cast) -> None:
    here = await cast.browser("duiyuan")
    assert (await here.post("/api/v1/session", json=RIGHT)).status_code == 201
    assert (await here.get("/api/v1/session")).status_code == 401


async def test_a_wrong_password_is_told_apart_from_a_missing_session(cast: Cast) -> None:
    answer = await (await cast.nobody()).post("/api/v1/session", json=RIGHT | {"password": "falsch"})
    assert (answer.status_code, answer.json()["code"]) == (401, "wrong_password")


async def test_what_does_not_belong_there_is_refused(cast: Cast) -> None:
    door = await cast.nobody()
    unknown = await door.post("/api/v1/session", json=RIGHT | {"remember": True})
    assert (unknown.status_code, unknown.json()["code"]) == (400, "unknown_field")
    broken = await door.post(
        "/api/v1/session", content=b"{\xff", headers={"Content-Type": "application/json"}
    )
    assert (broken.status_code, broken.json()["code"]) == (400, "invalid_json")


async def test_a_page_of_another_site_signs_nobody_in(cast: Cast) -> None:
    door = await cast.nobody()
    answer = await door.post("/api/v1/session", json=RIGHT, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.json()["code"] == "csrf"


async def test_the_key_receipts_are_signed_with_is_open_to_everybody(cast: Cast) -> None:
    [key] = (await (await cast.nobody()).get("/api/v1/keys")).json()["items"]
    assert is_signed(b"a receipt", sign(b"a receipt"), key["public_key"])
