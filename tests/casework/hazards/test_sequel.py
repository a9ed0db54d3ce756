"""What follows: calls, meetings, addenda, closing, withdrawing."""

from typing import Any
from uuid import uuid4

import pytest

from tests.casework.hazards.desks import Desks
from tests.field.street import ago, code_of

SENDERS: list[tuple[str, dict[str, Any]]] = [
    ("calls", {"name": "王师傅", "words": "知道了"}),
    ("meetings", {"text": "限期三日搬离", "people": "应急局、执法队"}),
    ("closure", {"text": "现场核实已消除"}),
    ("withdrawal", {"reason": "看错了"}),
]


@pytest.mark.parametrize(("noun", "body"), SENDERS)
async def test_the_sender_does_it_and_it_is_on_record(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    found = await desks.do("duiyuan", hazard, noun, body)
    assert found["steps"][-1]["noun"] == noun


@pytest.mark.parametrize(("noun", "body"), SENDERS)
async def test_the_told_body_does_not(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    assert code_of(await desks.post("yingji", hazard, noun, body, key=uuid4())) == (403, "not_allowed")


@pytest.mark.parametrize(("noun", "body"), SENDERS)
async def test_nor_does_a_stationed_office_that_was_told(
    desks: Desks, noun: str, body: dict[str, Any]
) -> None:
    hazard = await desks.told(to_unit="sfz-scs")
    assert code_of(await desks.post("shichang", hazard, noun, body, key=uuid4())) == (403, "not_allowed")


@pytest.mark.parametrize(("noun", "body"), SENDERS[2:])
async def test_who_has_no_certificate_ends_nothing(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told("xieguan")
    assert code_of(await desks.post("xieguan", hazard, noun, body)) == (403, "not_allowed")


@pytest.mark.parametrize(("noun", "body"), SENDERS[2:])
async def test_ended_twice_is_ended_once(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    await desks.do("duiyuan", hazard, noun, body)
    again = await desks.post("duiyuan", hazard, noun, body, key=uuid4())
    assert again.status_code == 200
    assert len(again.json()["steps"]) == 1


@pytest.mark.parametrize(("noun", "body"), SENDERS[:2])
async def test_what_a_repeat_would_add_needs_a_key(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    assert code_of(await desks.post("duiyuan", hazard, noun, body)) == (400, "idempotency_key_missing")


@pytest.mark.parametrize(("noun", "body"), SENDERS)
async def test_what_has_ended_is_not_gone_on_with(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    ending = ("withdrawal", {"reason": "看错了"}) if noun == "closure" else ("closure", {"text": "已消除"})
    await desks.do("duiyuan", hazard, *ending)
    assert code_of(await desks.post("duiyuan", hazard, noun, body, key=uuid4())) == (409, "hazard_state")


async def test_a_call_before_the_record_is_when_the_body_first_knew(desks: Desks) -> None:
    hazard = await desks.told()
    found = await desks.do("duiyuan", hazard, "calls", {"name": "王师傅", "at": ago(minutes=4)})
    assert found["told_at"] == ago(minutes=4)


async def test_a_call_after_it_moves_nothing(desks: Desks) -> None:
    hazard = await desks.told()
    before = (await desks.read("duiyuan", hazard))["told_at"]
    desks.street.clock.later(minutes=10)
    assert (await desks.do("duiyuan", hazard, "calls", {"name": "王师傅"}))["told_at"] == before


@pytest.mark.parametrize("who", ["duiyuan", "yingji"])
async def test_either_side_adds_what_it_learns_also_after_the_end(desks: Desks, who: str) -> None:
    hazard = await desks.told()
    await desks.do("duiyuan", hazard, "closure", {"text": "已消除"})
    found = await desks.do(who, hazard, "addenda", {"text": "回头看，未反弹"})
    assert found["steps"][-1]["text"] == "回头看，未反弹"


async def test_a_withdrawn_one_stays_with_the_told_body_with_its_reason(desks: Desks) -> None:
    hazard = await desks.told()
    await desks.do("duiyuan", hazard, "withdrawal", {"reason": "看错了"})
    found = await desks.read("yingji", hazard)
    assert (found["state"], found["steps"][-1]["reason"]) == ("withdrawn", "看错了")


async def test_a_photo_of_the_told_body_hangs_beside_the_senders(desks: Desks) -> None:
    hazard = await desks.sent()
    for who in ("duiyuan", "yingji"):
        body = {
            "subject": {"kind": "hazard", "id": hazard},
            "taken_at": ago(minutes=1),
            "source": "camera",
            "sha256": "ab" * 32,
            "bytes": 10,
            "media_type": "image/jpeg",
        }
        photo = str(uuid4())
        assert (await desks.street.put(who, f"/photos/{photo}", body)).status_code == 201
        for reader in ("duizhang", "yingji"):
            assert (await desks.street.get(reader, f"/photos/{photo}")).status_code == 200
        assert (await desks.street.get("chengguan", f"/photos/{photo}")).status_code == 404
