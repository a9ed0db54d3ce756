"""Whatever is altered about a photo behind our back is found and named."""

from pathlib import Path

import pytest

from backend.foundation.database import rows
from backend.foundation.evidence.verification import verify_photos
from backend.foundation.storage.local import LocalBlobs
from backend.foundation.storage.place import storage
from tests.foundation.evidence.pictures import photo
from tests.foundation.evidence.sending import Sender


def blob_of(sha256: str) -> Path:
    blobs = storage().blobs
    assert isinstance(blobs, LocalBlobs)
    return blobs.path(sha256)


@pytest.fixture
async def taken(li: Sender) -> tuple[str, str]:
    """A photo of this test alone, as id and digest."""
    photo_id = await li.take(photo(321, 123))
    return photo_id, (await li.call("GET", photo_id)).json()["sha256"]


async def test_untouched_photos_are_walked_and_equal_bytes_read_once(li: Sender) -> None:
    content = photo(222, 111)
    for _ in range(3):
        await li.take(content)
    walk = await verify_photos()
    assert (walk.fault, walk.photos, walk.bytes) == (None, 3, len(content))


async def test_altered_bytes_are_found(taken: tuple[str, str]) -> None:
    path = blob_of(taken[1])
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    try:
        fault = (await verify_photos()).fault
    finally:
        path.unlink()
    assert fault is not None
    assert (fault.where, fault.how) == (f"photo {taken[0]}", "its bytes were altered")


async def test_missing_bytes_are_found(taken: tuple[str, str]) -> None:
    blob_of(taken[1]).unlink()
    fault = (await verify_photos()).fault
    assert fault is not None
    assert fault.how == "its bytes are missing"


@pytest.mark.parametrize(
    ("tampering", "how"),
    [
        ("UPDATE photos SET sha256 = '0000' WHERE id = ?", "its row names other bytes than the journal"),
        ("DELETE FROM photos WHERE id = ?", "its row is missing"),
        (
            "UPDATE events SET kind = 'photo.registered' WHERE record_id = ? AND kind = 'photo.content'",
            "the journal knows nothing of its content",
        ),
    ],
)
async def test_an_altered_row_is_found(taken: tuple[str, str], tampering: str, how: str) -> None:
    await rows(tampering, taken[0])
    fault = (await verify_photos()).fault
    assert fault is not None
    assert (fault.where, fault.how) == (f"photo {taken[0]}", how)
