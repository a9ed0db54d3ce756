"""Both bodies work on one record and each reads its own fields."""

from typing import Any
from uuid import uuid4

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices
from tests.house.samples import _photo_body

# Written out a second time: what an addressee may ever read.
ADDRESSEE_READS = {
    "id", "direction", "direction_name", "side", "from_unit", "from_unit_name", "to_unit", "to_unit_name", "state",
    "state_name", "number", "sending", "sent_at", "received_at", "version", "title", "heading", "matter_code",
    "matter_name", "discovered_at", "urgent", "ongoing", "major", "stop_record", "notice_record", "facts", "address",
    "party", "delegated_by", "result_days", "materials", "history", "sendings", "clocks", "contacts",
}  # fmt: skip
SENDERS_OWN = {
    "discovered_reason",
    "finding",
    "complaint",
    "consent",
    "returns",
    "made_at",
    "clock",
    "overwritten",
}
MATERIAL = {
    "id", "kind", "kind_name", "title", "extent", "sha256", "bytes", "media_type", "content_at",
    "came_later", "absence", "proof", "sealed",
    "added_by", "added_at",
}  # fmt: skip


async def test_the_addressee_reads_what_is_allowed_and_nothing_else(offices: Offices) -> None:
    handoff = await offices.accepted()
    here, there = await offices.read(SENDER, handoff), await offices.read(ADDRESSEE, handoff)
    assert set(there) == ADDRESSEE_READS
    assert set(here) >= ADDRESSEE_READS | SENDERS_OWN
    assert {name for line in there["materials"] for name in line} == MATERIAL
    assert (here["side"], there["side"]) == ("sender", "addressee")


async def test_drafts_approvals_and_changes_are_the_senders_own(offices: Offices) -> None:
    handoff = await offices.submitted()
    await offices.do("zhenzhang", handoff, "revision", {"text": "内部意见：证据太弱"})
    await offices.do(SENDER, handoff, "submission")
    await offices.do("zhenzhang", handoff, "approval", {"note": "内部意见：尽快送"})
    assert (await offices.street.get(ADDRESSEE, f"/handoffs/{handoff}")).status_code == 404
    await offices.do(SENDER, handoff, "dispatch")
    seen = await offices.street.get(ADDRESSEE, f"/handoffs/{handoff}")
    assert "内部意见" not in seen.text
    assert [step["kind"] for step in seen.json()["history"]] == ["dispatch"]


async def test_a_former_addressee_reads_how_its_own_sending_went(offices: Offices) -> None:
    handoff = await offices.returned()
    await offices.street.patch(
        SENDER, f"/handoffs/{handoff}", {"to_unit": "yjj", "facts": "给应急局的新事实"}
    )
    for noun, who in (("submission", SENDER), ("approval", "zhenzhang"), ("dispatch", SENDER)):
        await offices.do(who, handoff, noun)
    old, new = await offices.read(ADDRESSEE, handoff), await offices.read("yingji", handoff)
    assert (old["state"], old["to_unit"], old["number"]) == ("returned", "cgj", "示政执移〔2026〕1号")
    assert (new["state"], new["to_unit"], new["number"]) == ("sent", "yjj", "示政执移〔2026〕2号")
    assert "新事实" not in str(old)
    assert [step["kind"] for step in old["history"]] == ["dispatch", "receipt", "return"]
    assert [step["kind"] for step in new["history"]] == ["dispatch"]
    assert [each["sending"] for each in new["sendings"]] == [2]


async def test_a_former_addressee_acts_no_more(offices: Offices) -> None:
    handoff = await offices.sent_again()
    answer = await offices.post(ADDRESSEE, handoff, "acceptance")
    assert (answer.status_code, answer.json()["state"]) == (409, "returned")


async def test_a_paper_is_read_by_who_wrote_it_and_whom_it_is_for(offices: Offices) -> None:
    handoff = await offices.sent_again()
    await offices.do("yingji", handoff, "acceptance")

    async def numbers(who: str) -> set[str]:
        items: list[dict[str, Any]] = (await offices.street.get(who, f"/handoffs/{handoff}/letters")).json()[
            "items"
        ]
        return {item["number"] for item in items}

    assert await numbers(ADDRESSEE) == {"示政执移〔2026〕1号", "示城管执退〔2026〕1号"}
    assert await numbers("yingji") == {"示应急执受〔2026〕1号", "示政执移〔2026〕2号"}
    assert len(await numbers(SENDER)) == 4


async def test_contacts_of_both_sides_are_named(offices: Offices) -> None:
    handoff = await offices.sent()
    contacts = (await offices.read(SENDER, handoff))["contacts"]
    assert (contacts["from"]["name"], contacts["to"]["name"]) == ("沈禾", "顾云舒")
    assert contacts["to"]["phone"]


async def test_what_lies_about_the_draft_is_not_the_addressees(offices: Offices) -> None:
    handoff, photo = await offices.sent(), str(uuid4())
    body = _photo_body(handoff) | {"subject": {"kind": "handoff", "id": handoff}}
    assert (await offices.street.put(SENDER, f"/photos/{photo}", body)).status_code == 201
    assert (await offices.street.get("duizhang", f"/photos/{photo}")).status_code == 200
    assert (await offices.street.get(ADDRESSEE, f"/photos/{photo}")).status_code == 404


# The list


async def listed(offices: Offices, who: str, query: str = "") -> list[str]:
    answer = await offices.street.get(who, f"/handoffs?{query}")
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


async def test_each_lists_what_it_may_see(offices: Offices) -> None:
    draft = await offices.draft()
    offices.street.clock.later(minutes=1)
    sent = await offices.sent()
    assert await listed(offices, SENDER) == [sent, draft]
    assert await listed(offices, ADDRESSEE) == [sent]
    assert await listed(offices, "yingji") == []
    assert await listed(offices, "linzhen") == []


async def test_the_list_is_narrowed_by_what_this_side_knows(offices: Offices) -> None:
    handoff = await offices.returned()
    await offices.do(SENDER, handoff, "submission")
    assert await listed(offices, ADDRESSEE, "state=submitted") == []
    assert await listed(offices, ADDRESSEE, "state=returned") == [handoff]
    assert await listed(offices, SENDER, "state=submitted") == [handoff]
    assert await listed(offices, SENDER, "box=sent&unit=cgj") == [handoff]
    assert await listed(offices, ADDRESSEE, "box=received&unit=sfz") == [handoff]
    assert await listed(offices, ADDRESSEE, "box=sent") == []


async def test_words_find_it_and_the_other_side_does_not_find_what_is_prepared_for_others(
    offices: Offices,
) -> None:
    handoff = await offices.returned()
    await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"to_unit": "yjj", "facts": "危险化学品"})
    assert await listed(offices, SENDER, "q=化学") == [handoff]
    assert await listed(offices, ADDRESSEE, "q=化学") == []


async def test_pages_hang_together(offices: Offices) -> None:
    made = [await offices.draft() for _ in range(5)]
    seen: list[str] = []
    cursor = ""
    while True:
        page = (await offices.street.get(SENDER, f"/handoffs?limit=2&cursor={cursor}")).json()
        seen += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = page["next"]
    assert sorted(seen) == sorted(made)
    assert len(seen) == len(set(seen))


async def test_a_filter_that_is_none_is_refused(offices: Offices) -> None:
    answer = await offices.street.get(SENDER, "/handoffs?state=weg&box=irgendwo")
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {"state", "box"})
