"""The digest of a photo is the same by the browser's own means and by ours, which pages without TLS need."""

import hashlib

import pytest
from playwright.async_api import Page

OURS = """async bytes => {
  const { digest } = await import("/js/evidence/sha256.js");
  return [...new Uint8Array(digest(Uint8Array.from(bytes)))];
}"""
THEIRS = """async bytes => {
  const { sha256 } = await import("/js/evidence/digest.js");
  return sha256(new Blob([Uint8Array.from(bytes)]));
}"""


@pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001])
async def test_ours_and_theirs_agree(workbench: Page, length: int) -> None:
    content = bytes(n * 7 % 256 for n in range(length))
    expected = hashlib.sha256(content)
    assert bytes(await workbench.evaluate(OURS, list(content))) == expected.digest()
    assert await workbench.evaluate(THEIRS, list(content)) == expected.hexdigest()
