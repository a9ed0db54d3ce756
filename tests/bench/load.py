"""A small keep-alive client in a process of its own: what asking costs is the same for whoever is asked.

A job is a list of requests sent one after the other on one connection; a photo is two of them.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import cast

import uvloop

Job = Sequence[bytes]
HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length: "


@dataclass(frozen=True)
class Round:
    """What one volley of jobs took; `took` holds every job's own seconds."""

    seconds: float
    took: list[float]
    statuses: Counter[int]

    @property
    def rate(self) -> float:
        return len(self.took) / self.seconds


class Connection(asyncio.Protocol):
    """One connection: one request at a time, answered with its status."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport
        self._answer: asyncio.Future[int]
        self._held = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    async def ask(self, request: bytes) -> int:
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def data_received(self, data: bytes) -> None:
        self._held += data
        end = self._held.find(HEAD_END)
        if end >= 0 and len(self._held) >= end + len(HEAD_END) + _length(bytes(self._held[:end])):
            status = int(self._held[9:12])
            self._held.clear()
            self._answer.set_result(status)

    def connection_lost(self, error: Exception | None) -> None:
        if not self._answer.done():
            self._answer.set_exception(ConnectionError(f"the server hung up: {error}"))


def request(method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> bytes:
    """The bytes of an HTTP/1.1 request."""
    lines = {"Host": "127.0.0.1", **({"Content-Length": str(len(body))} if body else {}), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body


def drive(port: int, jobs: Sequence[Job], connections: int) -> Round:
    """Do all jobs over so many connections."""
    return uvloop.run(_drive(port, jobs, connections))


def client() -> ProcessPoolExecutor:
    """The process that asks."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


async def _drive(port: int, jobs: Sequence[Job], connections: int) -> Round:
    loop = asyncio.get_running_loop()
    opened = [(await loop.create_connection(Connection, "127.0.0.1", port))[1] for _ in range(connections)]
    waiting, took, statuses = iter(jobs), list[float](), Counter[int]()
    begun = time.perf_counter()
    await asyncio.gather(*(_work_off(connection, waiting, took, statuses) for connection in opened))
    seconds = time.perf_counter() - begun
    for connection in opened:
        connection._transport.close()
    return Round(seconds, took, statuses)


async def _work_off(
    connection: Connection, waiting: Iterator[Job], took: list[float], statuses: Counter[int]
) -> None:
    for job in waiting:
        begun = time.perf_counter()
        for one in job:
            statuses[await connection.ask(one)] += 1
        took.append(time.perf_counter() - begun)


def _length(head: bytes) -> int:
    """Content-Length of a complete head; our servers always say it, in lower case."""
    at = head.find(LENGTH)
    if at < 0:
        return 0
    return int(head[at + len(LENGTH) :].split(b"\r\n", 1)[0])
