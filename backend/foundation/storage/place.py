"""Where a deployment keeps its bytes."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from backend.foundation.storage.blobs import BlobStore
from backend.foundation.storage.local import LocalBlobs
from backend.foundation.storage.pieces import Pieces
from backend.settings import settings


@dataclass(frozen=True, slots=True)
class Storage:
    """The kept bytes, and the two waiting rooms before them."""

    blobs: BlobStore
    arrivals: Path
    pieces: Pieces

    async def sweep(self, before: datetime) -> int:
        """Remove broken-off uploads and leftovers of a crash that nobody has touched since `before`."""
        return await self.pieces.sweep(before) + await Pieces(self.arrivals).sweep(before)


def local_storage(data: Path) -> Storage:
    """Storage under `data`, folders made where they are missing."""
    arrivals, pieces = data / "uploads" / "arrivals", data / "uploads" / "pieces"
    for folder in (arrivals, pieces):
        folder.mkdir(parents=True, exist_ok=True)
    return Storage(LocalBlobs(data / "blobs"), arrivals, Pieces(pieces))


@cache
def storage() -> Storage:
    """The storage of this deployment."""
    return local_storage(settings().data_dir)
