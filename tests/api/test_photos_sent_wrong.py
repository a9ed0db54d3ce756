"""Photos that are not what they were said to be, in any number of pieces: refused, and nothing of them is kept."""

import hashlib
from typing import Any
from uuid import uuid4

import httpx
import pytest
from _pytest.subtests import Subtests

from backend.foundation.storage.place import storage
from tests.api.footprint import footprint
from tests.api.refusing import problem
from tests.api.targets import PICTURE, registration, set_up
from tests.field.street import Street, ago
from tests.foundation.evidence.pictures import encoded, film, heic_shell, paper, scene

MEGABYTE = 1024 * 1024
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GIF = encoded(scene(8, 8), "GIF")

REGISTERED: dict[str, tuple[dict[str, Any], str]] = {
    "a digest that is none": ({"sha256": "g" * 64}, "invalid"),
    "a digest too short": ({"sha256": "a" * 63}, "invalid"),
    "no bytes": ({"bytes": 0}, "invalid"),
    "fewer than none": ({"bytes": -1}, "invalid"),
    "more than can be counted": ({"bytes": 2**70}, "too_large"),
    "more than a photo may have": ({"bytes": 30 * MEGABYTE + 1}, "too_large"),
    "a film": ({"media_type": "video/mp4"}, "media_type_refused"),
    "a drawing": ({"media_type": "image/svg+xml"}, "media_type_refused"),
    "no type": ({"media_type": "///"}, "media_type_refused"),
    "taken tomorrow": ({"taken_at": ago(days=-1)}, "time_in_future"),
    "of no kind of record": ({"subject": {"kind": "dream", "id": str(uuid4())}}, "invalid"),
    "nowhere but said to be somewhere": ({"position": {"source": "gps"}}, "invalid"),
    "half a place": ({"position": {"lat": 24.0, "source": "gps"}}, "invalid"),
    "a place nobody took": ({"position": {"lat": 24.0, "lon": 102.0}}, "invalid"),
}

# What is registered as a JPEG of that very digest and size, and is none.
CONTENTS: dict[str, bytes] = {
    "text": b"no picture at all" * 40,
    "SVG": SVG,
    "a page": b"<!doctype html><script>alert(1)</script>",
    "GIF": GIF,
    "PNG": encoded(scene(64, 64), "PNG"),
    "HEIC": heic_shell(),
    "a film": film(),
    "an archive": paper("word/document.xml"),
    "half a JPEG": PICTURE[: len(PICTURE) // 2],
    "the head of a JPEG": b"\xff\xd8\xff\xe0",
    "zeros": bytes(5000),
}


async def bytes_of(street: Street, method: str, photo: str, content: bytes, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    address = f"/api/v1/photos/{photo}/content"
    return await street.clients["duiyuan"].request(method, address, content=content, headers=named)


async def registered(street: Street, targets: dict[str, str], content: bytes) -> str:
    photo = str(uuid4())
    body = registration("finding", targets["finding"], content)
    assert (await street.put("duiyuan", f"/photos/{photo}", body)).status_code == 201
    return photo


def kept_files() -> int:
    return sum(1 for path in storage().arrivals.rglob("*") if path.is_file())


async def test_a_registration_that_cannot_be(street: Street, subtests: Subtests) -> None:
    targets = await set_up(street)
    before = await footprint()
    for name, (change, code) in REGISTERED.items():
        with subtests.test(name):
            body = registration("finding", targets["finding"]) | change
            assert problem(await street.put("duiyuan", f"/photos/{uuid4()}", body)) == code
    assert await footprint() == before


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize("name", CONTENTS)
async def test_bytes_that_are_no_photo(street: Street, name: str, method: str) -> None:
    content = CONTENTS[name]
    photo = await registered(street, await set_up(street), content)
    before = await footprint()
    code = problem(await bytes_of(street, method, photo, content, Upload_Offset="0"))
    assert code in ("media_type_refused", "photo_truncated", "photo_unreadable", "photo_too_many_pixels")
    assert await footprint() == before
    assert kept_files() == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (PICTURE[:-1], "size_mismatch"),
        (PICTURE + b"x", "size_mismatch"),
        (b"", "size_mismatch"),
        (PICTURE[:-1] + b"x", "digest_mismatch"),
        (bytes(len(PICTURE)), "digest_mismatch"),
    ],
)
async def test_other_bytes_than_were_registered(street: Street, content: bytes, code: str) -> None:
    targets = await set_up(street)
    before = await footprint()
    assert problem(await bytes_of(street, "PUT", targets["awaited"], content)) == code
    assert await footprint() == before
    assert kept_files() == 0


@pytest.mark.parametrize("offset", ["-1", "1", "x", "", "1e3", "99999999999999999999", "9" * 5000, "٣", "²"])
async def test_a_piece_that_does_not_fit(street: Street, offset: str) -> None:
    targets = await set_up(street)
    before = await footprint()
    client = street.clients["duiyuan"]
    answer = await client.patch(
        f"/api/v1/photos/{targets['awaited']}/content",
        content=PICTURE,
        headers=[(b"Upload-Offset", offset.encode("latin-1" if offset == "²" else "utf-8"))],
    )
    assert problem(answer) in ("invalid", "upload_offset")
    assert await footprint() == before


async def test_a_piece_without_its_place_and_one_beyond_the_end(street: Street) -> None:
    targets = await set_up(street)
    before = await footprint()
    assert problem(await bytes_of(street, "PATCH", targets["awaited"], PICTURE)) == "invalid"
    beyond = await bytes_of(street, "PATCH", targets["awaited"], PICTURE + PICTURE, Upload_Offset="0")
    assert problem(beyond) == "size_mismatch"
    assert await footprint() == before


async def test_a_hundred_megabytes_are_turned_away_while_they_come(street: Street) -> None:
    targets = await set_up(street)
    before = await footprint()
    read = 0

    async def endless() -> Any:
        nonlocal read
        for _ in range(100):
            read += MEGABYTE
            yield bytes(MEGABYTE)

    client = street.clients["duiyuan"]
    answer = await client.put(f"/api/v1/photos/{targets['awaited']}/content", content=endless())
    assert problem(answer) == "size_mismatch"
    assert await footprint() == before
    assert kept_files() == 0


async def test_somebody_elses_photo_takes_no_bytes(street: Street) -> None:
    targets = await set_up(street)
    before = await footprint()
    for who in ("minjing", "linzhen"):
        client = street.clients[who]
        answer = await client.put(f"/api/v1/photos/{targets['awaited']}/content", content=PICTURE)
        assert problem(answer) in ("not_found", "not_allowed")
    assert await footprint() == before


async def test_equal_bytes_under_another_digest_are_another_photo_and_refused(street: Street) -> None:
    targets = await set_up(street)
    photo = str(uuid4())
    body = registration("finding", targets["finding"]) | {"sha256": hashlib.sha256(b"other").hexdigest()}
    assert (await street.put("duiyuan", f"/photos/{photo}", body)).status_code == 201
    before = await footprint()
    assert problem(await bytes_of(street, "PUT", photo, PICTURE)) == "digest_mismatch"
    assert await footprint() == before
