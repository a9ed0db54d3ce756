"""The same case in each of the five places: what it gives when, what it refuses, what its letter says. One row a clause.

A clause is named by its id in the place's text, or as it is printed.
"""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.foundation.letters import official
from backend.foundation.mechanism import load_profile
from tests.casework.handoffs.offices import ADDRESSEE, NOTICE, SENDER, Offices, clock_of, stopped
from tests.field.street import ago

Y, Z, E, S, C = "yilikeqi", "zhaoba", "eshan", "shanxi-district", "changjiang"
LOCAL = "本地约定"
PROVISION = {"source": "rule", "title": "示范市城市管理办法", "article": "第十二条"}
EXTENSION = {
    "reason": "需进一步调查核实",
    "notice_record": {"at": ago(minutes=10), "by": "duiyuan", "how": "电话告知"},
}


def answered(answer: httpx.Response) -> tuple[str, str]:
    """The code and clause of a refusal; `done` for what was taken."""
    told = answer.json()
    return (told["code"], told["clause"]) if answer.status_code >= 400 else ("done", "")


def counted(record: dict[str, Any], rule: str) -> tuple[str, str]:
    limit = clock_of(record, rule)
    return limit["due"], limit["basis"]


async def transfer(offices: Offices) -> tuple[str, str]:
    return counted(await offices.read(SENDER, await offices.draft()), "handoff.transfer")


async def urgent(offices: Offices) -> tuple[str, str]:
    return counted(await offices.read(SENDER, await offices.draft(urgent=True)), "handoff.transfer.urgent")


async def extension(offices: Offices) -> tuple[str, str]:
    handoff = await offices.draft()
    return answered(await offices.post(SENDER, handoff, "extension", EXTENSION, key=uuid4()))


async def answer(offices: Offices) -> tuple[str, str]:
    sent = await offices.read(SENDER, await offices.sent())
    rules = [clock["rule"] for clock in sent["clocks"]]
    return counted(sent, "handoff.acceptance") if "handoff.acceptance" in rules else ("none", "")


async def team_sends(offices: Offices) -> tuple[str, str]:
    return answered(await offices.put(from_unit="sfz-zfd"))


async def team_sends_by_a_rule(offices: Offices) -> tuple[str, str]:
    return answered(await offices.put(from_unit="sfz-zfd", delegated_by=PROVISION))


async def goes_on(offices: Offices) -> tuple[str, str]:
    return answered(await offices.post(SENDER, await offices.complete(ongoing=True), "submission"))


async def persuaded(offices: Offices) -> tuple[str, str]:
    record = stopped("duiyuan", act="persuade")
    handoff = await offices.complete(ongoing=True, stop_record=record, notice_record=NOTICE)
    return answered(await offices.post(SENDER, handoff, "submission"))


async def no_material(offices: Offices) -> tuple[str, str]:
    return answered(await offices.post(SENDER, await offices.draft(), "submission"))


async def major(offices: Offices) -> tuple[str, str]:
    return answered(await offices.post(SENDER, await offices.complete(major=True), "submission"))


async def secretary_approves(offices: Offices) -> tuple[str, str]:
    return answered(await offices.post("lingdao", await offices.submitted(), "approval"))


async def submitter_approves(offices: Offices) -> tuple[str, str]:
    return answered(await offices.post("zhenzhang", await offices.submitted("zhenzhang"), "approval"))


async def liaison_approves(offices: Offices) -> tuple[str, str]:
    handoff = await offices.submitted(ADDRESSEE, direction="in", to_unit="sfz")
    return answered(await offices.post(ADDRESSEE, handoff, "approval"))


async def captain_sets_nothing(offices: Offices) -> tuple[str, str]:
    handoff = await offices.draft(direction="stationed", to_unit="sfz-zrs")
    await offices.do(SENDER, handoff, "submission")
    return answered(await offices.post("duizhang", handoff, "approval"))


async def letter(offices: Offices) -> tuple[str, str]:
    sent = await offices.read(SENDER, await offices.sent())
    paper = await official.find(UUID(sent["sendings"][-1]["letter"]))
    return sent["number"], paper.paper


NUMBER, LONG, SHORT, NIGHT = (
    "示政执移〔2026〕1号",
    "2026-11-27T23:59:59+08:00",
    "2026-11-25T23:59:59+08:00",
    "2026-11-21T11:00:00+08:00",
)
TABLE: list[tuple[str, str, Callable[[Offices], Awaitable[tuple[str, str]]], str]] = [
    (Y, "Y二(五)", transfer, SHORT),
    (Z, "Z三(一)2", transfer, SHORT),
    (E, "E1二(四)", transfer, SHORT),
    (S, "S三(一)2", transfer, SHORT),
    (C, "C二(四)2", transfer, LONG),
    (Y, "Y二(五)", urgent, NIGHT),
    (Z, "Z三(一)2", urgent, NIGHT),
    (E, "E1二(四)", urgent, NIGHT),
    (S, "S三(一)2", urgent, NIGHT),
    (C, "C二(四)2", urgent, NIGHT),
    (Y, "Y二(五)", extension, "extension_not_available"),
    (Z, "Z三(一)2", extension, "extension_not_available"),
    (E, "E1二(四)", extension, "extension_not_available"),
    (S, "S三(一)2", extension, "extension_not_available"),
    (C, "", extension, "done"),
    (Y, "", answer, "none"),
    (Z, "", answer, "none"),
    (E, "", answer, "none"),
    (S, "", answer, "none"),
    (C, "C二(四)2", answer, LONG),
    (Y, "Y二(五)", team_sends, "sender_cannot_act"),
    (Z, "Z三(一)4", team_sends, "sender_cannot_act"),
    (E, "E1二(四)", team_sends, "sender_cannot_act"),
    (S, "S三(一)4", team_sends, "sender_cannot_act"),
    (C, "C二(四)2", team_sends, "sender_cannot_act"),
    (Y, "", team_sends_by_a_rule, "done"),
    (Z, "", team_sends_by_a_rule, "done"),
    (E, "", team_sends_by_a_rule, "done"),
    (S, "", team_sends_by_a_rule, "done"),
    (C, "C二(四)2", team_sends_by_a_rule, "sender_cannot_act"),
    (Y, "Y二(五)", goes_on, "stop_record_missing"),
    (Z, "Z三(一)2", goes_on, "stop_record_missing"),
    (E, "E1二(四)", goes_on, "stop_record_missing"),
    (S, "S三(一)2", goes_on, "stop_record_missing"),
    (C, "C二(四)2", goes_on, "stop_record_missing"),
    (Y, "", persuaded, "done"),
    (Z, "", persuaded, "done"),
    (E, "", persuaded, "done"),
    (S, "", persuaded, "done"),
    (C, "C二(四)2", persuaded, "stop_not_as_required"),
    (Y, "Y二(五)", no_material, "materials_missing"),
    (Z, "Z三(一)3", no_material, "materials_missing"),
    (E, "E1二(四)", no_material, "materials_missing"),
    (S, "S三(一)3", no_material, "materials_missing"),
    (C, "C二(四)2", no_material, "materials_missing"),
    (Y, "", major, "done"),
    (Z, "", major, "done"),
    (E, "", major, "done"),
    (S, "", major, "done"),
    (C, "C二(四)2", major, "consent_missing"),
    (Y, LOCAL, secretary_approves, "not_approver"),
    (Z, "", secretary_approves, "done"),
    (E, "", secretary_approves, "done"),
    (S, "", secretary_approves, "done"),
    (C, "", secretary_approves, "done"),
    (Y, LOCAL, submitter_approves, "submitter_never_approves"),
    (Z, LOCAL, submitter_approves, "submitter_never_approves"),
    (E, LOCAL, submitter_approves, "submitter_never_approves"),
    (S, LOCAL, submitter_approves, "submitter_never_approves"),
    (C, "C二(四)2", submitter_approves, "submitter_never_approves"),
    (Y, LOCAL, liaison_approves, "not_approver"),
    (Z, LOCAL, liaison_approves, "not_approver"),
    (E, LOCAL, liaison_approves, "not_approver"),
    (S, LOCAL, liaison_approves, "not_approver"),
    (C, "C二(四)2", liaison_approves, "not_approver"),
    (Y, "", captain_sets_nothing, "done"),
    (Z, "", captain_sets_nothing, "done"),
    (E, "E2二(四)", captain_sets_nothing, "result_days_missing"),
    (S, "", captain_sets_nothing, "done"),
    (C, "", captain_sets_nothing, "done"),
    (Y, "《依力克其乡综合行政执法协作机制》第二部分第（五）项", letter, NUMBER),
    (Z, "《深泽县赵八镇综合行政执法协调联动机制》第三部分第（一）项第2点", letter, NUMBER),
    (E, "《峨山县乡镇（街道）综合行政执法协调联动机制》第二部分第（四）项", letter, NUMBER),
    (S, "《区综合行政执法协同机制》第三部分第（一）项第2点", letter, NUMBER),
    (C, "执法协作配合工作机制的实施意见》第二部分第（四）项第2点", letter, NUMBER),
]


@pytest.mark.parametrize(
    ("place", "clause", "what", "expected"),
    TABLE,
    ids=[f"{place}-{what.__name__}" for place, _, what, _ in TABLE],
)
async def test_the_same_case_gives_what_the_place_has(
    offices: Offices,
    place: str,
    clause: str,
    what: Callable[[Offices], Awaitable[tuple[str, str]]],
    expected: str,
) -> None:
    await offices.under(place)
    given, cited = await what(offices)
    assert given == expected
    profile = load_profile(place)
    assert (profile.cite(clause) if clause in profile.clauses else clause) in cited
