"""换班: with the other's consent and the captain's word."""

from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.database import rows
from tests.field.street import NOON, code_of
from tests.office.duty.desk import Desk


async def asked(desk: Desk, shifts: list[str], **changes: Any) -> str:
    """duiyuan asks duiyuan2 to take the first for the fifth."""
    swap = str(uuid4())
    body = {"shift": shifts[0], "officer": "duiyuan2", "other_shift": shifts[4], "reason": "孩子家长会"}
    answer = await desk.street.put("duiyuan", f"/swaps/{swap}", body | changes)
    assert answer.status_code == 201, answer.text
    return swap


@pytest.fixture
async def shifts(desk: Desk) -> list[str]:
    return await desk.published((1, "duiyuan"), (5, "duiyuan2"))


async def step(desk: Desk, who: str, swap: str, noun: str, **body: Any) -> Any:
    return await desk.street.post(who, f"/swaps/{swap}/{noun}", body)


async def test_agreed_and_approved_both_stand_in_the_others_place(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts)
    assert [(await step(desk, "duiyuan2", swap, "consent")).status_code for _ in range(2)] == [201, 200]
    assert (await desk.people(shifts[0]), await desk.people(shifts[4])) == (["duiyuan"], ["duiyuan2"])
    done = [await step(desk, "duizhang", swap, "approval") for _ in range(2)]
    assert [each.status_code for each in done] == [201, 200]
    assert done[1].json()["state"] == "approved"
    assert (await desk.people(shifts[0]), await desk.people(shifts[4])) == (["duiyuan2"], ["duiyuan"])


async def test_each_step_is_told_to_whom_it_waits_for(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts)
    assert await desk.told("swap") == [("duiyuan2", "沈禾想和你换班", False)]
    await step(desk, "duiyuan2", swap, "consent")
    waiting = {who for who, title, _ in await desk.told("swap") if title == "换班等你批准"}
    assert waiting == {"duizhang", "suozhang", "lingdao", "zhenzhang"}
    await step(desk, "duizhang", swap, "approval")
    assert {who for who, title, _ in await desk.told("swap") if title == "换班已批准"} == {
        "duiyuan",
        "duiyuan2",
    }


async def test_the_other_may_only_take_it(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts, other_shift=None)
    await step(desk, "duiyuan2", swap, "consent")
    await step(desk, "duizhang", swap, "approval")
    assert (await desk.people(shifts[0]), await desk.people(shifts[4])) == (["duiyuan2"], ["duiyuan2"])


async def test_who_left_meanwhile_takes_no_shift(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts, other_shift=None)
    await step(desk, "duiyuan2", swap, "consent")
    await rows("UPDATE officers SET left_at = ? WHERE username = 'duiyuan2'", NOON)
    refused = await step(desk, "duizhang", swap, "approval", despite=True)
    assert code_of(refused) == (409, "duty_impossible")
    assert await desk.people(shifts[0]) == ["duiyuan"]


async def test_not_approved_before_the_other_agrees_nor_by_oneself(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts)
    assert code_of(await step(desk, "duizhang", swap, "approval")) == (409, "swap_not_agreed")
    assert code_of(await step(desk, "duiyuan", swap, "consent")) == (403, "not_allowed")
    assert code_of(await step(desk, "duiyuan2", swap, "approval")) == (403, "not_allowed")


async def test_refused_or_withdrawn_it_is_settled(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts)
    refused = await step(desk, "duiyuan2", swap, "refusal", note="那天有事")
    assert (refused.json()["state"], refused.json()["refused_why"]) == ("refused", "那天有事")
    for who, noun in (("duiyuan2", "consent"), ("duiyuan", "withdrawal")):
        assert code_of(await step(desk, who, swap, noun)) == (409, "swap_settled")
    again = await asked(desk, shifts)
    assert (await step(desk, "duiyuan", again, "withdrawal")).json()["state"] == "withdrawn"
    assert await desk.people(shifts[0]) == ["duiyuan"]


async def test_one_is_open_for_a_shift_at_a_time(desk: Desk, shifts: list[str]) -> None:
    await asked(desk, shifts)
    body = {"shift": shifts[0], "officer": "duiyuan2"}
    assert code_of(await desk.street.put("duiyuan", f"/swaps/{uuid4()}", body)) == (409, "swap_open")


async def test_nobody_agrees_to_one_that_cannot_come_about_and_who_approves_is_not_told(
    desk: Desk, shifts: list[str]
) -> None:
    swap = await asked(desk, shifts)
    await desk.street.post("zhihui", f"/shifts/{shifts[4]}/cancellation")
    refused = await step(desk, "duiyuan2", swap, "consent")
    assert code_of(refused) == (409, "swap_settled")
    assert refused.json()["detail"] == "班次已经取消，换不成了。"
    assert "换班等你批准" not in {title for _, title, _ in await desk.told("swap")}


async def test_one_that_cannot_come_about_makes_way_for_another(desk: Desk, shifts: list[str]) -> None:
    lapsed = await asked(desk, shifts)
    await desk.street.post("zhihui", f"/shifts/{shifts[4]}/cancellation")
    await asked(desk, shifts, other_shift=None)
    assert (await desk.street.get("duiyuan", f"/swaps/{lapsed}")).json()["state"] == "withdrawn"
    assert ("duiyuan2", "沈禾不换班了", False) in await desk.told("swap")


@pytest.mark.parametrize(
    ("who", "changes", "refused"),
    [
        ("duiyuan2", {}, (409, "not_on_shift")),
        ("duiyuan", {"officer": "duiyuan"}, (400, "invalid")),
        ("duiyuan", {"officer": "linzhen"}, (400, "invalid")),
        ("linzhen", {}, (404, "not_found")),
        ("chengguan", {}, (403, "not_allowed")),
    ],
)
async def test_only_one_s_own_shift_and_with_somebody_of_the_township(
    desk: Desk, shifts: list[str], who: str, changes: dict[str, Any], refused: tuple[int, str]
) -> None:
    body = {"shift": shifts[0], "officer": "duiyuan2"} | changes
    assert code_of(await desk.street.put(who, f"/swaps/{uuid4()}", body)) == refused


async def test_what_has_begun_is_swapped_no_more(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts)
    await step(desk, "duiyuan2", swap, "consent")
    desk.street.clock.at(NOON.replace(month=12, day=1, hour=18))
    assert code_of(await step(desk, "duizhang", swap, "approval")) == (409, "shift_begun")


async def test_who_was_put_elsewhere_meanwhile_swaps_nothing(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts)
    await step(desk, "duiyuan2", swap, "consent")
    await desk.street.post("zhihui", f"/shifts/{shifts[4]}/releases", {"officer": "duiyuan2"})
    assert code_of(await step(desk, "duizhang", swap, "approval")) == (409, "not_on_shift")


async def test_strangers_do_not_see_it(desk: Desk, shifts: list[str]) -> None:
    swap = await asked(desk, shifts)
    for who, status in (("duiyuan2", 200), ("zhihui", 200), ("minjing", 404), ("linzhen", 404)):
        assert (await desk.street.get(who, f"/swaps/{swap}")).status_code == status
