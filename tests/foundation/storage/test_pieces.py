"""Pieces over a bad line: what arrived stays, what is whole hashes right, what is forgotten is swept."""

import hashlib
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from backend.foundation.storage.pieces import Pieces, WrongOffset
from backend.foundation.storage.place import local_storage
from backend.foundation.storage.receiving import TooLarge, received

UPLOAD = UUID("11111111-1111-4111-8111-111111111111")


@pytest.fixture
def pieces(tmp_path: Path) -> Pieces:
    return Pieces(tmp_path)


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_pieces_in_order_make_the_whole(pieces: Pieces, tmp_path: Path) -> None:
    assert await pieces.held(UPLOAD) == 0
    assert await pieces.append(UPLOAD, 0, chunks(b"one ", b"two "), ceiling=100) == 8
    assert await pieces.append(UPLOAD, 8, chunks(b"three"), ceiling=100) == 13
    async with received(pieces.read(UPLOAD), tmp_path, ceiling=100) as arrival:
        assert arrival.whole().sha256 == hashlib.sha256(b"one two three").hexdigest()


@pytest.mark.parametrize("offset", [0, 3, 5])
async def test_a_piece_from_another_place_is_told_what_is_held(pieces: Pieces, offset: int) -> None:
    await pieces.append(UPLOAD, 0, chunks(b"four"), ceiling=100)
    with pytest.raises(WrongOffset) as refused:
        await pieces.append(UPLOAD, offset, chunks(b"more"), ceiling=100)
    assert refused.value.held == 4


async def test_what_came_before_the_line_broke_stays(pieces: Pieces) -> None:
    async def breaks() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await pieces.append(UPLOAD, 0, breaks(), ceiling=100)
    assert await pieces.append(UPLOAD, 4, chunks(b" and half"), ceiling=100) == 13


async def test_the_ceiling_holds_over_all_pieces(pieces: Pieces) -> None:
    await pieces.append(UPLOAD, 0, chunks(b"12345678"), ceiling=10)
    with pytest.raises(TooLarge):
        await pieces.append(UPLOAD, 8, chunks(b"9ab"), ceiling=10)


async def test_the_same_piece_sent_by_two_connections_at_once_is_written_once(pieces: Pieces) -> None:
    async def stalls() -> AsyncIterator[bytes]:
        yield b"on"
        assert await pieces.append(UPLOAD, 0, chunks(b"one piece"), ceiling=100) == 9
        yield b"e piece"

    assert await pieces.append(UPLOAD, 0, stalls(), ceiling=100) == 9
    assert b"".join([chunk async for chunk in pieces.read(UPLOAD)]) == b"one piece"


async def test_a_discarded_upload_starts_again(pieces: Pieces) -> None:
    await pieces.append(UPLOAD, 0, chunks(b"wrong"), ceiling=100)
    await pieces.discard(UPLOAD)
    await pieces.discard(UPLOAD)
    assert await pieces.held(UPLOAD) == 0


async def test_pieces_another_request_took_over_begin_at_nothing(pieces: Pieces) -> None:
    await pieces.append(UPLOAD, 0, chunks(b"one piece"), ceiling=100)
    await pieces.discard(UPLOAD)
    with pytest.raises(WrongOffset) as refused:
        await anext(pieces.read(UPLOAD))
    assert refused.value.held == 0


async def test_only_what_nobody_touched_is_swept(tmp_path: Path) -> None:
    storage = local_storage(tmp_path)
    old, young = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 20, tzinfo=UTC)
    for path, touched in {
        storage.arrivals / "in-crashed": old,
        tmp_path / "uploads" / "pieces" / "broken-off": old,
        tmp_path / "uploads" / "pieces" / "under-way": young,
    }.items():
        path.write_bytes(b"part")
        os.utime(path, (touched.timestamp(), touched.timestamp()))
    assert await storage.sweep(before=young - timedelta(days=7)) == 2
    assert [path.name for path in tmp_path.glob("uploads/*/*")] == ["under-way"]


async def test_one_that_goes_while_it_is_swept_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")  # listed, and not there when it is looked at
    assert await Pieces(tmp_path).sweep(datetime(2026, 11, 20, tzinfo=UTC)) == 0
