"""The limits that run on a handoff: when each begins, what ends it, what moves it; late is done and marked."""

from uuid import UUID

import pytest

from backend.foundation.journal import timeline
from tests.casework.handoffs.offices import ADDRESSEE, APPROVER, SENDER, Offices, clock_of
from tests.field.street import ago, code_of

C = "changjiang"


@pytest.mark.parametrize(
    ("profile", "due"),
    [
        ("yilikeqi", "2026-11-25T23:59:59+08:00"),
        ("zhaoba", "2026-11-25T23:59:59+08:00"),
        ("eshan", "2026-11-25T23:59:59+08:00"),
        ("shanxi-district", "2026-11-25T23:59:59+08:00"),
        ("changjiang", "2026-11-27T23:59:59+08:00"),
    ],
)
async def test_the_transfer_is_due_by_the_places_own_text(offices: Offices, profile: str, due: str) -> None:
    await offices.under(profile)
    limit = clock_of(await offices.read(SENDER, await offices.draft()), "handoff.transfer")
    assert (limit["due"], limit["state"], limit["origin"]) == (due, "running", "text")
    assert limit["trace"][-1] == {"date": due[:10], "counted": True, "why": limit["trace"][-1]["why"]}


@pytest.mark.parametrize(
    ("moment", "state", "late"),
    [
        ("2026-11-25T23:59:59.999999+08:00", "met", False),
        ("2026-11-26T00:00:00+08:00", "met_late", True),
    ],
)
async def test_both_sides_of_the_limit(offices: Offices, moment: str, state: str, late: bool) -> None:
    handoff = await offices.approved()
    offices.street.clock.at(moment)
    sent = await offices.do(SENDER, handoff, "dispatch", {"late_reason": "等鉴定结论"})
    assert clock_of(sent, "handoff.transfer")["state"] == state
    step = sent["history"][-1]
    assert (step["late"], step["late_reason"]) == (late, "等鉴定结论" if late else None)


async def test_late_without_a_reason_is_still_done_and_explained_afterwards(offices: Offices) -> None:
    handoff = await offices.approved(discovered_at="2026-11-02T09:00:00+08:00")
    sent = await offices.do(SENDER, handoff, "dispatch")
    step = sent["history"][-1]
    assert (sent["state"], step["late"], step["late_reason"]) == ("sent", True, None)
    told = await offices.do(SENDER, handoff, "explanations", {"step": step["id"], "text": "等鉴定结论"})
    assert told["history"][-1]["late_reason"] == "等鉴定结论"
    again = await offices.post(SENDER, handoff, "explanations", {"step": step["id"], "text": "别的"})
    assert again.status_code == 404


async def test_an_urgent_case_has_24_hours_through_the_night(offices: Offices) -> None:
    limit = clock_of(await offices.read(SENDER, await offices.draft(urgent=True)), "handoff.transfer.urgent")
    assert limit["due"] == "2026-11-21T11:00:00+08:00"


@pytest.mark.parametrize(
    ("discovered", "due"),
    [
        (ago(hours=1), "2026-11-21T12:00:00+08:00"),
        ("2026-11-17T10:00:00+08:00", "2026-11-20T23:59:59+08:00"),
    ],
)
async def test_urgency_raised_later_takes_the_earlier_of_the_two(
    offices: Offices, discovered: str, due: str
) -> None:
    handoff = await offices.draft(discovered_at=discovered)
    raised = await offices.do(SENDER, handoff, "urgency", {"reason": "雨后有垮塌危险"})
    assert clock_of(raised, "handoff.transfer")["due"] == due
    assert (raised["urgent"], raised["history"][-1]["kind"]) == (True, "urgency")
    assert (await offices.post(SENDER, handoff, "urgency")).status_code == 200


async def test_a_change_to_urgent_raises_it_too(offices: Offices) -> None:
    handoff = await offices.draft()
    changed = await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"urgent": True})
    assert clock_of(changed.json(), "handoff.transfer")["due"] == "2026-11-21T12:00:00+08:00"


async def test_nothing_became_urgent_before_it_was_discovered(offices: Offices) -> None:
    handoff = await offices.draft()
    refused = await offices.post(SENDER, handoff, "urgency", {"at": "1970-01-01T08:00:00+08:00"})
    assert code_of(refused) == (422, "times_crossed")


async def test_what_has_left_does_not_become_urgent(offices: Offices) -> None:
    handoff = await offices.sent()
    assert code_of(await offices.post(SENDER, handoff, "urgency")) == (409, "handoff_already_sent")


# What the addressee owes


async def test_the_answer_is_due_from_the_arrival_and_signing_changes_nothing(offices: Offices) -> None:
    await offices.under(C)
    handoff = await offices.sent()
    offices.street.clock.later(days=1)
    signed = await offices.do(ADDRESSEE, handoff, "receipt")
    limit = clock_of(signed, "handoff.acceptance")
    assert (limit["start"], limit["due"]) == ("2026-11-20T12:00:00+08:00", "2026-11-27T23:59:59+08:00")
    assert (limit["owed_by"], limit["state"]) == ("cgj", "running")


@pytest.mark.parametrize("noun", ["acceptance", "return"])
async def test_the_answer_ends_its_limit(offices: Offices, noun: str) -> None:
    await offices.under(C)
    handoff = await offices.sent()
    body = {"reason": "不归本局管", "competent_unit": "yjj"} if noun == "return" else {}
    answered = await offices.do(ADDRESSEE, handoff, noun, body)
    assert clock_of(answered, "handoff.acceptance")["state"] == "met"


async def test_where_the_text_names_no_figure_no_limit_runs(offices: Offices) -> None:
    accepted = await offices.read(SENDER, await offices.accepted())
    assert [clock["rule"] for clock in accepted["clocks"]] == ["handoff.transfer"]


async def test_what_the_township_agreed_on_runs_as_agreed_and_never_as_the_texts_own(
    offices: Offices,
) -> None:
    await offices.street.cast.prefer("handoff.acceptance_days", 5)
    limit = clock_of(await offices.read(ADDRESSEE, await offices.sent()), "handoff.acceptance")
    assert (limit["due"], limit["origin"]) == ("2026-11-27T23:59:59+08:00", "local")
    assert limit["basis"].startswith("本地约定")


async def test_a_limit_for_the_result_is_the_cases_own(offices: Offices) -> None:
    handoff = await offices.accepted(result_days=10)
    limit = clock_of(await offices.read(SENDER, handoff), "handoff.result")
    assert (limit["due"], limit["origin"]) == ("2026-12-04T23:59:59+08:00", "local")
    reported = await offices.do(ADDRESSEE, handoff, "result", {"text": "已处罚"})
    assert clock_of(reported, "handoff.result")["state"] == "met"


async def test_a_return_begins_a_transfer_limit_of_its_own_that_was_agreed(offices: Offices) -> None:
    handoff = await offices.sent()
    offices.street.clock.at("2026-11-23T09:00:00+08:00")
    back = await offices.do(ADDRESSEE, handoff, "return", {"reason": "不归本局管", "competent_unit": "yjj"})
    first, second = [clock for clock in back["clocks"] if clock["rule"] == "handoff.transfer"]
    assert first["state"] == "met"
    assert (first["name"], second["name"]) == ("案件移送", "第二次移送")
    assert (second["start"], second["due"]) == ("2026-11-23T09:00:00+08:00", "2026-11-26T23:59:59+08:00")
    assert (second["origin"], "本地约定" in second["basis"]) == ("local", True)
    for path in (f"/handoffs/{handoff}", "/deadlines"):
        assert "第二次移送" in (await offices.street.page(SENDER, path)).text


async def test_the_new_limit_is_owed_to_the_new_addressee(offices: Offices) -> None:
    handoff = await offices.returned()
    changed = await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"to_unit": "yjj"})
    assert clock_of(changed.json(), "handoff.transfer")["awaited_by"] == "yjj"
    told = [each.kind for each in await timeline("handoff", UUID(handoff))]
    assert [kind for kind in told if kind.startswith("clock.")][-2:] == ["clock.started", "clock.turned"]


@pytest.mark.parametrize("at_once", [True, False])
async def test_an_urgent_case_that_came_back_has_one_limit_whoever_it_is_owed_to(
    offices: Offices, at_once: bool
) -> None:
    handoff = await offices.returned()
    offices.street.clock.later(hours=30)
    changes = [{"to_unit": "yjj", "urgent": True}] if at_once else [{"urgent": True}, {"to_unit": "yjj"}]
    for change in changes:
        changed = await offices.street.patch(SENDER, f"/handoffs/{handoff}", change)
    running = [clock for clock in changed.json()["clocks"] if not clock["met_at"]]
    assert [(c["rule"], c["due"], c["awaited_by"]) for c in running] == [
        ("handoff.transfer", "2026-11-22T18:00:00+08:00", "yjj")
    ]
    await offices.do(SENDER, handoff, "submission")
    await offices.do(APPROVER, handoff, "approval")
    sent = await offices.do(SENDER, handoff, "dispatch")
    assert all(clock["met_at"] for clock in sent["clocks"])


async def test_a_withdrawal_ends_what_runs(offices: Offices) -> None:
    await offices.under(C)
    handoff = await offices.sent()
    gone = await offices.do(SENDER, handoff, "withdrawal", {"reason": "当事人已自行改正"})
    assert [clock["state"] for clock in gone["clocks"]] == ["met", "cancelled"]


async def test_both_bodies_see_all_limits(offices: Offices) -> None:
    await offices.under(C)
    handoff = await offices.accepted(result_days=20)
    here, there = await offices.read(SENDER, handoff), await offices.read(ADDRESSEE, handoff)
    assert [c["rule"] for c in here["clocks"]] == ["handoff.transfer", "handoff.acceptance", "handoff.result"]
    assert here["clocks"] == there["clocks"]
