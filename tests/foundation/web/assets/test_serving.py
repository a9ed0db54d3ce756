"""Static files over HTTP: cacheable for ever, asked for again by their tag, and nothing outside the tree."""

from collections.abc import Iterator
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from backend.foundation.web.assets import ROUTES, asset_url
from tests.rig.cast import Cast

SCRIPT = "vendor/htmx.org@2.0.11/htmx.min.js"


@pytest.fixture
def browser() -> Iterator[TestClient[Any]]:
    with TestClient(Litestar(ROUTES)) as client:
        yield client


def test_a_file_is_sent_compressed_and_kept_for_a_year(browser: TestClient[Any]) -> None:
    answer = browser.get(asset_url(SCRIPT), headers={"accept-encoding": "br"})
    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers
    assert answer.text.startswith("var htmx=")


def test_a_known_tag_is_answered_with_304_and_no_body(browser: TestClient[Any]) -> None:
    tag = browser.get(asset_url(SCRIPT)).headers["etag"]
    again = browser.get(asset_url(SCRIPT), headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_each_encoding_has_a_tag_of_its_own(browser: TestClient[Any]) -> None:
    tags = {
        browser.get(asset_url(SCRIPT), headers={"accept-encoding": e}).headers["etag"]
        for e in ("br", "gzip", "")
    }
    assert len(tags) == 3


def test_a_page_from_before_an_update_still_finds_its_files(browser: TestClient[Any]) -> None:
    answer = browser.get(f"/static/0123456789abcdef/{SCRIPT}")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "path",
    ["gone.js", "vendor", "..%2fpyproject.toml", "%2e%2e/pyproject.toml", "..%5c..%5cpyproject.toml", "/etc/passwd", "vendor/README.md"],
)  # fmt: skip
def test_nothing_outside_the_tree_is_there(browser: TestClient[Any], path: str) -> None:
    assert browser.get(f"/static/x/{path}").status_code == 404


def test_the_service_worker_is_asked_for_at_every_visit(browser: TestClient[Any]) -> None:
    answer = browser.get("/sw.js")
    assert answer.headers["cache-control"] == "no-cache"
    assert asset_url("shell.packed") in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("encoding", ["br", "gzip"])
async def test_what_comes_compressed_is_not_compressed_once_more(cast: Cast, encoding: str) -> None:
    """The product compresses its pages; a stylesheet squeezed twice is one that no browser can read."""
    nobody, path = await cast.nobody(), asset_url("css/app.css")
    answer = await nobody.get(path, headers={"accept-encoding": encoding})
    plain = await nobody.get(path, headers={"accept-encoding": "identity"})
    assert answer.headers["content-encoding"] == encoding
    assert answer.text == plain.text
