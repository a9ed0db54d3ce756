"""Blobs are kept under what they are, once, and can no longer be written."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.foundation.refusals import Refusal
from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.storage.local import LocalBlobs
from backend.foundation.storage.place import Storage, local_storage
from backend.foundation.storage.receiving import Received, received

PHOTO = b"\xff\xd8 a photo \xff\xd9"


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    return local_storage(tmp_path)


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def keep(storage: Storage, *parts: bytes) -> str:
    async with received(chunks(*parts), storage.arrivals, ceiling=10_000_000) as arrival:
        return (await storage.blobs.adopt(arrival)).sha256


async def content(storage: Storage, sha256: str, start: int = 0, length: int | None = None) -> bytes:
    return b"".join([chunk async for chunk in await storage.blobs.read(sha256, start, length)])


async def test_bytes_come_back_as_they_went_in(storage: Storage) -> None:
    big = bytes(range(256)) * 8192
    sha256 = await keep(storage, PHOTO, big, PHOTO)
    assert sha256 == hashlib.sha256(PHOTO + big + PHOTO).hexdigest()
    assert await content(storage, sha256) == PHOTO + big + PHOTO
    assert await storage.blobs.size(sha256) == len(PHOTO + big + PHOTO)


async def test_a_part_can_be_read(storage: Storage) -> None:
    sha256 = await keep(storage, b"0123456789")
    assert await content(storage, sha256, start=3, length=4) == b"3456"
    assert await content(storage, sha256, start=8) == b"89"


async def test_the_file_is_read_only_and_lies_in_the_folder_of_its_first_byte(
    storage: Storage, tmp_path: Path
) -> None:
    sha256 = await keep(storage, PHOTO)
    path = tmp_path / "blobs" / sha256[:2] / sha256
    assert path.stat().st_mode & 0o777 == 0o444


async def test_equal_bytes_are_kept_once(storage: Storage, tmp_path: Path) -> None:
    first = await keep(storage, PHOTO)
    kept = next(tmp_path.glob("blobs/*/*")).stat().st_ino
    assert await keep(storage, PHOTO) == first
    assert [path.stat().st_ino for path in tmp_path.glob("blobs/*/*")] == [kept]


async def test_nothing_is_left_in_the_waiting_room(storage: Storage) -> None:
    await keep(storage, PHOTO)
    await keep(storage, PHOTO)
    assert list(storage.arrivals.iterdir()) == []


@pytest.mark.parametrize("left", [b"", PHOTO[:3], bytes(len(PHOTO))], ids=["nothing", "half", "zeros"])
async def test_what_a_power_cut_left_under_the_name_is_replaced(tmp_path: Path, left: bytes) -> None:
    storage = local_storage(tmp_path)
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    broken = LocalBlobs(tmp_path / "blobs").path(sha256)
    broken.parent.mkdir(parents=True)
    broken.write_bytes(left)
    broken.chmod(0o444)
    assert await keep(storage, PHOTO) == sha256
    assert await content(storage, sha256) == PHOTO
    assert list(storage.arrivals.iterdir()) == []


async def test_what_fails_its_examination_is_kept_nowhere(storage: Storage, tmp_path: Path) -> None:
    def refuse(file: Received) -> None:
        assert file.path.read_bytes() == PHOTO
        raise Refusal("media_type_refused")

    with pytest.raises(Refusal):
        async with received(chunks(PHOTO), storage.arrivals, ceiling=100) as arrival:
            await storage.blobs.adopt(arrival, refuse)
    assert list(storage.arrivals.iterdir()) == list(tmp_path.glob("blobs/*/*")) == []


async def test_unknown_digests_are_missing(storage: Storage) -> None:
    with pytest.raises(BlobMissing):
        await content(storage, "0" * 64)
    with pytest.raises(BlobMissing):
        async with storage.blobs.as_file("0" * 64):
            pass


async def test_a_kept_blob_can_be_had_as_a_file(storage: Storage) -> None:
    async with storage.blobs.as_file(await keep(storage, PHOTO)) as path:
        assert path.read_bytes() == PHOTO
