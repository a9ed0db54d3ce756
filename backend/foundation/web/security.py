"""The headers every answer carries."""

from functools import cache
from typing import Any

from litestar import Response

from backend.settings import settings

AnyResponse = Response[Any]


@cache
def content_policy() -> str:
    """Content-Security-Policy ; the tile host is the only stranger, and only if one is configured."""
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


async def secured(response: AnyResponse) -> AnyResponse:
    """Add the policy to what a handler answered."""
    response.headers.setdefault("Content-Security-Policy", content_policy())
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()")
    return response
