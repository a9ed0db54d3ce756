"""A network that can be cut and slowed: a gate in front of a server.

`cut()` breaks every line and lets none in until `open()`. After `narrow(bits_per_s)` all lines together share one link of so
many bits a second in each direction, first come, first carried.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

PIECE = 65_536
SLOW_PIECE = 4_096  # on a thin link lines take turns often, and a cut finds little under way


class Link:
    """One direction of a link; `bits_per_s` may change while it carries."""

    def __init__(self) -> None:
        self.bits_per_s: float | None = None
        self._free_at = 0.0

    @property
    def piece(self) -> int:
        return SLOW_PIECE if self.bits_per_s else PIECE

    async def carry(self, size: int) -> None:
        if not self.bits_per_s:
            return
        loop = asyncio.get_running_loop()
        self._free_at = max(self._free_at, loop.time()) + 8 * size / self.bits_per_s
        await asyncio.sleep(self._free_at - loop.time())


class Gate:
    """Listens on `url` and passes everything on to the server at `port`, over the links `up` and `down`."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._lines: set[asyncio.StreamWriter] = set()
        self._shut = False
        self.up, self.down = Link(), Link()
        self.url = ""

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._shut:
            writer.transport.abort()
            return
        self._lines.add(writer)
        try:
            there, out = await asyncio.open_connection("127.0.0.1", self._port)
            await asyncio.gather(_passed(reader, out, self.up), _passed(there, writer, self.down))
        # Of each line whose task is cancelled Python 3.11 prints a trace.
        except (OSError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            self._lines.discard(writer)

    def cut(self) -> None:
        self._shut = True
        for line in list(self._lines):
            line.transport.abort()

    def open(self) -> None:
        self._shut = False

    def narrow(self, bits_per_s: float) -> None:
        self.up.bits_per_s = self.down.bits_per_s = bits_per_s


async def _passed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, link: Link) -> None:
    with suppress(OSError):
        while data := await reader.read(link.piece):
            await link.carry(len(data))
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
