"""延长移送期限: only where the place has it, before the limit has run out, with its ground and the notice to the other side."""

from typing import Any
from uuid import uuid4

import pytest

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices, clock_of
from tests.field.street import ago, code_of

C = "changjiang"
GROUND = {
    "reason": "需进一步调查核实",
    "notice_record": {"at": ago(minutes=10), "by": "duiyuan", "how": "电话告知", "whom": "顾云舒"},
}


async def test_changjiang_extends_to_ten_working_days_from_the_first_start(offices: Offices) -> None:
    await offices.under(C)
    handoff = await offices.draft()
    extended = await offices.do(SENDER, handoff, "extension", GROUND)
    limit, step = clock_of(extended, "handoff.transfer"), extended["history"][-1]
    assert (limit["start"], limit["due"]) == (ago(hours=1), "2026-12-04T23:59:59+08:00")
    assert (step["kind"], step["details"]["number"]) == ("extension", "示政执延〔2026〕1号")
    assert code_of(await offices.post(SENDER, handoff, "extension", GROUND, key=uuid4())) == (
        409,
        "already_extended",
    )


async def test_a_ground_said_in_a_note_is_the_ground_on_record(offices: Offices) -> None:
    await offices.under(C)
    body = {"note": GROUND["reason"], "notice_record": GROUND["notice_record"]}
    extended = await offices.do(SENDER, await offices.draft(), "extension", body)
    assert extended["history"][-1]["text"] == "需进一步调查核实"


async def test_the_other_side_learns_of_the_extension_and_of_nothing_else(offices: Offices) -> None:
    await offices.under(C)
    handoff = await offices.draft()
    assert (await offices.street.get(ADDRESSEE, f"/handoffs/{handoff}")).status_code == 404
    await offices.do(SENDER, handoff, "extension", GROUND)
    seen = await offices.read(ADDRESSEE, handoff)
    assert [step["kind"] for step in seen["history"]] == ["extension"]
    assert (seen.get("facts"), seen["materials"]) == (None, [])


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"reason": None}, "extension_ground_missing"), ({"notice_record": None}, "extension_notice_missing")],
)
async def test_an_extension_needs_ground_and_notice(
    offices: Offices, changes: dict[str, Any], code: str
) -> None:
    await offices.under(C)
    handoff = await offices.draft()
    body = {name: value for name, value in (GROUND | changes).items() if value}
    refused = await offices.post(SENDER, handoff, "extension", body, key=uuid4())
    assert code_of(refused) == (422, code)
    assert "二（四）2" in refused.json()["clause"]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-27T23:59:59+08:00", (201, None)),
        ("2026-11-28T00:00:00+08:00", (422, "extension_too_late")),
    ],
)
async def test_an_extension_comes_before_the_limit_has_run_out(
    offices: Offices, moment: str, expected: tuple[int, str | None]
) -> None:
    await offices.under(C)
    handoff = await offices.draft()
    offices.street.clock.at(moment)
    assert code_of(await offices.post(SENDER, handoff, "extension", GROUND, key=uuid4())) == expected


@pytest.mark.parametrize("profile", ["yilikeqi", "zhaoba", "eshan", "shanxi-district"])
async def test_elsewhere_there_is_none(offices: Offices, profile: str) -> None:
    await offices.under(profile)
    handoff = await offices.draft()
    refused = await offices.post(SENDER, handoff, "extension", GROUND, key=uuid4())
    assert code_of(refused) == (422, "extension_not_available")
    assert "个工作日内移送给有管辖权的一方处理" in refused.json()["clause"]


async def test_an_extension_needs_a_key(offices: Offices) -> None:
    await offices.under(C)
    handoff = await offices.draft()
    assert code_of(await offices.post(SENDER, handoff, "extension", GROUND)) == (
        400,
        "idempotency_key_missing",
    )
