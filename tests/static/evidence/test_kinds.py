"""A picked file is known by its first bytes, whatever the phone calls it."""

import pytest
from playwright.async_api import Page

from tests.foundation.evidence.pictures import encoded, film, heic_shell, photo, scene

TYPE = """async bytes => {
  const { photoType } = await import("/js/evidence/kinds.js");
  return photoType(new Blob([Uint8Array.from(bytes)], { type: "image/jpeg" }));
}"""


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (photo(64, 48), "image/jpeg"),
        (encoded(scene(64, 48), "PNG"), "image/png"),
        (encoded(scene(64, 48), "WEBP"), "image/webp"),
        (heic_shell(), "image/heic"),
        (film(), None),
        (encoded(scene(64, 48), "GIF"), None),
        (b"<svg/>", None),
        (b"", None),
    ],
    ids=["jpeg", "png", "webp", "heic", "film", "gif", "svg", "nothing"],
)
async def test_it_is_known_by_its_bytes(workbench: Page, content: bytes, media_type: str | None) -> None:
    assert await workbench.evaluate(TYPE, list(content[:600])) == media_type
