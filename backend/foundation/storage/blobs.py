"""What the house asks of a place that keeps bytes; local folders answer it today, an object store may tomorrow."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

from backend.foundation.storage.receiving import Arrival, Received


class BlobMissing(LookupError):
    """No bytes are kept under this digest."""


class BlobStore(Protocol):
    """Keeps bytes for ever under the hex SHA-256 of themselves; equal bytes are kept once."""

    async def adopt(
        self, arrival: Arrival, examined: Callable[[Received], object] = lambda _: None
    ) -> Received:
        """Take over what has come: durable when this returns.

        `examined` looks at the whole file first, off the event loop; what it raises leaves nothing kept.
        """

    async def size(self, sha256: str) -> int:
        """How many bytes; raises BlobMissing."""

    async def read(self, sha256: str, start: int = 0, length: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` (all that follow, or `length` of them) in pieces; raises BlobMissing at
        once, before an answer begins with them."""

    def as_file(self, sha256: str) -> AbstractAsyncContextManager[Path]:
        """A readable local file of the bytes, for programs that want a path; raises BlobMissing."""
