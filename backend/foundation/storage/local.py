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
        self, file: Path, sha256: str, examined: Callable[[Path], object] = lambda _: None
    ) -> None:
        """Take a finished file over; where equal bytes lie already, it is dropped."""

        def take() -> None:
            examined(file)
            _adopt(file, self.path(sha256))

        await asyncio.to_thread(take)

    async def size(self, sha256: str) -> int:
        """How many bytes are kept."""
        try:
            return self.path(sha256).stat().st_size
        except FileNotFoundError:
            raise BlobMissing(sha256) from None

    async def read(self, sha256: str, start: int = 0, length: int | None = None) -> AsyncIterator[bytes]:
        """The kept bytes, at most CHUNK at a time."""
        left = await self.size(sha256) - start if length is None else length
        async with aiofiles.open(self.path(sha256), "rb") as file:
            await file.seek(start)
            while left > 0 and (chunk := await file.read(min(CHUNK, left))):
                left -= len(chunk)
                yield chunk

    @asynccontextmanager
    async def as_file(self, sha256: str) -> AsyncIterator[Path]:
        """The kept file itself: read it, nothing else."""
        await self.size(sha256)
        yield self.path(sha256)


def _adopt(file: Path, home: Path) -> None:
    if home.exists() and home.stat().st_size == file.stat().st_size:
        file.unlink()
    else:
        file.chmod(READ_ONLY)
        _sync(file)
        _make_folder(home.parent)
        # Two senders of equal bytes may both come here: either rename leaves the same whole file.
        file.rename(home)
    # Also where the bytes were there: the other sender may have renamed them a moment ago.
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
