"""Many who listen to `/live` from one process: light enough for thousands, and as stubborn as a browser."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

BLOCK = re.compile(
    rb"(?:retry: \d+\n)?(?:id: (?P<id>\S*)\n)?(?:event: (?P<event>\w+)\n)?(?:data: (?P<data>\{.*\})\n|: \w+\n)?\n"
)
AGAIN_S = 0.2


class Ear(asyncio.Protocol):
    """One listener. `seqs` are the numbers heard, in order, `records` of which records; `at` when each was heard; `resets` how often it was told to load
    anew. Comes back by itself, from where it was, until `stop`."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self._token = url, token
        self.seqs: list[int] = []
        self.records: list[str] = []
        self.at: list[float] = []
        self.position = ""
        self.resets = 0
        self.lines = 0
        self.up = asyncio.Event()
        self._rest = b""
        self._lost = asyncio.Event()
        self._transport: asyncio.WriteTransport | None = None

    async def listen(self) -> None:
        while True:
            self._lost.clear()
            with suppress(OSError):
                port = int(self.url.rpartition(":")[2])
                await asyncio.get_running_loop().create_connection(lambda: self, "127.0.0.1", port)
                await self._lost.wait()
            self.up.clear()
            await asyncio.sleep(AGAIN_S)

    def connection_made(self, transport: Any) -> None:
        self._transport, self._rest = transport, b""
        self.lines += 1
        resume = f"Last-Event-ID: {self.position}\r\n" if self.position else ""
        transport.write(
            f"GET /live HTTP/1.1\r\nHost: rig\r\nAuthorization: Bearer {self._token}\r\n{resume}\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter()
        self._rest += data
        end = 0
        for block in BLOCK.finditer(self._rest):
            self._take(block, now)
            end = block.end()
        self._rest = self._rest[end:]

    def _take(self, block: "re.Match[bytes]", now: float) -> None:
        if block["event"] == b"reset":
            self.resets += 1
        elif block["data"]:
            told = json.loads(block["data"])
            self.seqs.append(told["seq"])
            self.records.append(told["id"])
            self.at.append(now)
        if block["id"]:
            self.position = block["id"].decode()
            self.up.set()

    def connection_lost(self, _: Exception | None) -> None:
        self._lost.set()

    def drop(self) -> None:
        if self._transport is not None:
            self._transport.abort()


@asynccontextmanager
async def ears(count: int, urls: Sequence[str], tokens: Sequence[str]) -> AsyncIterator[list[Ear]]:
    """So many listeners, spread over servers and people; all of them are heard by before they are given."""
    made = [Ear(urls[number % len(urls)], tokens[number % len(tokens)]) for number in range(count)]
    at_work = [asyncio.create_task(ear.listen()) for ear in made]
    try:
        async with asyncio.timeout(60):
            for ear in made:
                await ear.up.wait()
        yield made
    finally:
        for task in at_work:
            task.cancel()
        for ear in made:
            ear.drop()
