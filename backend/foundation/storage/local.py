"""Blobs in a folder: `blobs/ab/abcd…`, read-only, written once.

One level of folders: a million photos are four thousand a folder, and after the first few hundred no photo needs a new
one, whose own name would have to reach the disk too.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiofiles

from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.storage.digests import sha256_of
from backend.foundation.storage.receiving import Arrival, Received

READ_ONLY = 0o444
CHUNK = 256 * 1024


class LocalBlobs:
    """A BlobStore on this machine's disk; the files it adopts must lie on the same file system."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where these bytes lie, or would lie."""
        return self._folder / sha256[:2] / sha256

    async def adopt(
        self, arrival: Arrival, examined: Callable[[Received], object] = lambda _: None
    ) -> Received:
        """In one trip to a thread: finish the file, have it examined, and give it its name for good."""

        def take() -> Received:
            file = arrival.whole()
            examined(file)
            _adopt(file, self.path(file.sha256))
            return file

        return await asyncio.to_thread(take)

    async def size(self, sha256: str) -> int:
        """How many bytes are kept."""
        try:
            return self.path(sha256).stat().st_size
        except FileNotFoundError:
            raise BlobMissing(sha256) from None

    async def read(self, sha256: str, start: int = 0, length: int | None = None) -> AsyncIterator[bytes]:
        """The kept bytes, at most CHUNK at a time."""
        size = await self.size(sha256)
        return _pieces(self.path(sha256), start, size - start if length is None else length)

    @asynccontextmanager
    async def as_file(self, sha256: str) -> AsyncIterator[Path]:
        """The kept file itself: read it, nothing else."""
        await self.size(sha256)
        yield self.path(sha256)


async def _pieces(path: Path, start: int, left: int) -> AsyncIterator[bytes]:
    async with aiofiles.open(path, "rb") as file:
        await file.seek(start)
        while left > 0 and (chunk := await file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk


def _adopt(file: Received, home: Path) -> None:
    """Named first and written through then, so that one pass of the file system's journal takes both to the disk. Until
    that pass a power cut may leave the name with less than its bytes: a name alone proves nothing."""
    _make_folder(home.parent)
    file.path.chmod(READ_ONLY)
    try:
        # A rename would put bytes that are not on the disk yet over some that are.
        home.hardlink_to(file.path)
    except FileExistsError:
        if sha256_of(home) != file.sha256:
            _sync(file.path)
            file.path.replace(home)
    file.path.unlink(missing_ok=True)
    # Also where the bytes were there: the other sender may have named them a moment ago.
    _sync(home)
    _sync(home.parent)


def _make_folder(folder: Path) -> None:
    """Like mkdir -p, but each new folder's name is on disk before anything is put into it."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync(folder.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
