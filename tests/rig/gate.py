"""A network that can be cut: a gate in front of a server; `cut()` breaks every line and lets none in until `open()`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

PIECE = 65_536


class Gate:
    """Listens on `url` and passes everything on to the server at `port`."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._lines: set[asyncio.StreamWriter] = set()
        self._shut = False
        self.url = ""

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._shut:
            writer.transport.abort()
            return
        self._lines.add(writer)
        try:
            there, out = await asyncio.open_connection("127.0.0.1", self._port)
            await asyncio.gather(_passed(reader, out), _passed(there, writer))
        except OSError:
            writer.transport.abort()
        finally:
            self._lines.discard(writer)

    def cut(self) -> None:
        self._shut = True
        for line in list(self._lines):
            line.transport.abort()

    def open(self) -> None:
        self._shut = False


async def _passed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(PIECE):
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def gate_before(url: str) -> AsyncIterator[Gate]:
    """A gate in front of the server at `url`."""
    gate = Gate(int(url.rpartition(":")[2]))
    server = await asyncio.start_server(gate.accept, "127.0.0.1", 0)
    gate.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield gate
    finally:
        gate.cut()
        server.close()
