"""Whoever sends far too much reads why it was refused, instead of meeting a broken connection."""

import http.client
import json
from collections.abc import Iterator
from typing import Any

import pytest

from backend.foundation.web.draining import MOST_BYTES, Draining
from tests.rig.server import Server

pytestmark = pytest.mark.either

BLOCK = b"x" * 262_144
HUNDRED_MB = 400
JSON = {"Content-Type": "application/json"}


def blocks(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield BLOCK


def send(server: Server, method: str, path: str, **headers: str) -> tuple[int, Any]:
    """As most clients do: the whole body first, in chunks of unknown number, then the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", int(server.environ["PORT"]), timeout=60)
    connection.request(method, path, body=blocks(HUNDRED_MB), headers=JSON | headers, encode_chunked=True)
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_a_hundred_megabytes_are_refused_in_words(server: Server) -> None:
    status, body = send(server, "POST", "/api/v1/session")
    assert (status, json.loads(body)["code"]) == (413, "too_large")


def test_so_is_what_nobody_may_send_or_nobody_takes(server: Server) -> None:
    assert send(server, "PUT", "/api/v1/patrols/7f0c6c0e-6d0c-4a51-8a43-0d6b8a9a3f11")[0] == 401
    assert send(server, "PUT", "/nowhere")[0] == 404


class Sending:
    """Somebody who sends block after block and never ends."""

    def __init__(self) -> None:
        self.sent = 0
        self.told: list[Any] = []

    async def receive(self) -> Any:
        self.sent += len(BLOCK)
        return {"type": "http.request", "body": BLOCK, "more_body": True}

    async def send(self, message: Any) -> None:
        self.told.append(message["type"])

    async def meet(self, **headers: str) -> None:
        named = [(name.encode(), value.encode()) for name, value in headers.items()]
        scope: Any = {"type": "http", "method": "PUT", "path": "/", "headers": named}
        await Draining(_refuses)(scope, self.receive, self.send)


async def _refuses(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 401, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def test_who_never_ends_is_answered_all_the_same() -> None:
    sending = Sending()
    await sending.meet(**{"transfer-encoding": "chunked"})
    assert sending.told == ["http.response.start", "http.response.body"]
    assert MOST_BYTES <= sending.sent <= MOST_BYTES + len(BLOCK)


@pytest.mark.parametrize(
    "headers", [{}, {"content-length": "0"}, {"content-length": "9999999", "expect": "100-continue"}]
)
async def test_who_sends_nothing_yet_is_answered_at_once(headers: dict[str, str]) -> None:
    sending = Sending()
    await sending.meet(**headers)
    assert (sending.sent, len(sending.told)) == (0, 2)
