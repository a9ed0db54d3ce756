"""One refusal, three forms: a problem document for scripts, a page for people, a part of a page for htmx."""

from typing import Any
from uuid import uuid4

import pytest
from litestar import Request
from litestar.exceptions import HTTPException, InternalServerException

from backend.foundation.refusals import Refusal
from backend.foundation.web.errors import _refusal_of, http_refused
from tests.rig.cast import Cast, app

HTMX = {"HX-Request": "true"}


async def test_a_script_gets_a_problem_document(cast: Cast) -> None:
    answer = await (await cast.script("duiyuan")).get("/api/v1/patrols?limit=0")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "/api/v1/problems/invalid",
        "title": "有内容填得不对",
        "status": 400,
        "code": "invalid",
        "detail": "按提示改好再提交，已填的都还在",
        "fields": {"limit": "1 到 200"},
    }


async def test_a_person_gets_a_page_with_a_way_out(cast: Cast) -> None:
    answer = await (await cast.browser("guanli")).get("/patrols")
    assert answer.status_code == 403
    assert "<!doctype html>" in answer.text
    assert "这件事不归你的岗位办" in answer.text
    assert "代码 not_allowed" in answer.text
    assert "回到今日" in answer.text


async def test_htmx_gets_a_part_put_where_refusals_stand(cast: Cast) -> None:
    answer = await (await cast.browser("guanli")).get("/patrols", headers=HTMX)
    assert answer.status_code == 403
    assert "<!doctype" not in answer.text
    assert answer.headers["hx-retarget"] == "#refusal"
    assert answer.headers["hx-reswap"] == "innerHTML show:#refusal:top"


async def test_htmx_that_restores_a_page_gets_a_page(cast: Cast) -> None:
    restoring = HTMX | {"HX-History-Restore-Request": "true"}
    answer = await (await cast.browser("guanli")).get("/patrols", headers=restoring)
    assert "<!doctype html>" in answer.text


async def test_an_expired_session_leads_a_page_to_the_sign_in_and_back(cast: Cast) -> None:
    nobody = await cast.nobody()
    nobody.headers["Cookie"] = "session=gone"
    answer = await nobody.get("/patrols")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fpatrols&expired=1")


async def test_an_expired_session_swaps_nothing_into_the_page(cast: Cast) -> None:
    answer = await (await cast.nobody()).get("/patrols", headers=HTMX)
    assert (answer.status_code, answer.headers["hx-reswap"]) == (401, "none")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "bad_request"),
        (401, "not_signed_in"),
        (404, "not_found"),
        (405, "method_not_allowed"),
        (413, "too_large"),
        (415, "media_type"),
        (418, "bad_request"),
        (429, "too_many"),
        (500, "failed"),
        (503, "unavailable"),
    ],
)
def test_what_the_framework_refuses_has_a_code_of_ours(status: int, code: str) -> None:
    assert _refusal_of(HTTPException(status_code=status)).code == code


async def test_a_wrong_address_names_what_is_wrong_in_it(cast: Cast) -> None:
    answer = await (await cast.script("duiyuan")).get("/api/v1/patrols?limit=many")
    assert (answer.json()["code"], answer.json()["fields"]) == ("invalid", {"limit": "要填整数"})


async def test_a_body_that_ends_early_is_no_fault_of_the_server(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    """A phone that loses its network while it sends, a proxy that gives up, a length that lies."""
    token = (await cast.script("duiyuan")).headers["Authorization"]
    arriving = iter(
        [{"type": "http.request", "body": b'{"kind"', "more_body": True}, {"type": "http.disconnect"}]
    )
    answered: list[Any] = []

    async def receive() -> Any:
        return next(arriving)

    async def send(message: Any) -> None:
        answered.append(message)

    await app()(asked_for(f"/api/v1/patrols/{uuid4()}", token), receive, send)
    assert answered[0]["status"] == 408
    assert b'"code":"cut_short"' in answered[1]["body"]
    assert not caplog.records


def asked_for(path: str, token: str = "") -> Any:
    headers = [(b"authorization", token.encode()), (b"content-type", b"application/json")]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "method": "PUT",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("house.test", 80),
    }


def test_a_fault_of_the_framework_has_a_number_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    asked: Any = Request(asked_for("/api/v1/patrols/1"))
    answer = http_refused(asked, InternalServerException("nobody foresaw it"))
    assert answer.content["code"] == "failed"
    assert answer.content["detail"].removeprefix("编号 ") in caplog.text


async def test_a_method_nobody_serves_is_told(cast: Cast) -> None:
    answer = await (await cast.script("duiyuan")).delete("/api/v1/patrols")
    assert answer.json()["code"] == "method_not_allowed"


def test_a_refusal_says_what_is_particular_to_it() -> None:
    refusal = Refusal(
        "filed", "备案后只能补充记录", clause="第三条", fields={"title": "不能改"}, extra={"version": 3}
    )
    assert (refusal.code, refusal.status, refusal.fields, refusal.extra) == (
        "filed",
        409,
        {"title": "不能改"},
        {"version": 3},
    )
    assert str(refusal) == "filed: 备案后只能补充记录"
