"""The web manifest: how the product stands on a home screen. Pure."""

import hashlib
import json
from functools import cache
from typing import Any

from backend.foundation.web.assets.tree import Asset, Tree

MEDIA_TYPE = "application/manifest+json"
BRAND = "#1b4f8f"
GROUND = "#eef0f3"


@cache
def manifest(tree: Tree) -> Asset:
    """Chromium installs with a name, a start, a display and one icon of 144 px or more that loads."""
    body = json.dumps(
        _words() | {"icons": _icons(tree), "shortcuts": _shortcuts()}, ensure_ascii=False
    ).encode()
    return Asset("manifest.webmanifest", body, MEDIA_TYPE, hashlib.sha256(body).hexdigest())


def _words() -> dict[str, Any]:
    return {
        "id": "/",
        "name": "联动 乡镇综合行政执法协同",
        "short_name": "联动",
        "description": "联合巡查、取证、备案和台账",
        "lang": "zh-CN",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": BRAND,
        "background_color": GROUND,
    }


def _icons(tree: Tree) -> list[dict[str, str]]:
    return [
        {"src": tree.url("icons/icon-192.png"), "sizes": "192x192", "type": "image/png", "purpose": "any"},
        {"src": tree.url("icons/icon-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "any"},
        {
            "src": tree.url("icons/maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]


def _shortcuts() -> list[dict[str, str]]:
    return [{"name": "巡查", "url": "/patrols"}]
