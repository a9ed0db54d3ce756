"""Who sees a photo, who covers parts of it, who takes it down."""

from uuid import uuid4

import pytest

from tests.foundation.evidence.conftest import MORNING, Page
from tests.foundation.evidence.pictures import photo
from tests.foundation.evidence.sending import Sender
from tests.rig.clock import Clock

PHOTO = photo()
BOXES = {"boxes": [{"x": 0.1, "y": 0.1, "w": 0.2, "h": 0.2}]}
NOTE = {"note": "拍错了"}


@pytest.mark.parametrize(
    ("name", "status"), [("李", 200), ("王", 200), ("张", 200), ("赵", 404), ("管", 403)]
)
async def test_whoever_sees_the_subject_sees_its_photos(
    li: Sender, town: dict[str, str], name: str, status: int
) -> None:
    photo_id = await li.take(PHOTO)
    phone = li.as_(town[name])
    assert (await phone.call("GET", photo_id)).status_code == status
    assert (await phone.call("GET", f"{photo_id}/content")).status_code == status


async def test_a_photo_hung_on_a_record_of_another_township_is_no_part_of_it(
    li: Sender, town: dict[str, str]
) -> None:
    planted = await li.as_(town["赵"]).take(PHOTO)
    assert (await li.call("GET", planted)).status_code == 404


async def test_without_signing_in_nothing_is_shown(li: Sender) -> None:
    photo_id = await li.take(PHOTO)
    assert (await li.house.get(f"/api/v1/photos/{photo_id}")).status_code == 401


async def test_a_redaction_replaces_the_one_before(li: Sender, town: dict[str, str], clock: Clock) -> None:
    photo_id = await li.take(PHOTO)
    first = await li.call("POST", f"{photo_id}/redactions", json=BOXES)
    again = await li.call("POST", f"{photo_id}/redactions", json=BOXES)
    clock.later(seconds=1)
    lifted = await li.as_(town["张"]).call("POST", f"{photo_id}/redactions", json={"boxes": []})
    assert [answer.status_code for answer in (first, again, lifted)] == [201, 200, 201]
    assert [answer.json()["redactions"] for answer in (first, lifted)] == [BOXES["boxes"], []]
    versions = [answer.json()["version"] for answer in (first, again, lifted)]
    assert versions == [versions[0], versions[0], versions[0] + 1]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"boxes": [{"x": 0.9, "y": 0.1, "w": 0.2, "h": 0.2}]}, 422, "redaction_outside"),
        ({"boxes": [{"x": 0.1, "y": 0.1, "w": 0.2}]}, 400, "invalid"),
        ({"boxes": BOXES["boxes"] * 51}, 400, "invalid"),
        ({}, 400, "invalid"),
    ],
)
async def test_boxes_that_cannot_be_are_refused(
    li: Sender, body: dict[str, object], status: int, code: str
) -> None:
    refused = await li.call("POST", f"{await li.take(PHOTO)}/redactions", json=body)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


async def test_a_photo_taken_down_is_gone_and_its_registration_too(li: Sender, page: Page) -> None:
    await li.register(PHOTO, page.id)
    removed = await li.call("POST", f"{page.id}/removal", json=NOTE)
    assert (removed.status_code, removed.json()["removed_at"]) == (201, MORNING.isoformat())
    assert (await li.call("POST", f"{page.id}/removal", json=NOTE)).status_code == 200
    assert (await li.call("GET", str(page.id))).json()["code"] == "gone"
    assert (await li.send(page.id, PHOTO)).status_code == 410
    assert (await li.register(PHOTO, page.id)).status_code == 200
    assert (await li.register(PHOTO, page.id, source="gallery")).json()["code"] == "gone"


async def test_only_who_took_it_takes_it_down_and_only_while_the_record_is_open(
    li: Sender, page: Page, town: dict[str, str]
) -> None:
    photo_id = await li.take(PHOTO)
    assert (await li.as_(town["王"]).call("POST", f"{photo_id}/removal", json=NOTE)).status_code == 403
    page.closed_at = MORNING
    refused = await li.call("POST", f"{photo_id}/removal", json=NOTE)
    assert (refused.status_code, refused.json()["code"]) == (409, "filed")


async def test_one_key_covers_one_act(li: Sender) -> None:
    photo_id, key = await li.take(PHOTO), {"Idempotency-Key": str(uuid4())}
    first = await li.call("POST", f"{photo_id}/redactions", json=BOXES, headers=key)
    again = await li.call("POST", f"{photo_id}/redactions", json=BOXES, headers=key)
    other = await li.call("POST", f"{photo_id}/redactions", json={"boxes": []}, headers=key)
    assert [answer.status_code for answer in (first, again, other)] == [201, 200, 422]
    assert first.json()["receipt"] == again.json()["receipt"]
