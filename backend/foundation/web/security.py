"""The headers every answer carries, also a refusal, a file and what the framework answers by itself."""

from functools import cache

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from backend.settings import settings

# Files under static/ are the same for everybody and carry what they need themselves.
LEFT_ALONE = "/static/"
# The address itself is half of the key: it is told to nobody, kept nowhere, found by no search.
PRIVATE_LINKS = "/p/"
UNTOLD = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


@cache
def content_policy() -> str:
    """Content-Security-Policy; the tile host is the only stranger, and only if one is configured."""
    tiles = settings().tile_host
    return "; ".join(
        (
            "default-src 'self'",
            f"img-src 'self' data: blob: {tiles}".strip(),
            "media-src 'self' blob:",
            "style-src 'self'",
            "script-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


@cache
def _carried() -> dict[str, str]:
    return {
        "Content-Security-Policy": content_policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), geolocation=(self), microphone=()",
    }


async def secured(message: Message, scope: Scope) -> None:
    """Add what the answer does not say itself, before it is sent."""
    if message["type"] != "http.response.start" or scope["path"].startswith(LEFT_ALONE):
        return
    headers = MutableScopeHeaders.from_message(message)
    if scope["path"].startswith(PRIVATE_LINKS):
        for name, value in UNTOLD.items():
            headers[name] = value
    for name, value in _carried().items():
        headers.setdefault(name, value)
