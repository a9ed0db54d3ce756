"""Whatever is altered about a photo behind our back is found and named."""

from pathlib import Path

import pytest

from backend.foundation.database import rows
from backend.foundation.evidence.verification import verify_photos
from backend.foundation.storage.local import LocalBlobs
from backend.foundation.storage.place import storage
from tests.foundation.evidence.pictures import photo
from tests.foundation.evidence.sending import Sender

BOXES = {"boxes": [{"x": 0.1, "y": 0.1, "w": 0.2, "h": 0.2}]}


def blob_of(sha256: str) -> Path:
    blobs = storage().blobs
    assert isinstance(blobs, LocalBlobs)
    return blobs.path(sha256)


@pytest.fixture
async def taken(li: Sender) -> tuple[str, str]:
    """A photo of this test alone, as id and digest."""
    photo_id = await li.take(photo(321, 123))
    return photo_id, (await li.call("GET", photo_id)).json()["sha256"]


async def test_untouched_photos_are_walked_with_those_that_share_their_bytes(li: Sender) -> None:
    content = photo(222, 111)
    photos = [await li.take(content) for _ in range(3)]
    await li.call("POST", f"{photos[0]}/redactions", json=BOXES)
    await li.register(photo(223, 111))
    walk = await verify_photos()
    assert (walk.fault, walk.photos) == (None, 3)


async def test_altered_bytes_are_found(taken: tuple[str, str]) -> None:
    path = blob_of(taken[1])
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    try:
        fault = (await verify_photos()).fault
    finally:
        path.unlink()
    assert fault is not None
    assert (fault.where.split()[1], fault.how) == (taken[0], "its bytes were altered")


async def test_missing_bytes_are_found(taken: tuple[str, str]) -> None:
    blob_of(taken[1]).unlink()
    fault = (await verify_photos()).fault
    assert fault is not None
    assert fault.how == "its bytes are missing"


@pytest.mark.parametrize(
    ("tampering", "how"),
    [
        ("UPDATE photos SET sha256 = '0000' WHERE id = ?", "its row names another SHA-256 than the journal"),
        ("DELETE FROM photos WHERE id = ?", "its row is missing"),
        (
            "UPDATE events SET kind = 'photo.registered' WHERE record_id = ? AND kind = 'photo.content'",
            "its row and the journal disagree whether its bytes were taken in",
        ),
    ],
)
async def test_an_altered_row_is_found(taken: tuple[str, str], tampering: str, how: str) -> None:
    await rows(tampering, taken[0])
    fault = (await verify_photos()).fault
    assert fault is not None
    assert (fault.where, fault.how) == (f"photo {taken[0]}", how)


@pytest.mark.parametrize(
    "tampering",
    ["UPDATE redactions SET boxes = '[]' WHERE photo = ?", "DELETE FROM redactions WHERE photo = ?"],
)
async def test_an_altered_redaction_is_found(li: Sender, taken: tuple[str, str], tampering: str) -> None:
    await li.call("POST", f"{taken[0]}/redactions", json=BOXES)
    await rows(tampering, taken[0])
    fault = (await verify_photos()).fault
    assert fault is not None
    assert (fault.what, fault.where) == ("redaction", f"redactions of photo {taken[0]}")
