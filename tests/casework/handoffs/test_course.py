"""From the draft to the closure, in both directions and to a station of the township."""

from uuid import uuid4

import pytest

from tests.casework.handoffs.offices import ADDRESSEE, PROFILES, SENDER, Offices, clock_of
from tests.field.street import NOON, code_of

WHOLE_WAY = ["submission", "approval", "dispatch", "receipt", "acceptance", "result", "closure"]


@pytest.mark.parametrize("profile", PROFILES)
async def test_a_case_goes_all_the_way_in_every_place(offices: Offices, profile: str) -> None:
    await offices.under(profile)
    handoff = await offices.accepted()
    await offices.do(ADDRESSEE, handoff, "result", {"text": "已责令清运，罚款五千元"})
    closed = await offices.do(SENDER, handoff, "closure")
    assert [step["kind"] for step in closed["history"]] == WHOLE_WAY
    assert (closed["state"], closed["state_name"]) == ("closed", "已办结")
    assert closed["number"] == "示政执移〔2026〕1号"


async def test_a_department_hands_over_to_the_township(offices: Offices) -> None:
    handoff = await offices.sent(ADDRESSEE, "chengguan2", direction="in", to_unit="sfz")
    taken = await offices.do("neiqin", handoff, "acceptance")
    assert (taken["from_unit"], taken["to_unit"], taken["state"]) == ("cgj", "sfz", "accepted")
    assert (await offices.read(ADDRESSEE, handoff))["number"] == "示城管执移〔2026〕1号"


async def test_the_named_liaison_of_the_township_signs_for_it(offices: Offices) -> None:
    handoff = await offices.sent(ADDRESSEE, "chengguan2", direction="in", to_unit="sfz")
    assert (await offices.do("zhihui", handoff, "receipt"))["state"] == "received"


async def test_the_team_hands_over_to_a_station_by_the_captains_word(offices: Offices) -> None:
    handoff = await offices.draft(direction="stationed", to_unit="sfz-zrs", result_days=10)
    await offices.do(SENDER, handoff, "submission")
    await offices.do("duizhang", handoff, "approval")
    sent = await offices.do(SENDER, handoff, "dispatch")
    assert (sent["from_unit"], sent["to_unit"], sent["number"]) == ("sfz-zfd", "sfz-zrs", None)
    signed = await offices.do("ziran", handoff, "receipt")
    assert (signed["number"], signed["history"][-1]["kind"]) == ("示政执交〔2026〕1号", "receipt")
    taken = await offices.do("ziran", handoff, "acceptance", {"handler": "南宫牧野"})
    assert clock_of(taken, "handoff.result")["origin"] == "per_case"


@pytest.mark.parametrize("noun", ["submission", "approval", "dispatch", "receipt", "acceptance"])
async def test_doing_it_twice_changes_nothing(offices: Offices, noun: str) -> None:
    who = {"approval": "lingdao", "receipt": ADDRESSEE, "acceptance": ADDRESSEE}.get(noun, SENDER)
    handoff = await offices.accepted()
    before = await offices.read(SENDER, handoff)
    again = await offices.post(who, handoff, noun)
    after = await offices.read(SENDER, handoff)
    assert again.status_code == 200
    assert (after["version"], len(after["history"])) == (before["version"], len(before["history"]))


@pytest.mark.parametrize(
    ("who", "noun", "body"),
    [
        (SENDER, "dispatch", {}),
        ("zhenzhang", "approval", {}),
        (SENDER, "closure", {}),
        (SENDER, "sealing", {}),
        ("zhenzhang", "revision", {"text": "补充"}),
        (SENDER, "settlement", {"text": "协商", "competent_unit": "yjj"}),
        (SENDER, "reminders", {"text": "请答复"}),
    ],
)
async def test_a_draft_is_not_ready_for_it(
    offices: Offices, who: str, noun: str, body: dict[str, str]
) -> None:
    handoff = await offices.complete()
    answer = await offices.post(who, handoff, noun, body, key=uuid4())
    assert code_of(answer) == (409, "handoff_state")
    assert answer.json()["state"] == "draft"


async def test_a_stranger_sees_nothing_of_it(offices: Offices) -> None:
    handoff = await offices.sent()
    for who in ("linzhen", "yingji", "ziran", "minjing"):
        assert (await offices.street.get(who, f"/handoffs/{handoff}")).status_code == 404
        assert (await offices.post(who, handoff, "acceptance")).status_code == 404


async def test_the_moment_of_the_sending_is_the_servers(offices: Offices) -> None:
    handoff = await offices.approved()
    sent = await offices.post(SENDER, handoff, "dispatch", {"at": "2026-11-19T09:00:00+08:00"})
    assert sent.json()["sent_at"] == NOON.isoformat()


async def test_nothing_is_done_in_the_future(offices: Offices) -> None:
    handoff = await offices.submitted()
    answer = await offices.post("zhenzhang", handoff, "approval", {"at": "2026-11-21T09:00:00+08:00"})
    assert code_of(answer) == (422, "time_in_future")
