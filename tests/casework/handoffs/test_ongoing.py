"""A violation that goes on: stopped and told; ordering takes two officers; a major case goes up with consent."""

import pytest

from tests.casework.handoffs.offices import NOTICE, SENDER, Offices, stopped
from tests.field.street import ago, code_of

ORDERED = stopped("duiyuan", "duiyuan2", act="order")


@pytest.mark.parametrize("profile", ["yilikeqi", "zhaoba", "eshan", "shanxi-district"])
async def test_where_persuading_is_asked_the_records_of_stop_and_notice_are_enough(
    offices: Offices, profile: str
) -> None:
    await offices.under(profile)
    handoff = await offices.complete(ongoing=True)
    first = await offices.post(SENDER, handoff, "submission")
    assert code_of(first) == (422, "stop_record_missing")
    assert "立即劝阻当事人停止违法行为" in first.json()["clause"]
    await offices.do(SENDER, handoff, "stop-record", stopped("沈禾"))
    second = await offices.post(SENDER, handoff, "submission")
    assert code_of(second) == (422, "notice_record_missing")
    await offices.do(SENDER, handoff, "notice-record", NOTICE)
    submitted = await offices.do(SENDER, handoff, "submission")
    assert (submitted["stop_record"]["act"], submitted["stop_record"]["officers"]) == (
        "persuade",
        ["duiyuan"],
    )


@pytest.mark.parametrize(
    ("stop", "expected"),
    [
        (stopped("duiyuan", "duiyuan2"), (201, None)),
        (stopped("沈禾、程一诺"), (201, None)),
        (stopped("duiyuan"), (422, "power_needs_two_officers")),
        (stopped("duiyuan", "minjing"), (422, "power_needs_two_officers")),
        (stopped("duiyuan", "xieguan"), (422, "power_needs_two_officers")),
        (stopped("duiyuan", "duiyuan3"), (422, "power_needs_two_officers")),
        (stopped("duiyuan", "shichang"), (422, "power_needs_two_officers")),
        (stopped("duiyuan", act="persuade"), (422, "stop_not_as_required")),
        (stopped("duiyuan", act="measures"), (201, None)),
    ],
    ids=str,
)
async def test_in_changjiang_it_is_ordered_by_two_officers_of_one_body_or_stopped_by_measures(
    offices: Offices, stop: dict[str, object], expected: tuple[int, str | None]
) -> None:
    await offices.under("changjiang")
    handoff = await offices.complete(ongoing=True, stop_record=stop, notice_record=NOTICE)
    refused = await offices.post(SENDER, handoff, "submission")
    assert code_of(refused) == expected
    if expected[0] != 201:
        assert refused.json()["clause"]


async def test_an_order_recorded_by_itself_is_judged_at_once(offices: Offices) -> None:
    handoff = await offices.draft(ongoing=True)
    answer = await offices.post(SENDER, handoff, "stop-record", stopped("duiyuan", act="order"))
    assert code_of(answer) == (422, "power_needs_two_officers")
    await offices.do(SENDER, handoff, "stop-record", ORDERED)
    assert (await offices.post(SENDER, handoff, "stop-record", ORDERED)).status_code == 200


async def test_what_has_left_is_not_stopped_on_paper(offices: Offices) -> None:
    handoff = await offices.sent()
    assert code_of(await offices.post(SENDER, handoff, "stop-record", stopped())) == (
        409,
        "handoff_already_sent",
    )


async def test_a_major_case_goes_up_with_consent_where_the_text_asks_for_it(offices: Offices) -> None:
    await offices.under("changjiang")
    handoff = await offices.complete(major=True)
    refused = await offices.post(SENDER, handoff, "submission")
    assert code_of(refused) == (422, "consent_missing")
    assert "征得区级业务主管部门同意" in refused.json()["clause"]
    given = {"by": "贺长风", "how": "电话同意，记录在案"}
    await offices.do(SENDER, handoff, "consent", given)
    assert (await offices.post(SENDER, handoff, "consent", given)).status_code == 200
    submitted = await offices.do(SENDER, handoff, "submission")
    assert submitted["consent"]["by"] == "贺长风"


async def test_elsewhere_a_major_case_needs_none(offices: Offices) -> None:
    handoff = await offices.complete(major=True)
    assert (await offices.do(SENDER, handoff, "submission"))["state"] == "submitted"


@pytest.mark.parametrize(("days", "expected"), [(29, (201, None)), (31, (422, "long_before_discovery"))])
async def test_a_stop_or_a_notice_lies_near_the_discovery(
    offices: Offices, days: int, expected: tuple[int, str | None]
) -> None:
    handoff, at = await offices.draft(ongoing=True), ago(days=days)
    for noun, said in (("stop-record", stopped("duiyuan")), ("notice-record", NOTICE)):
        answer = await offices.post(SENDER, handoff, noun, said | {"at": at})
        assert code_of(answer) == expected
        if expected[1]:
            assert "比知道归对方管的时间（2026-11-20）早30天以上" in answer.text


async def test_so_it_is_where_a_draft_says_it_or_is_changed(offices: Offices) -> None:
    early = stopped("duiyuan") | {"at": ago(days=31)}
    answer = await offices.put(ongoing=True, stop_record=early)
    assert code_of(answer) == (422, "long_before_discovery")
    handoff = await offices.draft(ongoing=True, stop_record=stopped("duiyuan"))
    path = f"/handoffs/{handoff}"
    assert code_of(await offices.street.patch(SENDER, path, {"stop_record": early})) == (
        422,
        "long_before_discovery",
    )
    assert (await offices.street.patch(SENDER, path, {"discovered_at": ago(days=1)})).status_code == 200


async def test_a_finding_of_long_ago_carries_its_stop_with_it(offices: Offices) -> None:
    """Between finding it and knowing whose it is may lie any time; the stop belongs to the finding."""
    street = offices.street
    finding = await street.finding(await street.patrol(), found_at=ago(days=40))
    answer = await offices.put(
        ongoing=True, finding=finding, stop_record=stopped("duiyuan") | {"at": ago(days=40)}
    )
    assert answer.status_code == 201, answer.text


async def test_consent_of_long_before_is_none(offices: Offices) -> None:
    await offices.under("changjiang")
    handoff = await offices.draft(major=True)
    body = {"by": "顾云舒", "how": "电话", "at": ago(days=31)}
    answer = await offices.post(SENDER, handoff, "consent", body)
    assert code_of(answer) == (422, "long_before_discovery")
    assert (await offices.post(SENDER, handoff, "consent", body | {"at": ago(days=2)})).status_code == 201
