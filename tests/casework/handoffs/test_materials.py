"""The checklist: three kinds or it does not leave; each listed paper there or explained."""

import hashlib
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest

from backend.foundation.journal import timeline
from tests.casework.handoffs.offices import ADDRESSEE, PDF, SENDER, Offices
from tests.casework.handoffs.test_news import unread
from tests.field.street import code_of
from tests.house.samples import PICTURE, _photo_body

FILE = {"sha256": hashlib.sha256(PDF).hexdigest(), "bytes": len(PDF), "media_type": "application/pdf"}


async def test_a_case_without_its_three_kinds_is_not_even_submitted(offices: Offices) -> None:
    handoff = await offices.draft()
    await offices.material(handoff, "source")
    refused = await offices.post(SENDER, handoff, "submission")
    assert code_of(refused) == (422, "materials_missing")
    assert (refused.json()["missing"], refused.json()["detail"]) == (["evidence"], "缺证据材料")
    assert "涉嫌违法案件移送函、案源材料" in refused.json()["clause"]


async def test_what_is_listed_and_not_there_counts_for_nothing(offices: Offices) -> None:
    handoff = await offices.draft()
    await offices.material(handoff, "source")
    path = f"/handoffs/{handoff}/materials/{uuid4()}"
    await offices.street.put(SENDER, path, {"kind": "evidence", "title": "照片", **FILE})
    assert code_of(await offices.post(SENDER, handoff, "submission")) == (422, "materials_missing")


async def test_a_photo_of_the_finding_is_evidence_once_its_bytes_are_here(offices: Offices) -> None:
    street = offices.street
    finding, photo = await street.finding(await street.patrol()), str(uuid4())
    await street.put(SENDER, f"/photos/{photo}", _photo_body(finding))
    handoff = await offices.draft(finding=finding)
    material = await offices.material(
        handoff, "evidence", photo=photo, sha256=None, bytes=None, media_type=None
    )
    await offices.material(handoff, "source")
    assert code_of(await offices.post(SENDER, handoff, "submission")) == (422, "materials_missing")
    await street.clients[SENDER].put(f"/api/v1/photos/{photo}/content", content=PICTURE)
    await offices.do(SENDER, handoff, "submission")
    await offices.do("zhenzhang", handoff, "approval")
    await offices.do(SENDER, handoff, "dispatch")
    await offices.read(ADDRESSEE, handoff)
    there = await street.clients[ADDRESSEE].get(f"/api/v1/handoffs/{handoff}/materials/{material}/content")
    assert (there.content, there.headers["x-content-type-options"]) == (PICTURE, "nosniff")
    assert (await street.get(ADDRESSEE, f"/photos/{photo}")).status_code == 404


async def test_a_listed_paper_holds_the_seal_until_it_is_there_or_explained(offices: Offices) -> None:
    handoff = await offices.complete()
    missing = await offices.material(
        handoff, "other", title="收运合同", sha256=None, bytes=None, media_type=None
    )
    put_in = f'data-replaces="/api/v1/handoffs/{handoff}/materials/{missing}/removal"'
    assert put_in in (await offices.street.page(SENDER, f"/handoffs/{handoff}")).text
    await offices.do(SENDER, handoff, "submission")
    await offices.do("zhenzhang", handoff, "approval")
    for noun in ("sealing", "dispatch"):
        refused = await offices.post(SENDER, handoff, noun)
        assert code_of(refused) == (422, "material_unexplained")
        assert refused.json()["detail"] == "还没有：收运合同"
    path = f"/handoffs/{handoff}/materials/{missing}/absence"
    assert (await offices.street.post(SENDER, path, {"reason": "当事人周二送来"})).status_code == 201
    assert (await offices.street.post(SENDER, path, {"reason": "当事人周二送来"})).status_code == 200
    sent = await offices.do(SENDER, handoff, "dispatch")
    assert sent["materials"][-1]["absence"] == "当事人周二送来"


async def test_a_paper_listed_again_after_a_lost_answer_is_one_paper(offices: Offices) -> None:
    street, handoff, other = offices.street, await offices.draft(), await offices.draft()
    material, body = str(uuid4()), {"kind": "evidence", "title": "照片", **FILE}
    path = f"/handoffs/{handoff}/materials/{material}"
    answers = [await street.put(SENDER, path, body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert len((await offices.read(SENDER, handoff))["materials"]) == 1
    assert code_of(await street.put(SENDER, path, body | {"title": "别的"})) == (409, "conflict")
    elsewhere = await street.put(SENDER, f"/handoffs/{other}/materials/{material}", body)
    assert code_of(elsewhere) == (409, "conflict")
    await street.post(SENDER, f"{path}/removal")
    assert (await street.put(SENDER, path, body)).status_code == 200
    assert code_of(await street.put(SENDER, path, body | {"title": "别的"})) == (410, "gone")


async def test_bytes_that_are_not_the_registered_ones_are_refused(offices: Offices) -> None:
    handoff, material = await offices.draft(), str(uuid4())
    path = f"/handoffs/{handoff}/materials/{material}"
    body = {"kind": "evidence", "title": "照片", **FILE, "sha256": "0" * 64}
    await offices.street.put(SENDER, path, body)
    answer = await offices.street.clients[SENDER].put(f"/api/v1{path}/content", content=PDF)
    assert code_of(answer) == (422, "digest_mismatch")


async def test_bytes_of_a_line_that_is_taken_off_while_they_come_are_noted_on_nothing(
    offices: Offices,
) -> None:
    handoff, material = await offices.draft(), str(uuid4())
    path = f"/handoffs/{handoff}/materials/{material}"
    await offices.street.put(SENDER, path, {"kind": "evidence", "title": "照片", **FILE})

    async def coming() -> AsyncIterator[bytes]:
        yield PDF[:9]
        await offices.street.post(SENDER, f"{path}/removal")
        yield PDF[9:]

    answer = await offices.street.clients[SENDER].put(f"/api/v1{path}/content", content=coming())
    assert code_of(answer) == (410, "gone")
    kinds = [moment.kind for moment in await timeline("handoff", UUID(handoff))]
    assert ("handoff.material_removed" in kinds, "handoff.material_content" in kinds) == (True, False)


async def test_where_another_record_has_the_id_of_its_receipt_nothing_is_signed_for(offices: Offices) -> None:
    handoff, material = await offices.draft(), uuid4()
    path = f"/handoffs/{handoff}/materials/{material}"
    await offices.street.put(SENDER, path, {"kind": "evidence", "title": "照片", **FILE})
    await offices.street.put(
        SENDER,
        f"/handoffs/{handoff}/materials/{uuid5(material, 'content')}",
        {"kind": "evidence", "title": "照片", **FILE},
    )
    answer = await offices.street.clients[SENDER].put(f"/api/v1{path}/content", content=PDF)
    assert code_of(answer) == (409, "conflict")


async def test_the_same_bytes_twice_are_the_same_bytes(offices: Offices) -> None:
    handoff = await offices.draft()
    material = await offices.material(handoff)
    path = f"/api/v1/handoffs/{handoff}/materials/{material}/content"
    assert (await offices.street.clients[SENDER].put(path, content=PDF)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"photo": str(uuid4()), **FILE}, (400, "invalid")),
        ({"sha256": FILE["sha256"]}, (400, "invalid")),
        ({**FILE, "media_type": "text/html"}, (415, "media_type_refused")),
        ({**FILE, "bytes": 101 * 1024 * 1024}, (413, "too_large")),
        ({"photo": str(uuid4())}, (422, "origin_unknown")),
        ({"kind": "letter"}, (400, "invalid")),
        ({"title": ""}, (400, "invalid")),
    ],
)
async def test_what_is_no_material(
    offices: Offices, changes: dict[str, Any], expected: tuple[int, str]
) -> None:
    handoff = await offices.draft()
    body = {"kind": "evidence", "title": "照片"} | changes
    answer = await offices.street.put(SENDER, f"/handoffs/{handoff}/materials/{uuid4()}", body)
    assert code_of(answer) == expected


async def test_what_awaits_approval_takes_more_and_what_has_left_takes_none(offices: Offices) -> None:
    handoff = await offices.submitted()
    added = await offices.material(handoff, "other")
    path = f"/handoffs/{handoff}/materials/{added}/removal"
    assert (await offices.street.post(SENDER, path)).status_code == 201
    assert (await offices.street.post(SENDER, path)).status_code == 200
    await offices.do("zhenzhang", handoff, "approval")
    await offices.do(SENDER, handoff, "dispatch")
    body = {"kind": "other", "title": "补充", **FILE}
    late = await offices.street.put(SENDER, f"/handoffs/{handoff}/materials/{uuid4()}", body)
    assert code_of(late) == (409, "material_closed")


async def test_a_submitted_case_is_not_emptied_behind_its_approver(offices: Offices) -> None:
    handoff = await offices.submitted()
    lines = (await offices.read(SENDER, handoff))["materials"]
    [only] = [line["id"] for line in lines if line["kind"] == "evidence"]
    path = f"/handoffs/{handoff}/materials/{only}/removal"
    assert code_of(await offices.street.post(SENDER, path)) == (422, "materials_missing")
    await offices.material(handoff, "evidence")
    assert (await offices.street.post(SENDER, path)).status_code == 201


async def test_what_went_with_an_earlier_sending_stays(offices: Offices) -> None:
    handoff = await offices.returned()
    kept = (await offices.read(SENDER, handoff))["materials"][0]["id"]
    answer = await offices.street.post(SENDER, f"/handoffs/{handoff}/materials/{kept}/removal")
    assert code_of(answer) == (409, "material_closed")


async def test_the_addressee_adds_nothing(offices: Offices) -> None:
    handoff = await offices.sent()
    body = {"kind": "other", "title": "补充"}
    answer = await offices.street.put(ADDRESSEE, f"/handoffs/{handoff}/materials/{uuid4()}", body)
    assert code_of(answer) == (403, "not_allowed")


async def test_a_paper_that_comes_after_the_case_left_says_so_on_both_sides(offices: Offices) -> None:
    handoff = await offices.complete()
    material, path = str(uuid4()), f"/handoffs/{handoff}/materials/"
    await offices.street.put(SENDER, path + material, {"kind": "other", "title": "收运合同", **FILE})
    await offices.street.post(SENDER, f"{path}{material}/absence", {"reason": "当事人周二送来"})
    await offices.do(SENDER, handoff, "submission")
    await offices.do("zhenzhang", handoff, "approval")
    await offices.do(SENDER, handoff, "dispatch")
    offices.street.clock.later(hours=2)
    sender = offices.street.clients[SENDER]
    assert (await sender.put(f"/api/v1{path}{material}/content", content=PDF)).status_code == 201
    assert (await sender.put(f"/api/v1{path}{material}/content", content=PDF)).status_code == 200
    for who in (SENDER, ADDRESSEE):
        record = await offices.read(who, handoff)
        late = [line for line in record["materials"] if line["came_later"]]
        assert [(line["id"], line["absence"]) for line in late] == [(material, "当事人周二送来")]
        assert [step["text"] for step in record["history"] if step["kind"] == "late_material"] == ["收运合同"]
        page = (await offices.street.page(who, f"/handoffs/{handoff}")).text
        assert "移送后补到" in page
        assert "移送时说明：当事人周二送来" in page
    assert "对方补来了移送的材料" in await unread(offices, ADDRESSEE)


async def test_one_that_comes_before_needs_no_word_of_its_absence(offices: Offices) -> None:
    handoff = await offices.complete()
    material, path = str(uuid4()), f"/handoffs/{handoff}/materials/"
    await offices.street.put(SENDER, path + material, {"kind": "other", "title": "收运合同", **FILE})
    await offices.street.post(SENDER, f"{path}{material}/absence", {"reason": "当事人周二送来"})
    await offices.street.clients[SENDER].put(f"/api/v1{path}{material}/content", content=PDF)
    line = (await offices.read(SENDER, handoff))["materials"][-1]
    assert (line["absence"], line["came_later"]) == (None, False)
