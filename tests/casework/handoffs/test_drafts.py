"""Drafting and rewriting: who, in whose name, about what, since when."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices, clock_of, handoff_body
from tests.field.street import NOON, ago, code_of, count, finding_body

NOWHERE = "7f3c2a10-0000-4000-8000-000000000000"


async def test_a_draft_leaves_in_the_name_of_the_callers_body(offices: Offices) -> None:
    handoff = await offices.draft()
    found = await offices.read(SENDER, handoff)
    assert (found["from_unit"], found["from_unit_name"]) == ("sfz", "示范镇人民政府")
    assert (found["state"], found["version"], found["number"]) == ("draft", 1, None)


async def test_the_limit_runs_from_the_discovery_and_begins_with_the_draft(offices: Offices) -> None:
    handoff = await offices.draft(discovered_at="2026-11-18T10:00:00+08:00")
    limit = clock_of(await offices.read(SENDER, handoff), "handoff.transfer")
    assert (limit["start"], limit["due"]) == ("2026-11-18T10:00:00+08:00", "2026-11-23T23:59:59+08:00")
    assert (limit["owed_by"], limit["awaited_by"]) == ("sfz", "cgj")


@pytest.mark.parametrize("discovered", ["1970-01-01T08:00:00+08:00", "2004-02-29T08:00:00+08:00"])
async def test_a_time_no_limit_counts_from_is_refused_in_words(offices: Offices, discovered: str) -> None:
    for urgent in (False, True):
        refused = await offices.put(discovered_at=discovered, urgent=urgent)
        assert code_of(refused) == (422, "uncountable")
        assert "年的日期" in refused.json()["detail"]
    handoff = await offices.draft()
    changed = await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"discovered_at": discovered})
    assert code_of(changed) == (422, "uncountable")


@pytest.mark.parametrize("phone", ["2070-06-01T11:00:00+08:00", "1970-01-02T08:00:00+08:00"])
async def test_a_clock_of_another_century_refuses_no_draft(offices: Offices, phone: str) -> None:
    """The phone was made to believe another date: half an hour ago by its clock is half an hour ago."""
    discovered = datetime.fromisoformat(phone) - timedelta(minutes=30)
    body, path = handoff_body(discovered_at=discovered.isoformat()), f"/handoffs/{uuid4()}"
    answer = await offices.street.put(SENDER, path, body, Liandong_Sent_At=phone)
    assert answer.status_code == 201, answer.text
    assert answer.json()["discovered_at"] == ago(minutes=30)


async def test_the_same_draft_again_is_the_same_draft(offices: Offices) -> None:
    handoff = await offices.draft()
    again = await offices.put(SENDER, handoff)
    other = await offices.put(SENDER, handoff, facts="别的事")
    assert again.status_code == 200
    assert code_of(other) == (409, "conflict")
    assert code_of(await offices.put("duizhang", handoff)) == (409, "conflict")


WRONG: list[tuple[dict[str, Any], tuple[int, str]]] = [
    ({"from_unit": "sfz-zfd"}, (422, "sender_cannot_act")),
    ({"from_unit": "sfz-dzb"}, (422, "sender_cannot_act")),
    ({"from_unit": "cgj"}, (422, "sender_cannot_act")),
    ({"from_unit": "sfz-pcs"}, (422, "sender_cannot_act")),
    ({"from_unit": "nirgends"}, (422, "unit_unknown")),
    ({"to_unit": "nirgends"}, (422, "unit_unknown")),
    ({"to_unit": "sfz-zrs"}, (422, "recipient_cannot_act")),
    ({"to_unit": "jcy"}, (422, "recipient_cannot_act")),
    ({"to_unit": "sfz"}, (422, "direction_mismatch")),
    ({"direction": "in"}, (422, "direction_mismatch")),
    ({"direction": "stationed"}, (422, "direction_mismatch")),
    ({"matter_code": "不存在-001"}, (422, "matter_unknown")),
    ({"discovered_at": ago(hours=-1)}, (422, "time_in_future")),
    ({"stop_record": {"at": ago(hours=-1), "by": "duiyuan", "how": "劝阻"}}, (422, "time_in_future")),
    ({"notice_record": {"at": ago(hours=-1), "by": "duiyuan", "how": "电话"}}, (422, "time_in_future")),
    ({"finding": NOWHERE}, (422, "origin_unknown")),
    ({"complaint": NOWHERE}, (422, "origin_unknown")),
    ({"result_days": 91}, (400, "invalid")),
    ({"direction": "quer"}, (400, "invalid")),
    ({"secret": 1}, (400, "unknown_field")),
]


@pytest.mark.parametrize(("changes", "expected"), WRONG, ids=lambda value: str(value)[:40])
async def test_a_draft_that_cannot_be_is_refused_and_nothing_is_written(
    offices: Offices, changes: dict[str, Any], expected: tuple[int, str]
) -> None:
    assert code_of(await offices.put(**changes)) == expected
    assert [await count(table) for table in ("handoffs", "clocks", "receipts")] == [0, 0, 0]


async def test_the_refusal_of_an_internal_sender_quotes_the_clause(offices: Offices) -> None:
    refused = (await offices.put(from_unit="sfz-zfd")).json()
    assert "综合行政执法队（直属机构）没有行政执法主体资格" in refused["detail"]
    assert "不得以内设机构(直属机构、派出机构)的名义移送" in refused["clause"]


async def test_a_provision_of_law_lets_a_part_of_a_body_send(offices: Offices) -> None:
    provision = {"source": "law", "title": "行政处罚法", "article": "第二十四条"}
    handoff = await offices.draft(from_unit="sfz-zfd", delegated_by=provision)
    found = await offices.read(SENDER, handoff)
    assert (found["from_unit"], found["delegated_by"]) == ("sfz-zfd", provision)


@pytest.mark.parametrize("who", ["ziran", "xieguan"])
async def test_who_may_draft_at_all(offices: Offices, who: str) -> None:
    """A station has no name of its own to send in; an auxiliary writes drafts for the government."""
    expected = {"ziran": (422, "sender_cannot_act"), "xieguan": (201, None)}
    assert code_of(await offices.put(who)) == expected[who]


async def test_a_finding_is_where_it_came_from(offices: Offices) -> None:
    patrol = await offices.street.patrol()
    finding = await offices.street.finding(patrol)
    handoff = await offices.draft(finding=finding)
    assert (await offices.read(SENDER, handoff))["finding"] == finding


async def test_a_discovery_on_a_later_day_than_the_finding_needs_a_reason(offices: Offices) -> None:
    patrol = await offices.street.patrol(started_at="2026-11-18T08:00:00+08:00")
    finding = str(uuid4())
    body = finding_body(found_at="2026-11-18T09:00:00+08:00")
    await offices.street.put(SENDER, f"/patrols/{patrol}/findings/{finding}", body)
    handoff = await offices.complete(finding=finding)
    refused = await offices.post(SENDER, handoff, "submission")
    assert code_of(refused) == (422, "discovery_reason_needed")
    await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"discovered_reason": "鉴定后才知道归城管"})
    await offices.do(SENDER, handoff, "submission")


# Rewriting


async def test_a_change_moves_the_limit_with_the_discovery(offices: Offices) -> None:
    handoff = await offices.draft()
    change = {"discovered_at": "2026-11-17T10:00:00+08:00", "base": 1}
    changed = (await offices.street.patch(SENDER, f"/handoffs/{handoff}", change)).json()
    assert clock_of(changed, "handoff.transfer")["due"] == "2026-11-20T23:59:59+08:00"
    assert (changed["version"], len(changed["clocks"])) == (2, 1)


async def test_a_draft_corrected_after_its_extension_stays_extended(offices: Offices) -> None:
    await offices.under("changjiang")
    told = {"at": ago(minutes=10), "by": "duiyuan", "how": "电话告知"}
    ground = {"reason": "需进一步调查核实", "notice_record": told}
    handoff = await offices.draft()
    await offices.do(SENDER, handoff, "extension", ground)
    await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"discovered_at": ago(days=1)})
    limit = clock_of(await offices.read(SENDER, handoff), "handoff.transfer")
    assert (limit["start"], limit["due"]) == (ago(days=1), "2026-12-03T23:59:59+08:00")


async def test_two_who_change_different_fields_both_win(offices: Offices) -> None:
    handoff = await offices.draft()
    path = f"/handoffs/{handoff}"
    await offices.street.patch(SENDER, path, {"facts": "补充后的事实", "base": 1})
    second = await offices.street.patch("duizhang", path, {"address": "石门大桥", "base": 1})
    clash = await offices.street.patch("neiqin", path, {"facts": "又一种说法", "base": 1})
    assert (second.json()["facts"], second.json()["address"]) == ("补充后的事实", "石门大桥")
    assert code_of(clash) == (409, "changed_elsewhere")
    assert clash.json()["current"] == {"facts": "补充后的事实"}


async def test_what_awaits_approval_is_not_rewritten(offices: Offices) -> None:
    handoff = await offices.submitted()
    answer = await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"facts": "改了"})
    assert code_of(answer) == (409, "handoff_not_open")


async def test_an_addressee_never_sends_it_on(offices: Offices) -> None:
    handoff = await offices.sent()
    answer = await offices.street.patch(ADDRESSEE, f"/handoffs/{handoff}", {"to_unit": "yjj"})
    assert code_of(answer) == (403, "recipient_never_forwards")


async def test_urgent_once_is_urgent(offices: Offices) -> None:
    handoff = await offices.draft(urgent=True)
    answer = await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"urgent": False})
    assert code_of(answer) == (409, "urgency_stands")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"to_unit": "sfz-zrs"}, (422, "recipient_cannot_act")),
        ({"matter_code": "X-1"}, (422, "matter_unknown")),
        ({"discovered_at": ago(hours=-1)}, (422, "time_in_future")),
        ({"finding": NOWHERE}, (422, "origin_unknown")),
        ({"party": {"name": "x" * 61}}, (400, "invalid")),
    ],
)
async def test_a_change_is_held_to_the_same_rules(
    offices: Offices, change: dict[str, Any], expected: tuple[int, str]
) -> None:
    handoff = await offices.draft()
    before = await offices.read(SENDER, handoff)
    assert code_of(await offices.street.patch(SENDER, f"/handoffs/{handoff}", change)) == expected
    assert await offices.read(SENDER, handoff) == before


async def test_a_name_of_forty_characters_with_a_separator_is_kept(offices: Offices) -> None:
    name = "阿依努尔·托合提麦麦提江" * 3
    handoff = await offices.draft(party={"name": name, "kind": "person"})
    found = await offices.read(SENDER, handoff)
    assert found["party"]["name"] == name
    assert name not in found["heading"]
    assert all(name not in str(limit) for limit in found["clocks"])


async def test_nothing_given_is_nothing_changed(offices: Offices) -> None:
    handoff = await offices.draft()
    answer = await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"facts": handoff_body()["facts"]})
    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert answer.json()["received_at"] == NOON.isoformat()
