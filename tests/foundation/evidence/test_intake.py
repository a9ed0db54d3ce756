"""PUT and PATCH …/content: the bytes are what was registered, or nothing of them is kept."""

import hashlib
from collections.abc import AsyncIterator
from uuid import UUID, uuid4, uuid5

import pytest

from backend.foundation.database import rows
from backend.foundation.evidence.examination import PHOTO_CEILING
from backend.foundation.storage.place import storage
from tests.foundation.evidence.conftest import Page
from tests.foundation.evidence.pictures import encoded, heic_shell, photo, scene
from tests.foundation.evidence.sending import Sender
from tests.foundation.evidence.test_examination import bomb
from tests.foundation.evidence.trailers import LEFT_BY_PHONES

PHOTO = photo()
MOVING = photo() + LEFT_BY_PHONES["Samsung: a moving photo"]


async def registered(li: Sender, content: bytes, media_type: str = "image/jpeg") -> str:
    return str((await li.register(content, media_type=media_type)).json()["id"])


async def test_bytes_are_taken_once_and_recognised_ever_after(li: Sender, page: Page) -> None:
    photo_id = await registered(li, PHOTO)
    first, again = [await li.send(photo_id, PHOTO) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["receipt"] == again.json()["receipt"]
    assert first.json()["receipt"]["digest"] == hashlib.sha256(PHOTO).hexdigest()
    assert first.json()["content_at"] == "2026-11-21T14:20:00+08:00"
    assert page.changes == 1


async def test_of_two_requests_that_bring_the_bytes_at_once_one_takes_them_in(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    overtaking = []

    async def overtaken() -> AsyncIterator[bytes]:
        overtaking.append(await li.send(photo_id, PHOTO))
        yield PHOTO

    late = await li.call("PUT", f"{photo_id}/content", content=overtaken())
    assert (overtaking[0].status_code, late.status_code) == (201, 200)
    assert late.json()["receipt"] == overtaking[0].json()["receipt"]
    assert len(await rows("SELECT id FROM events WHERE kind = 'photo.content'")) == 1
    assert (await li.call("GET", photo_id)).json()["version"] == late.json()["version"] == 2


async def test_where_another_record_has_the_id_of_its_receipt_nothing_is_signed_for(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    await li.register(PHOTO, uuid5(UUID(photo_id), "content"))
    answer = await li.send(photo_id, PHOTO)
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")


async def test_lost_bytes_are_said_to_be_lost_and_come_back_with_the_next_sending(li: Sender) -> None:
    photo_id = await li.take(PHOTO)
    async with storage().blobs.as_file(hashlib.sha256(PHOTO).hexdigest()) as path:
        path.unlink()
    lost = await li.call("GET", f"{photo_id}/content")
    assert (lost.status_code, lost.json()["code"]) == (503, "content_lost")
    assert (await li.send(photo_id, PHOTO)).status_code == 200
    assert (await li.call("GET", f"{photo_id}/content")).content == PHOTO


async def test_lost_bytes_come_back_in_pieces_too(li: Sender) -> None:
    photo_id = await li.take(PHOTO)
    async with storage().blobs.as_file(hashlib.sha256(PHOTO).hexdigest()) as path:
        path.unlink()
    assert (await li.call("HEAD", f"{photo_id}/content")).headers["upload-offset"] == "0"
    assert (await li.piece(photo_id, 0, PHOTO)).status_code == 200
    assert (await li.call("GET", f"{photo_id}/content")).content == PHOTO


async def test_bytes_a_disk_has_changed_are_put_right_by_the_next_sending(li: Sender) -> None:
    photo_id = await li.take(PHOTO)
    async with storage().blobs.as_file(hashlib.sha256(PHOTO).hexdigest()) as path:
        path.chmod(0o644)
        path.write_bytes(PHOTO[:-1] + b"?")
    assert (await li.send(photo_id, PHOTO)).status_code == 200
    assert (await li.call("GET", f"{photo_id}/content")).content == PHOTO


async def test_the_original_comes_back_byte_for_byte_as_a_file_to_keep(li: Sender) -> None:
    answer = await li.call("GET", f"{await li.take(MOVING)}/content")
    assert answer.content == MOVING
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert (answer.headers["x-content-type-options"], answer.headers["content-type"]) == (
        "nosniff",
        "image/jpeg",
    )
    assert answer.headers["content-length"] == str(len(MOVING))


async def test_other_bytes_are_refused_also_once_the_right_ones_are_here(li: Sender) -> None:
    other = PHOTO[:-3] + b"\x00\xff\xd9"
    photo_id = await registered(li, PHOTO)
    for _ in range(2):
        refused = await li.send(photo_id, other)
        assert (refused.status_code, refused.json()["code"]) == (422, "digest_mismatch")
        await li.send(photo_id, PHOTO)
    assert (await li.call("GET", f"{photo_id}/content")).content == PHOTO


@pytest.mark.parametrize("content", [PHOTO[:-1], PHOTO + b"\0", b""], ids=["fewer", "more", "none"])
async def test_another_number_of_bytes_is_refused(li: Sender, content: bytes) -> None:
    refused = await li.send(await registered(li, PHOTO), content)
    assert (refused.status_code, refused.json()["code"]) == (422, "size_mismatch")


@pytest.mark.parametrize(
    ("content", "media_type", "status", "code"),
    [
        (PHOTO[:-500], "image/jpeg", 422, "photo_truncated"),
        (heic_shell()[:-99], "image/heic", 422, "photo_truncated"),
        (b"<svg onload='alert(1)'/>", "image/png", 415, "media_type_refused"),
        (encoded(scene(), "GIF"), "image/png", 415, "media_type_refused"),
        (encoded(scene(), "PNG"), "image/jpeg", 415, "media_type_refused"),
        (bomb(20_000, 20_000), "image/png", 422, "photo_too_many_pixels"),
    ],
    ids=["truncated", "truncated heic", "svg", "gif", "png as jpeg", "bomb"],
)
async def test_what_is_no_whole_photo_is_refused_and_not_kept(
    li: Sender, content: bytes, media_type: str, status: int, code: str
) -> None:
    photo_id = await registered(li, content, media_type)
    refused = await li.send(photo_id, content)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert (await li.call("GET", f"{photo_id}/content")).json()["code"] == "content_not_here"
    assert list(storage().arrivals.iterdir()) == []


async def test_a_hundred_megabytes_are_refused_without_being_read(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        for _ in range(100):
            read += 1
            yield b"\xff\xd8\xff" + bytes(1_000_000)

    refused = await li.call(
        "PUT", f"{photo_id}/content", content=endless(), headers={"Content-Length": "100000000"}
    )
    assert (refused.status_code, refused.json()["code"], read) == (422, "size_mismatch", 0)
    too_large = await li.register(b"", bytes=PHOTO_CEILING + 1)
    assert (too_large.status_code, too_large.json()["code"]) == (413, "too_large")


async def test_a_photo_in_pieces_is_the_same_photo(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    for offset in range(0, len(PHOTO), 3000):
        head = await li.call("HEAD", f"{photo_id}/content")
        assert (head.headers["upload-offset"], head.headers["upload-length"]) == (
            str(offset),
            str(len(PHOTO)),
        )
        piece = await li.piece(photo_id, offset, PHOTO[offset : offset + 3000])
    assert piece.status_code == 201
    assert piece.json()["receipt"]["digest"] == hashlib.sha256(PHOTO).hexdigest()
    assert (await li.call("GET", f"{photo_id}/content")).content == PHOTO


async def test_an_unfinished_photo_says_how_far_it_came(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    answer = await li.piece(photo_id, 0, PHOTO[:100])
    assert (answer.status_code, answer.headers["upload-offset"], answer.content) == (204, "100", b"")


async def test_a_piece_from_the_wrong_place_is_told_the_right_one(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    await li.piece(photo_id, 0, PHOTO[:100])
    refused = await li.piece(photo_id, 0, PHOTO[:100])
    assert (refused.status_code, refused.json()["code"], refused.json()["offset"]) == (
        409,
        "upload_offset",
        100,
    )


@pytest.mark.parametrize("offset", ["", "-1", "one", "1.5"])
async def test_a_piece_must_say_where_it_begins(li: Sender, offset: str) -> None:
    photo_id = await registered(li, PHOTO)
    refused = await li.call("PATCH", f"{photo_id}/content", content=b"x", headers={"Upload-Offset": offset})
    assert (refused.status_code, refused.json()["code"]) == (400, "invalid")


async def test_pieces_that_make_something_else_are_forgotten(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    refused = await li.piece(photo_id, 0, bytes(len(PHOTO)))
    assert (refused.status_code, refused.json()["code"]) == (422, "digest_mismatch")
    assert (await li.call("HEAD", f"{photo_id}/content")).headers["upload-offset"] == "0"
    assert (await li.piece(photo_id, 0, PHOTO)).status_code == 201


async def test_more_than_was_registered_is_refused(li: Sender) -> None:
    photo_id = await registered(li, PHOTO)
    refused = await li.piece(photo_id, 0, PHOTO + b"tail")
    assert (refused.status_code, refused.json()["code"]) == (422, "size_mismatch")


async def test_a_phone_that_lost_the_last_answer_gets_it_again(li: Sender) -> None:
    photo_id = await li.take(PHOTO)
    assert (await li.call("HEAD", f"{photo_id}/content")).headers["upload-offset"] == str(len(PHOTO))
    again = await li.piece(photo_id, len(PHOTO), b"")
    assert (again.status_code, again.json()["receipt"]["digest"]) == (200, hashlib.sha256(PHOTO).hexdigest())


async def test_only_who_took_the_photo_sends_its_bytes(li: Sender, town: dict[str, str]) -> None:
    photo_id = await registered(li, PHOTO)
    for name, status in (("王", 403), ("赵", 404)):
        phone = li.as_(town[name])
        assert (await phone.send(photo_id, PHOTO)).status_code == status
        assert (await phone.piece(photo_id, 0, PHOTO)).status_code == status
        assert (await phone.call("HEAD", f"{photo_id}/content")).status_code == status


async def test_bytes_for_a_photo_nobody_registered_are_refused(li: Sender) -> None:
    assert (await li.send(uuid4(), PHOTO)).status_code == 404
