"""Every answer carries the policy, above all those nobody thought of."""

import pytest

from backend.foundation.web.security import content_policy
from tests.rig.cast import Cast

PATHS = [
    "/",
    "/nowhere",
    "/patrols/none",
    "/api/v1/nowhere",
    "/api/v1/patrols?limit=x",
    "/ledger?kind=none",
    "/sw.js",
    "/healthz",
]


@pytest.mark.parametrize("path", PATHS)
async def test_a_page_a_file_and_a_refusal_carry_it(cast: Cast, path: str) -> None:
    headers = (await (await cast.browser("duiyuan")).get(path)).headers
    assert headers["content-security-policy"] == content_policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "geolocation=(self)" in headers["permissions-policy"]


async def test_so_does_what_is_refused_before_a_handler(cast: Cast) -> None:
    nobody = await cast.nobody()
    for answer in (
        await nobody.get("/patrols"),
        await nobody.delete("/patrols"),
        await nobody.post("/login", content=b"{}"),
    ):
        assert answer.headers["content-security-policy"] == content_policy()


def test_the_policy_allows_no_inline_script_and_no_stranger() -> None:
    policy = dict(part.split(" ", 1) for part in content_policy().split("; "))
    assert policy["script-src"] == policy["style-src"] == policy["default-src"] == "'self'"
    assert policy["img-src"] == "'self' data: blob:"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
