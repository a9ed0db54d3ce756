"""Real far ends for what leaves the house: an HTTP service and a mail server on this machine, written down as they hear it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

JSON = "application/json"


@dataclass
class Heard:
    """One request of the product."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Service:
    """An HTTP service. `answer` is what it says now (status, body); `away` hangs up on everybody; what asks for a path that
    begins with `slow` waits for its answer until `let_go`."""

    address: str = ""
    answer: tuple[int, bytes] = (200, b'{"errcode": 0, "errmsg": "ok"}')
    away: bool = False
    slow: str = ""
    heard: list[Heard] = field(default_factory=list)
    waiting: int = 0
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if not self.away:
                asked = await _read(reader)
                if self.slow and asked.path.startswith(self.slow):
                    self.waiting += 1
                    await self.let_go.wait()
                self.heard.append(asked)
                status, body = self.answer
                head = f"HTTP/1.1 {status} Said\r\nContent-Type: {JSON}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
                writer.write(head.encode() + body)
                await writer.drain()
        finally:
            writer.close()


@asynccontextmanager
async def service() -> AsyncIterator[Service]:
    """On a free port of this machine."""
    given = Service()
    server = await asyncio.start_server(given.serve, "127.0.0.1", 0)
    given.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield given


async def _read(reader: asyncio.StreamReader) -> Heard:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)
    }
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Heard(head[0].split(" ")[1], headers, body)


@dataclass
class MailServer:
    """Enough of SMTP (RFC 5321) to take a message. `refusing`: it takes none."""

    port: int = 0
    refusing: bool = False
    taken: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def say(words: str) -> None:
            writer.write(f"{words}\r\n".encode())
            await writer.drain()

        await say("220 mail.test")
        while line := (await reader.readline()).decode("latin-1").strip():
            verb = line[:4].upper()
            if verb == "RCPT" and self.refusing:
                await say("550 no such box")
            elif verb == "DATA":
                await say("354 go on")
                self.taken.append((await reader.readuntil(b"\r\n.\r\n")).decode())
                await say("250 taken")
            elif verb == "QUIT":
                await say("221 bye")
                break
            else:
                await say("250 ok")
        writer.close()


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    given = MailServer()
    server = await asyncio.start_server(given.serve, "127.0.0.1", 0)
    given.port = server.sockets[0].getsockname()[1]
    async with server:
        yield given
