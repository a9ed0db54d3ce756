"""Bytes on their way in: into a file of their own, counted and hashed while they are written."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
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
    """A whole file that is nobody's yet: adopt it into a blob store, or let it vanish."""

    path: Path
    sha256: str
    size: int


@asynccontextmanager
async def received(chunks: AsyncIterable[bytes], folder: Path, ceiling: int) -> AsyncIterator[Received]:
    """Write what comes into a new file in `folder`; it is removed on leaving unless somebody took it.

    The file is open to this one writer only, so the digest is the digest of what lies there.
    Raises TooLarge as soon as the ceiling is passed, without reading the rest.
    """
    with _new_file(folder) as (file, path):
        digest, size = hashlib.sha256(), 0

        def note(block: bytes) -> None:
            digest.update(block)
            file.write(block)
            file.flush()

        async for block in _blocks(chunks):
            size += len(block)
            if size > ceiling:
                raise TooLarge(ceiling)
            # One trip to a thread for both: each costs more than hashing a small photo.
            await asyncio.to_thread(note, block)
        yield Received(path, digest.hexdigest(), size)


@contextmanager
def _new_file(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    handle, name = mkstemp(prefix="in-", dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file, path
    finally:
        path.unlink(missing_ok=True)


async def _blocks(chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Fewer, larger writes: each costs a hop to a thread, and networks deliver in crumbs."""
    held = bytearray()
    async for chunk in chunks:
        held += chunk
        if len(held) >= WRITE_AT:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
