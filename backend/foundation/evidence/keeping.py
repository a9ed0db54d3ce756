"""Bytes that were announced: they are kept only if they are as long, hash, and are of the kind as was said."""

from collections.abc import AsyncIterable
from typing import Protocol

from backend.foundation.evidence.examination import examine
from backend.foundation.refusals import Refusal
from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.storage.place import storage
from backend.foundation.storage.receiving import Received, TooLarge, received


class Announced(Protocol):
    """What was said of a file before its bytes came."""

    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    @property
    def media_type(self) -> str: ...


async def keep(
    announced: Announced, chunks: AsyncIterable[bytes], allowed: dict[str, str], *, here: bool = False
) -> None:
    """Take in what comes. Refuses `size_mismatch`, `digest_mismatch` and as examine(); then nothing of it is kept.

    `here`: they were kept before, and came again; that they are the same is all that is asked, and what was lost or damaged meanwhile
    is whole again.
    """

    def compare(file: Received) -> None:
        if file.sha256 != announced.sha256:
            raise Refusal("digest_mismatch", extra={"sha256": file.sha256})

    def look(file: Received) -> None:
        compare(file)
        examine(file.path, allowed, announced.media_type)

    try:
        async with received(chunks, storage().arrivals, ceiling=announced.size) as arrival:
            check_size(announced, arrival.size)
            await storage().blobs.adopt(arrival, compare if here else look)
    except TooLarge:
        raise wrong_size(announced) from None


async def lie_there(announced: Announced) -> bool:
    """Whether they are kept, by their length; a disk that lost or cut them is healed by whoever sends them again."""
    try:
        return await storage().blobs.size(announced.sha256) == announced.size
    except BlobMissing:
        return False


def check_size(announced: Announced, size: int | None) -> None:
    """Refuse `size_mismatch`: what came, or what its sender declares before a byte of it is read."""
    if size is not None and size != announced.size:
        raise wrong_size(announced)


def wrong_size(announced: Announced) -> Refusal:
    """`size_mismatch`, with what was announced."""
    return Refusal("size_mismatch", f"登记为{announced.size}字节")
