"""The copies of a photo: made off the request path, served to whoever sees the subject, corroboration found on the way."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from backend.foundation.database import row, rows
from backend.foundation.evidence import development
from backend.foundation.evidence.copies import recipe
from tests.foundation.evidence.pictures import encoded, photo, scene
from tests.foundation.evidence.sending import Sender
from tests.rig.database import RolledBack

PHOTO = photo(1200, 900)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


async def get(li: Sender, photo_id: str, variant: str, **headers: str) -> Any:
    return await li.call("GET", f"{photo_id}/content", params={"variant": variant}, headers=headers)


async def test_copies_are_made_once_the_bytes_are_committed(
    li: Sender, press: None, database: RolledBack
) -> None:
    photo_id = await li.take(PHOTO)
    await database.committed()
    await development.settled()
    developed = (await li.call("GET", photo_id)).json()
    assert (developed["copies"], developed["width"], developed["height"]) == ("ready", 1200, 900)
    assert developed["corroboration"]["verdict"] == "agrees"
    event = await row("SELECT kind, actor FROM events WHERE kind = 'photo.developed'")
    assert event == {"kind": "photo.developed", "actor": None}


@pytest.mark.parametrize(
    ("variant", "form", "size"), [("display", "JPEG", (1200, 900)), ("thumb", "WEBP", (320, 240))]
)
async def test_a_copy_that_is_missing_is_made_when_somebody_looks(
    li: Sender, press: None, variant: str, form: str, size: tuple[int, int]
) -> None:
    answer = await get(li, await li.take(PHOTO), variant)
    assert (opened(answer.content).format, opened(answer.content).size) == (form, size)
    assert answer.headers["cache-control"].startswith("private")
    assert "content-disposition" not in answer.headers


async def test_a_known_copy_is_answered_with_304(li: Sender, press: None) -> None:
    photo_id = await li.take(PHOTO)
    etag = (await get(li, photo_id, "thumb")).headers["etag"]
    again = await get(li, photo_id, "thumb", **{"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


async def test_the_watermarked_copy_is_a_file_with_a_bar_at_its_foot(li: Sender, press: None) -> None:
    answer = await get(li, await li.take(PHOTO), "watermarked")
    assert "attachment" in answer.headers["content-disposition"]
    foot = opened(answer.content).getpixel((3, 890))
    assert sum(foot) < 120  # type: ignore[arg-type]


async def test_a_redacted_copy_is_black_where_the_boxes_are(li: Sender, press: None) -> None:
    photo_id = await li.take(PHOTO)
    assert (await get(li, photo_id, "redacted")).json()["code"] == "redaction_missing"
    boxes = [{"x": 0, "y": 0, "w": 0.25, "h": 0.25}]
    assert (await li.call("POST", f"{photo_id}/redactions", json={"boxes": boxes})).status_code == 201
    for leaving in ("redacted", "watermarked"):
        covered = opened((await get(li, photo_id, leaving)).content)
        assert sum(covered.getpixel((5, 5))) < 30  # type: ignore[arg-type]
    shown = opened((await get(li, photo_id, "display")).content)
    assert sum(shown.getpixel((5, 5))) > 700  # type: ignore[arg-type]


async def test_without_a_press_the_original_is_there_and_a_copy_is_promised(li: Sender) -> None:
    content = photo(433, 222)
    photo_id = await li.take(content)
    answer = await get(li, photo_id, "display")
    assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (
        503,
        "copy_not_ready",
        "5",
    )
    assert (await get(li, photo_id, "original")).content == content


async def test_a_photo_no_decoder_can_read_is_kept_and_says_so(li: Sender, press: None) -> None:
    whole = encoded(scene(), "WEBP")
    broken = whole[:60] + bytes(len(whole) - 60)
    photo_id = await li.take(broken, media_type="image/webp")
    for _ in range(2):
        answer = await get(li, photo_id, "display")
        assert (answer.status_code, answer.json()["code"]) == (422, "photo_unreadable")
    assert (await li.call("GET", photo_id)).json()["copies"] == "failed"
    assert (await get(li, photo_id, "original")).content == broken


async def test_what_a_stop_left_waiting_is_made_after_the_next_start(li: Sender, press: None) -> None:
    photo_id = await li.take(photo(500, 400))
    await development.resume()
    await development.settled()
    assert (await li.call("GET", photo_id)).json()["copies"] == "ready"


async def test_a_picture_from_the_gallery_that_contradicts_its_record_is_flagged(
    li: Sender, press: None
) -> None:
    old = photo(300, 200, taken="2026:11:18 09:00:00", lat=25.0, lon=102.25)
    photo_id = await li.take(old, source="gallery")
    await get(li, photo_id, "thumb")
    assert (await li.call("GET", photo_id)).json()["corroboration"] == {
        "verdict": "time,position",
        "time": "differs",
        "position": "differs",
        "words": ["照片文件里的拍摄时间比登记早3天", "照片文件里的位置与登记相距55.4公里"],
    }


async def test_an_emptied_folder_of_copies_is_no_loss(li: Sender, press: None) -> None:
    content = photo(610, 410)
    photo_id = await li.take(content)
    first = await get(li, photo_id, "display")
    sha256 = (await li.call("GET", photo_id)).json()["sha256"]
    development.copies().path(recipe(sha256, "display")).unlink()
    assert (await get(li, photo_id, "display")).content == first.content
    assert len(await rows("SELECT id FROM events WHERE kind = 'photo.developed'")) == 1
