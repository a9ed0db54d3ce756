"""Our JavaScript modules in a real browser, without the product: `await workbench.evaluate("async () => (await import('/js/…')).…")`.

The page is empty and, being the machine's own, secure, so IndexedDB, digests and keys work as on a phone.
"""

from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Final

import pytest
from playwright.async_api import Browser, Page

from backend.foundation.web.assets.serving import tree
from tests.rig.browser import launched, shell_path

HOUSE: Final = "http://house.localhost"
EMPTY_PAGE: Final = (
    b"<!doctype html><html lang='zh-CN'><meta charset='utf-8'><title>\xe8\x81\x94\xe5\x8a\xa8</title>"
    b"<meta name='csrf' content='token'><main id='main'></main></html>"
)


class Files(BaseHTTPRequestHandler):
    """Files under static/ at the root, as the product sends them; the root itself is the empty page. What a test answers
    itself (`page.route`) never comes here."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one piece: the second of two waits 40 ms to be asked for

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = self.path.split("?")[0].removeprefix("/")
        asset = tree().assets.get(path)
        if self.command != "GET" or (path and not asset):
            self.send(404, "text/plain", b"")
        elif asset:
            self.send(200, asset.media_type, asset.body)
        else:
            self.send(200, "text/html", EMPTY_PAGE)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815 - names of http.server

    def send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """A test that fails says enough."""


@pytest.fixture(scope="session")
def files() -> Iterator[int]:
    """The port at which they are served. Hundreds of modules for every page: the browser fetches them by itself at a fraction of
    what it costs to answer each of them for it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Files) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="session")
async def benches(files: int) -> AsyncIterator[Browser]:
    """The browser that finds the house at HOUSE."""
    async with launched(
        shell_path(), f"--host-resolver-rules=MAP house.localhost:80 127.0.0.1:{files}"
    ) as browser:
        yield browser


@pytest.fixture
async def workbench(benches: Browser) -> AsyncIterator[Page]:
    context = await benches.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    page = await context.new_page()
    await page.goto(HOUSE)
    yield page
    await context.close()
