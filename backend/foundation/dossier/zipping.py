"""The dossier as a stream: no file is held in memory, however large the films in it are."""

import asyncio
from collections.abc import AsyncIterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from backend.foundation.dossier.preparing import Held, Prepared
from backend.foundation.now import local
from backend.foundation.storage.place import storage

SEND_AT = 256 * 1024


class _Outlet:
    """Where ZipFile writes; what it cannot seek in it describes afterwards (APPNOTE 4.3.9)."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, piece: bytes) -> int:
        self._held += piece
        return len(piece)

    def flush(self) -> None:
        """Nothing waits: every byte is taken as it comes."""

    @property
    def full(self) -> bool:
        return len(self._held) >= SEND_AT

    def take(self) -> bytes:
        taken, self._held = bytes(self._held), bytearray()
        return taken


async def zipped(prepared: Prepared) -> AsyncIterator[bytes]:
    """Small files first, packed; then what lies in storage, as it is."""
    outlet = _Outlet()
    moment = local(prepared.made_at).timetuple()[:6]
    with ZipFile(outlet, "w") as package:  # type: ignore[call-overload]
        for path, content in prepared.written.items():
            entry = ZipInfo(path, moment)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
        for file in prepared.held:
            async for piece in _copied(package, ZipInfo(file.path, moment), file, outlet):
                yield piece
    yield outlet.take()


async def _copied(package: ZipFile, entry: ZipInfo, file: Held, outlet: _Outlet) -> AsyncIterator[bytes]:
    entry.compress_type, entry.file_size = ZIP_STORED, file.size
    with package.open(entry, "w") as into:
        async for piece in await storage().blobs.read(file.sha256):
            await asyncio.to_thread(into.write, piece)
            if outlet.full:
                yield outlet.take()
