"""What the house asks of a place that keeps bytes; local folders answer it today, an object store may tomorrow."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol


class BlobMissing(LookupError):
    """No bytes are kept under this digest."""


class BlobStore(Protocol):
    """Keeps bytes for ever under the hex SHA-256 of themselves; equal bytes are kept once."""

    async def adopt(
        self, file: Path, sha256: str, examined: Callable[[Path], object] = lambda _: None
    ) -> None:
        """Take `file`, whose bytes hash to `sha256`, over: durable when this returns, and `file` is gone.

        `examined` looks at it first, off the event loop; what it raises leaves the file where it is.
        """

    async def size(self, sha256: str) -> int:
        """How many bytes; raises BlobMissing."""

    def read(self, sha256: str, start: int = 0, length: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` (all that follow, or `length` of them) in pieces; raises BlobMissing."""

    def as_file(self, sha256: str) -> AbstractAsyncContextManager[Path]:
        """A readable local file of the bytes, for programs that want a path; raises BlobMissing."""
