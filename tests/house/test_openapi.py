"""Whoever reads only the description of the API learns what each call does."""

from typing import Any

import pytest

from tests.rig.cast import app

METHODS = ("get", "put", "post", "patch", "delete")
PATHS: dict[str, dict[str, Any]] = app().openapi_schema.to_schema()["paths"]
CALLS = {
    f"{method.upper()} {path}": path_item[method]
    for path, path_item in PATHS.items()
    for method in METHODS
    if method in path_item
}


@pytest.mark.parametrize("call", sorted(CALLS))
def test_every_call_says_what_it_does(call: str) -> None:
    assert CALLS[call].get("summary")
    assert CALLS[call].get("description", "").endswith((".", ")", "`")), "the handler's docstring"


def test_it_is_the_api_that_is_described() -> None:
    assert all(path.startswith("/api/v1/") for path in PATHS)


def test_a_piece_of_a_photo_says_why_it_carries_no_receipt() -> None:
    told = CALLS["PATCH /api/v1/photos/{photo_id}/content"]["description"]
    assert "no\nreceipt" in told or "no receipt" in told
