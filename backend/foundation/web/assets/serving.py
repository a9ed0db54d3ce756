"""The routes of the static files. They never touch the session and set no cookie: a shared cache may keep them."""

import asyncio
from functools import cache
from typing import Any

from litestar import Request, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Response

from backend.foundation.web.assets.encodings import choose, encoded
from backend.foundation.web.assets.installing import manifest
from backend.foundation.web.assets.tree import Asset, Tree, read_tree
from backend.foundation.web.assets.worker import worker_script
from backend.foundation.web.guards import public
from backend.settings import ROOT

A_YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


@cache
def tree() -> Tree:
    """The static folder, read once."""
    return read_tree(ROOT / "static")


def asset_url(path: str) -> str:
    """Where a file under static/ is served; KeyError if there is none."""
    return tree().url(path)


@get("/static/{digest:str}/{path:path}", guards=[public], include_in_schema=False)
async def serve_asset(
    request: Request[Any, Any, Any], digest: FromPath[str], path: FromPath[str]
) -> Response[bytes]:
    """One file, compressed as the browser likes it. A page from before an update still finds its files, uncached.

    Only paths the tree holds exist; nothing of the request ever reaches the file system.
    """
    asset = tree().assets.get(path.lstrip("/"))
    if asset is None:
        raise NotFoundException
    return await _answer(request, asset, A_YEAR if digest == tree().digest else ASK_AGAIN)


@get("/sw.js", guards=[public], include_in_schema=False)
async def serve_worker(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The service worker; it changes when any file of the shell does, and the browser asks at every visit."""
    return await _answer(request, worker_script(tree()), ASK_AGAIN)


@get("/manifest.webmanifest", guards=[public], include_in_schema=False)
async def serve_manifest(request: Request[Any, Any, Any]) -> Response[bytes]:
    """What a phone asks for when someone puts the product on the home screen."""
    return await _answer(request, manifest(tree()), ASK_AGAIN)


async def _answer(request: Request[Any, Any, Any], asset: Asset, caching: str) -> Response[bytes]:
    encoding = choose(request.headers.get("accept-encoding", ""), asset)
    etag = f'"{asset.digest[:32]}{"-" + encoding if encoding else ""}"'
    headers = {
        "ETag": etag,
        "Cache-Control": caching,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if _holds(request.headers.get("if-none-match", ""), etag):
        return Response(b"", status_code=304, headers=headers, media_type=asset.media_type)
    if encoding:
        headers["Content-Encoding"] = encoding
    body = await asyncio.to_thread(encoded, asset, encoding)
    return Response(body, headers=headers, media_type=asset.media_type)


def _holds(if_none_match: str, etag: str) -> bool:
    return any(known.strip().removeprefix("W/") in {etag, "*"} for known in if_none_match.split(","))


ROUTES = [serve_asset, serve_worker, serve_manifest]
