"""PUT /photos/{uuid}: registered once, recognised for ever."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.foundation.evidence.conftest import MORNING, Page
from tests.foundation.evidence.pictures import photo
from tests.foundation.evidence.sending import BRIDGE, Sender

PHOTO = photo()


async def test_a_photo_is_registered_with_a_receipt(li: Sender, page: Page) -> None:
    answer = await li.register(PHOTO)
    assert answer.status_code == 201
    body = answer.json()
    assert body["receipt"]["id"] == body["id"]
    assert (body["subject"]["id"], body["taken_at"]) == (str(page.id), "2026-11-21T14:12:31+08:00")
    assert (body["position"], body["content_at"], body["copies"]) == (BRIDGE, None, "waiting")
    assert page.changes == 1


async def test_the_same_registration_again_is_recognised(li: Sender, page: Page) -> None:
    first, again = [await li.register(PHOTO, page.id) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["receipt"] == again.json()["receipt"]


async def test_key_order_absent_and_null_make_no_difference(li: Sender, page: Page) -> None:
    await li.register(PHOTO, page.id)
    turned = dict(reversed(li.registration(PHOTO, made_at=None).items()))
    assert (await li.call("PUT", str(page.id), json=turned)).status_code == 200


async def test_the_same_id_with_other_content_is_a_conflict(li: Sender, page: Page) -> None:
    await li.register(PHOTO, page.id)
    other = await li.register(PHOTO, page.id, source="gallery")
    assert (other.status_code, other.json()["code"]) == (409, "conflict")


async def test_an_id_of_somebody_else_is_a_conflict_without_content(
    li: Sender, page: Page, town: dict[str, str]
) -> None:
    await li.register(PHOTO, page.id)
    for name in ("王", "赵"):
        taken = await li.as_(town[name]).register(PHOTO, page.id)
        assert (taken.status_code, taken.json()["code"]) == (409, "conflict")
        assert "sha256" not in taken.json()


async def test_a_photo_may_come_before_its_subject(li: Sender, page: Page, town: dict[str, str]) -> None:
    page.arrived = False
    photo_id = await li.take(PHOTO)
    assert (await li.as_(town["王"]).call("GET", photo_id)).status_code == 404
    page.arrived = True
    assert (await li.as_(town["王"]).call("GET", photo_id)).status_code == 200


async def test_equal_bytes_may_be_in_any_number_of_photos(li: Sender) -> None:
    photos = [await li.take(PHOTO) for _ in range(3)]
    for photo_id in photos:
        assert (await li.call("GET", f"{photo_id}/content")).content == PHOTO


async def test_a_photo_of_a_closed_record_is_late_if_made_before_and_refused_if_made_after(
    li: Sender, page: Page
) -> None:
    page.closed_at = MORNING - timedelta(minutes=5)
    late = await li.register(PHOTO)
    assert (late.status_code, late.json()["late"]) == (201, True)
    after = await li.register(PHOTO, taken_at="2026-11-21T14:19:00+08:00")
    assert (after.status_code, after.json()["code"]) == (409, "filed")


async def test_a_device_whose_clock_is_ahead_is_put_right_before_its_photo_is_judged(
    li: Sender, page: Page
) -> None:
    page.closed_at = MORNING - timedelta(minutes=5)
    ahead = {"Liandong-Sent-At": (MORNING + timedelta(hours=1)).isoformat()}
    body = li.registration(PHOTO, taken_at=(MORNING + timedelta(minutes=50)).isoformat())
    answer = await li.call("PUT", str(uuid4()), json=body, headers=ahead)
    assert (answer.status_code, answer.json()["late"], answer.json()["clock_offset_s"]) == (201, True, 3600.0)


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"bytes": 100_000_000}, 413, "too_large"),
        ({"bytes": 0}, 400, "invalid"),
        ({"media_type": "image/svg+xml"}, 415, "media_type_refused"),
        ({"media_type": "text/html"}, 415, "media_type_refused"),
        ({"media_type": "application/pdf"}, 415, "media_type_refused"),
        ({"sha256": "0" * 63}, 400, "invalid"),
        ({"source": "screenshot"}, 400, "invalid"),
        ({"subject": {"kind": "weather", "id": str(uuid4())}}, 400, "invalid"),
        ({"taken_at": "2026-11-21T14:12:31"}, 400, "invalid"),
        ({"taken_at": "2026-11-21T14:26:00+08:00"}, 422, "time_in_future"),
        ({"position": {"lat": 91, "lon": 0, "source": "gps"}}, 400, "invalid"),
        ({"position": {"lat": 24.5, "source": "gps"}}, 400, "invalid"),
        ({"position": {"source": "map"}}, 400, "invalid"),
        ({"position": {**BRIDGE, "source": "none"}}, 400, "invalid"),
        ({"colour": "red"}, 400, "unknown_field"),
    ],
)
async def test_what_cannot_be_is_refused_and_leaves_nothing(
    li: Sender, changes: dict[str, Any], status: int, code: str
) -> None:
    photo_id = uuid4()
    refused = await li.register(PHOTO, photo_id, **changes)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert (await li.call("GET", str(photo_id))).status_code == 404


async def test_without_position_a_photo_is_taken_all_the_same(li: Sender) -> None:
    answer = await li.register(PHOTO, position={"source": "none"})
    assert (answer.status_code, answer.json()["position"]["lat"]) == (201, None)


async def test_who_settles_people_and_settings_takes_no_photos(li: Sender, town: dict[str, str]) -> None:
    assert (await li.as_(town["管"]).register(PHOTO)).status_code == 403
