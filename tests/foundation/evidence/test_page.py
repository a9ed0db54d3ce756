"""The page of one photo says what is recorded, what the file says, and what can be done."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.foundation.evidence.conftest import MORNING, Page
from tests.foundation.evidence.pictures import photo
from tests.foundation.evidence.sending import Sender


async def shown(phone: Sender, photo_id: str) -> tuple[int, str]:
    answer = await phone.house.get(f"/photos/{photo_id}", headers={"Authorization": f"Bearer {phone.token}"})
    return answer.status_code, answer.text


async def developed(li: Sender, content: bytes, **changes: Any) -> str:
    photo_id = await li.take(content, **changes)
    await li.call("GET", f"{photo_id}/content", params={"variant": "thumb"})
    return photo_id


async def test_it_shows_the_copy_and_every_recorded_fact(li: Sender, press: None) -> None:
    status, page = await shown(li, await developed(li, photo(401, 301)))
    assert status == 200
    for words in (
        "content?variant=display",
        "2026年11月21日 周六 14:12:31",
        "24.50000, 102.25000（WGS-84）",
        "卫星定位 ±8米",
        "应用内拍摄",
        "李旻堃 · 综合行政执法队",
        "401×301",
        "HUAWEI nova 9",
        "与登记一致",
        "原件传到，SHA-256核对一致",
    ):
        assert words in page


async def test_what_contradicts_is_in_plain_sight(li: Sender, press: None) -> None:
    content = photo(402, 302, taken="2026:11:18 09:00:00") + b"tail"
    _, page = await shown(li, await developed(li, content, source="gallery"))
    assert "照片文件里的拍摄时间比登记早3天" in page
    assert "文件末尾之后另有" in page
    assert all(words in page for words in ("相册选取", "上传人", "文件时间"))
    assert "拍摄人" not in page


async def test_a_photo_whose_content_is_still_on_the_phone_says_so(li: Sender) -> None:
    photo_id = (await li.register(photo())).json()["id"]
    _, page = await shown(li, photo_id)
    assert "照片内容还没有传到" in page
    assert "下载原件" not in page


async def test_a_late_photo_of_a_phone_with_a_wrong_clock_is_marked(li: Sender, page: Page) -> None:
    page.closed_at = MORNING
    ahead = {"Liandong-Sent-At": (MORNING + timedelta(minutes=20)).isoformat()}
    photo_id = str(uuid4())
    await li.call("PUT", photo_id, json=li.registration(photo()), headers=ahead)
    _, text = await shown(li, photo_id)
    assert "备案以后才传到" in text
    assert "发送时手机时钟快20分钟" in text


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize(
    ("name", "status", "covers", "takes_down"),
    [("李", 200, True, True), ("张", 200, True, False), ("赵", 404, False, False), ("管", 403, False, False)],
)
async def test_each_is_offered_what_they_may_do(
    li: Sender, town: dict[str, str], *, name: str, status: int, covers: bool, takes_down: bool
) -> None:
    photo_id = await developed(li, photo(403, 303))
    answered, page = await shown(li.as_(town[name]), photo_id)
    assert answered == status
    assert ("画遮挡框" in page, "撤下这张照片" in page) == (covers, takes_down)


async def test_once_something_is_covered_the_redacted_copy_is_offered(li: Sender, press: None) -> None:
    photo_id = await developed(li, photo(404, 304))
    assert "variant=watermarked" in (await shown(li, photo_id))[1]
    box = {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4}
    await li.call("POST", f"{photo_id}/redactions", json={"boxes": [box]})
    _, page = await shown(li, photo_id)
    assert "variant=redacted" in page
    assert '<rect class="ld-photo__box" x="0.1" y="0.2" width="0.3" height="0.4"/>' in page
