"""Whoever reads only the description of the API learns what each call does."""

import json
import re
from typing import Any

import pytest

from backend.foundation.web.described import PROBLEM
from backend.foundation.web.description import description_of
from tests.rig.cast import Cast, app

ANSWERS = {"GET": {"200"}, "PUT": {"200", "201"}, "POST": {"200", "201"}, "PATCH": {"200"}, "DELETE": {"200"}}
METHODS = ("get", "put", "post", "patch", "delete")
DESCRIPTION = description_of(app())
PATHS: dict[str, dict[str, Any]] = DESCRIPTION["paths"]
CALLS = {
    f"{method.upper()} {path}": path_item[method]
    for path, path_item in PATHS.items()
    for method in METHODS
    if method in path_item
}


@pytest.mark.parametrize("call", sorted(CALLS))
def test_every_call_says_what_it_does(call: str) -> None:
    summary = CALLS[call]["summary"]
    assert summary
    assert summary in " ".join(CALLS[call]["description"].split()), (
        "the first sentence of the handler's docstring"
    )
    assert CALLS[call].get("description", "").endswith((".", ")", "`")), "the handler's docstring"


def test_it_is_the_api_that_is_described() -> None:
    assert all(path.startswith("/api/v1/") for path in PATHS)


def test_a_piece_of_a_photo_says_why_it_carries_no_receipt() -> None:
    told = CALLS["PATCH /api/v1/photos/{photo_id}/content"]["description"]
    assert "no\nreceipt" in told or "no receipt" in told


@pytest.mark.parametrize("call", sorted(CALLS))
def test_every_call_says_what_it_takes_and_answers(call: str) -> None:
    told, method = CALLS[call], call.split(maxsplit=1)[0]
    answers = {status: content_of(answer) for status, answer in told["responses"].items()}
    assert {"400", "401", "403", "503"} <= answers.keys()
    assert all((PROBLEM in content) == (status >= "400") for status, content in answers.items())
    assert {status for status in answers if status < "300"} == ANSWERS[method]
    if method in ("PUT", "PATCH"):
        assert schemas(told["requestBody"]["content"]), "what is sent"
    if method in ("POST", "PATCH"):
        assert {"$ref": "#/components/parameters/idempotency-key"} in told["parameters"]


def content_of(answer: dict[str, Any]) -> dict[str, Any]:
    name = answer.get("$ref", "").rpartition("/")[2]
    content: dict[str, Any] = (DESCRIPTION["components"]["responses"][name] if name else answer)["content"]
    return content


def schemas(content: dict[str, Any]) -> list[Any]:
    return [media["schema"] for media in content.values() if media["schema"]]


def test_a_body_that_may_be_left_out_is_not_required() -> None:
    path = "POST /api/v1/handoffs/{handoff_id}"
    assert [CALLS[f"{path}/{noun}"]["requestBody"]["required"] for noun in ("closure", "result")] == [
        False,
        True,
    ]


def test_whatever_is_referred_to_is_there() -> None:
    components = DESCRIPTION["components"]
    named = set(re.findall(r"#/components/(\w+)/([\w-]+)", json.dumps(DESCRIPTION)))
    assert {(kind, name) for kind, name in named if name not in components[kind]} == set()


def test_only_what_is_public_asks_for_no_sign_in() -> None:
    public = {call for call, told in CALLS.items() if told.get("security") == []}
    assert {"POST /api/v1/session", "GET /api/v1/keys"} <= public
    assert "GET /api/v1/patrols" not in public


async def test_the_description_that_is_served_is_this_one(cast: Cast) -> None:
    served = await (await cast.nobody()).get("/api/v1/openapi.json")
    assert served.json() == json.loads(json.dumps(DESCRIPTION))


async def test_a_refusal_looks_as_it_is_described(cast: Cast) -> None:
    script = await cast.script("duiyuan")
    refused = await script.get("/api/v1/patrols", params={"limit": 0, "cursor": "x"})
    described = DESCRIPTION["components"]["schemas"]["Problem"]
    assert refused.headers["content-type"].startswith(PROBLEM)
    assert set(described["required"]) <= refused.json().keys() <= set(described["properties"])
