"""已用印 and the scan of the sealed copy, through the API."""

import hashlib
from uuid import UUID

import httpx
import pytest

from backend.foundation.database import transaction
from backend.foundation.letters.official import HandOverRecord, find, void
from backend.foundation.storage.place import storage
from tests.foundation.evidence.pictures import photo
from tests.foundation.letters.official.papers import AT, LETTER, MATERIALS
from tests.office.letters.desk import letter_of
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")
RECORD_OF_BOTH = HandOverRecord(
    matter=LETTER.matter, discovered_at=LETTER.discovered_at, facts=LETTER.facts, materials=MATERIALS
)
PDF = b"%PDF-1.7\nsealed\n%%EOF\n"


async def send(
    client: httpx.AsyncClient, letter: UUID, content: bytes = PDF, media_type: str = "application/pdf"
) -> httpx.Response:
    return await client.put(
        f"/api/v1/letters/{letter}/scan", content=content, headers={"Content-Type": media_type}
    )


async def test_the_scan_is_kept_as_it_was_sent(cast: Cast) -> None:
    letter, office = await letter_of(cast), await cast.script("dangban")
    answer = await send(office, letter.id)
    assert answer.status_code == 201, answer.text
    digest = hashlib.sha256(PDF).hexdigest()
    assert answer.json()["scan"] == {"sha256": digest, "bytes": len(PDF)}
    assert answer.json()["state"] == "已存盖章件"
    assert answer.json()["receipt"]["signature"]
    assert await storage().blobs.size(digest) == len(PDF)
    taken = await office.get(f"/letters/{letter.id}/scan")
    assert (taken.content, taken.headers["content-type"]) == (PDF, "application/pdf")
    assert "attachment" in taken.headers["content-disposition"]


async def test_the_same_scan_twice_is_harmless(cast: Cast) -> None:
    letter, office = await letter_of(cast), await cast.script("dangban")
    assert [(await send(office, letter.id)).status_code for _ in range(2)] == [201, 200]


async def test_a_photo_of_the_sealed_copy_will_do(cast: Cast) -> None:
    letter, office = await letter_of(cast), await cast.script("dangban")
    assert (await send(office, letter.id, photo(), "image/jpeg")).status_code == 201


@pytest.mark.parametrize(
    ("content", "media_type", "code"),
    [
        (b"PK\x03\x04", "application/zip", "scan_refused"),
        (PDF, "", "scan_refused"),
        (b"GIF89a", "image/jpeg", "media_type_refused"),
        (b"%PDF-1.7 cut short", "application/pdf", "file_truncated"),
        (PDF, "image/jpeg", "media_type_refused"),
        (b"", "application/pdf", "media_type_refused"),
    ],
)
async def test_what_is_no_scan_is_refused_and_not_kept(
    content: bytes, media_type: str, code: str, cast: Cast
) -> None:
    letter, office = await letter_of(cast), await cast.script("dangban")
    answer = await send(office, letter.id, content, media_type)
    assert answer.json()["code"] == code
    assert (await find(letter.id)).scan_sha256 == ""


async def test_what_says_it_is_too_large_is_not_even_read(cast: Cast) -> None:
    letter, office = await letter_of(cast), await cast.script("dangban")
    answer = await office.put(
        f"/api/v1/letters/{letter.id}/scan",
        content=PDF,
        headers={"Content-Type": "application/pdf", "Content-Length": str(200 * 1024 * 1024)},
    )
    assert answer.json()["code"] == "too_large"


async def test_sealing_alone_is_noted_once(cast: Cast) -> None:
    letter, office = await letter_of(cast), await cast.script("dangban")
    answers = [await office.post(f"/api/v1/letters/{letter.id}/sealing", json={}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["state"] == "已用印"


async def test_a_void_letter_is_not_sealed(cast: Cast) -> None:
    letter, office = await letter_of(cast), await cast.script("dangban")
    async with transaction():
        await void(letter.id, AT, letter.issued_by, "撤回")
    assert (await send(office, letter.id)).json()["code"] == "letter_void"
    sealing = await office.post(f"/api/v1/letters/{letter.id}/sealing", json={})
    assert sealing.json()["code"] == "letter_void"


async def test_what_both_sides_sign_is_never_sealed(cast: Cast) -> None:
    letter, office = await letter_of(cast, content=RECORD_OF_BOTH), await cast.script("dangban")
    sealing = await office.post(f"/api/v1/letters/{letter.id}/sealing", json={})
    assert (sealing.status_code, sealing.json()["code"]) == (409, "seal_not_used")
    offered = (await (await cast.browser("dangban")).get(f"/letters/{letter.id}")).text
    assert "已用印" not in offered
    assert "不用印，双方签名" in offered


async def test_its_signed_copy_is_scanned_without_a_seal(cast: Cast) -> None:
    letter, office = await letter_of(cast, content=RECORD_OF_BOTH), await cast.script("dangban")
    answer = (await send(office, letter.id)).json()
    assert (answer["state"], answer["sealed_at"]) == ("已存签名件", None)
    text = (await (await cast.browser("dangban")).get(f"/letters/{letter.id}")).text
    assert "的签名扫描件" in text
    assert "盖章" not in text


@pytest.mark.parametrize(
    ("username", "status"),
    [("chengguan", 403), ("xieguan", 403), ("lingdao", 403), ("yingji", 404), ("linzhen", 404)],
)
async def test_only_the_issuing_bodys_officers_seal(username: str, status: int, cast: Cast) -> None:
    letter, script = await letter_of(cast), await cast.script(username)
    assert (await send(script, letter.id)).status_code == status
    assert (await script.post(f"/api/v1/letters/{letter.id}/sealing", json={})).status_code == status
