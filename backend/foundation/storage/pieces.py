"""Uploads that come in pieces over a bad line, each kept as one growing file until it is whole."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from datetime import datetime
from math import inf
from pathlib import Path
from uuid import UUID

import aiofiles

from backend.foundation.storage.receiving import TooLarge

CHUNK = 256 * 1024


class WrongOffset(ValueError):
    """The piece does not start where the held bytes end."""

    def __init__(self, held: int) -> None:
        super().__init__(f"{held} bytes are held")
        self.held = held


class Pieces:
    """One growing file per upload.

    A phone whose connection died may send the same piece again while the old request still writes: both write
    the same places of the file, and its digest is taken from a copy (`received(pieces.read(id), …)`) that neither
    of them can reach. So no lock is needed, and none is left behind by a crash.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def held(self, upload: UUID) -> int:
        """How many bytes of this upload are here."""
        path = self._path(upload)
        return path.stat().st_size if path.exists() else 0

    async def append(self, upload: UUID, offset: int, chunks: AsyncIterable[bytes], ceiling: int) -> int:
        """Write a piece that starts at `offset` and answer how many bytes are held now.

        What arrived before a broken connection stays. Raises WrongOffset, and TooLarge at the ceiling.
        """
        if (held := await self.held(upload)) != offset:
            raise WrongOffset(held)
        path = self._path(upload)
        path.touch()
        async with aiofiles.open(path, "r+b") as file:
            await file.seek(offset)
            async for chunk in chunks:
                offset += len(chunk)
                if offset > ceiling:
                    raise TooLarge(ceiling)
                await file.write(chunk)
        return await self.held(upload)

    async def read(self, upload: UUID) -> AsyncIterator[bytes]:
        """All bytes held; raises WrongOffset where another request took them over a moment ago."""
        try:
            async with aiofiles.open(self._path(upload), "rb") as file:
                while chunk := await file.read(CHUNK):
                    yield chunk
        except FileNotFoundError:
            raise WrongOffset(0) from None

    async def discard(self, upload: UUID) -> None:
        """Forget this upload."""
        self._path(upload).unlink(missing_ok=True)

    async def sweep(self, before: datetime) -> int:
        """Remove what nobody has touched since `before`: broken-off uploads and leftovers of a crash."""
        return await asyncio.to_thread(_sweep, self._folder, before.timestamp())

    def _path(self, upload: UUID) -> Path:
        return self._folder / str(upload)


def _sweep(folder: Path, before: float) -> int:
    stale = [path for path in folder.glob("*") if _touched(path) < before]
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale)


def _touched(path: Path) -> float:
    """When, in seconds since 1970; never for one that was taken over a moment ago."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return inf
