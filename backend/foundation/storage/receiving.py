"""Bytes on their way in: into a file of their own, counted as they come, written and hashed off the event loop."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

WRITE_AT = 512 * 1024


class TooLarge(ValueError):
    """More bytes came than the ceiling allows; nothing of them is kept."""

    def __init__(self, ceiling: int) -> None:
        super().__init__(f"more than {ceiling} bytes")
        self.ceiling = ceiling


@dataclass(frozen=True, slots=True)
class Received:
    """A whole file that is nobody's yet."""

    path: Path
    sha256: str
    size: int


class Arrival:
    """All bytes that came, the last of them still in memory, so that one trip to a thread can finish the file and do
    what is to be done with it: such a trip costs more than hashing a small photo.

    The file is open to this one writer only, so the digest is the digest of what lies there.
    """

    def __init__(self, folder: Path) -> None:
        self.size = 0
        self._digest = hashlib.sha256()
        self._waiting = bytearray()
        # At once: a thread whose caller was cancelled would make a file that nobody removes.
        self._file, self._path = _new_file(folder)

    async def take(self, chunk: bytes) -> None:
        """Fewer, larger writes: networks deliver in crumbs."""
        self.size += len(chunk)
        self._waiting += chunk
        if len(self._waiting) >= WRITE_AT:
            await asyncio.to_thread(self._write)

    def whole(self) -> Received:
        """The finished file: adopt it into a blob store, or let it vanish. Call it off the event loop."""
        return Received(self._write(), self._digest.hexdigest(), self.size)

    def vanish(self) -> None:
        """Remove what nobody took."""
        with suppress(OSError):  # what it could not write before, on a full disk, it cannot write now
            self._file.close()
        self._path.unlink(missing_ok=True)

    def _write(self) -> Path:
        self._digest.update(self._waiting)
        self._file.write(self._waiting)
        self._file.flush()
        self._waiting.clear()
        return self._path


def _new_file(folder: Path) -> tuple[BinaryIO, Path]:
    handle, name = mkstemp(prefix="in-", dir=folder)
    return os.fdopen(handle, "wb"), Path(name)


@asynccontextmanager
async def received(chunks: AsyncIterable[bytes], folder: Path, ceiling: int) -> AsyncIterator[Arrival]:
    """Take what comes towards a new file in `folder`, which is gone on leaving.

    Raises TooLarge as soon as the ceiling is passed, without reading the rest.
    """
    arrival = Arrival(folder)
    try:
        async for chunk in chunks:
            if arrival.size + len(chunk) > ceiling:
                raise TooLarge(ceiling)
            await arrival.take(chunk)
        yield arrival
    finally:
        arrival.vanish()
