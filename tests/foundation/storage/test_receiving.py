"""What comes in is counted and hashed, and vanishes unless somebody keeps it."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.foundation.storage.receiving import WRITE_AT, TooLarge, received


async def crumbs(count: int, size: int) -> AsyncIterator[bytes]:
    for number in range(count):
        yield bytes([number % 256]) * size


async def test_crumbs_become_one_file_with_its_digest(tmp_path: Path) -> None:
    whole = b"".join([crumb async for crumb in crumbs(1500, 1000)])
    async with received(crumbs(1500, 1000), tmp_path, ceiling=1_500_000) as arrival:
        file = arrival.whole()
        assert file.path.read_bytes() == whole
        assert (file.sha256, file.size) == (hashlib.sha256(whole).hexdigest(), 1_500_000)


async def test_one_byte_above_the_ceiling_is_too_large(tmp_path: Path) -> None:
    with pytest.raises(TooLarge) as refused:
        async with received(crumbs(1, 11), tmp_path, ceiling=10):
            pytest.fail("the ceiling did not hold")
    assert refused.value.ceiling == 10


async def test_the_rest_of_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    read = 0

    async def counted() -> AsyncIterator[bytes]:
        nonlocal read
        async for crumb in crumbs(1000, 1_000_000):
            read += 1
            yield crumb

    with pytest.raises(TooLarge):
        async with received(counted(), tmp_path, ceiling=2_000_000):
            pass
    assert read == 3


async def test_what_nobody_took_is_gone(tmp_path: Path) -> None:
    async with received(crumbs(1, 10), tmp_path, ceiling=10) as arrival:
        assert arrival.whole().path.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


async def test_a_broken_line_leaves_nothing(tmp_path: Path) -> None:
    async def breaks() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        async with received(breaks(), tmp_path, ceiling=10):
            pass
    assert list(tmp_path.iterdir()) == []


async def test_cancelled_in_the_middle_of_writing_it_leaves_nothing(tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def blocks() -> AsyncIterator[bytes]:
        begun.set()  # heard in the loop's next turn: the block is with its thread by then
        yield bytes(WRITE_AT)

    async def take() -> None:
        async with received(blocks(), tmp_path, ceiling=WRITE_AT):
            pytest.fail("it was cancelled before")

    for _ in range(20):
        begun.clear()
        taking = asyncio.create_task(take())
        await begun.wait()
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
    await asyncio.gather(*(asyncio.to_thread(list) for _ in range(50)))  # behind whatever is still written
    assert list(tmp_path.iterdir()) == []


async def test_what_a_full_disk_did_not_take_is_gone_too(tmp_path: Path) -> None:
    async def take() -> None:
        async with received(crumbs(1, 10), tmp_path, ceiling=10) as arrival:
            os.dup2(os.open("/dev/full", os.O_WRONLY), arrival._file.fileno())
            arrival.whole()

    with pytest.raises(OSError, match="No space left"):
        await take()
    assert list(tmp_path.iterdir()) == []
