"""The roster by hand: conflicts are said, what is firm stays refused; off, instead, cancelled."""

from backend.foundation.database import rows
from tests.field.street import NOON, code_of
from tests.office.duty.desk import Desk, night_watch


async def test_put_on_twice_is_harmless(desk: Desk) -> None:
    shift = (await desk.month(night_watch()))["shifts"][0]["id"]
    assert [(await desk.on(shift, "duiyuan")).status_code for _ in range(2)] == [201, 200]
    assert await desk.people(shift) == ["duiyuan"]
    assert await desk.told() == []  # of a draft nobody is told


async def test_too_little_rest_is_said_and_can_be_insisted_on(desk: Desk) -> None:
    shifts = (await desk.month(night_watch()))["shifts"]
    await desk.on(shifts[0]["id"], "duiyuan")
    refused = await desk.on(shifts[1]["id"], "duiyuan")
    assert code_of(refused) == (409, "duty_conflict")
    assert "只休息10小时" in refused.json()["detail"]
    assert (await desk.on(shifts[1]["id"], "duiyuan", despite=True)).status_code == 201


async def test_what_nobody_can_do_is_not_insisted_on(desk: Desk) -> None:
    found = await desk.month(night_watch(), night_watch(name="河边", days="weekdays:2"))
    first, second = (each["id"] for each in found["shifts"][:2])
    for shift, officer in ((first, "minjing"), (first, "xieguan")):
        assert code_of(await desk.on(shift, officer, despite=True)) == (409, "duty_impossible")
    await desk.on(first, "duiyuan")
    for shift, officer in ((second, "duiyuan"), (first, "duiyuan2")):
        assert code_of(await desk.on(shift, officer, despite=True)) == (409, "duty_impossible")


async def test_nobody_of_another_township_and_on_no_slot_that_is_not_there(desk: Desk) -> None:
    shift = (await desk.month(night_watch()))["shifts"][0]["id"]
    for answer in (
        await desk.on(shift, "linzhen"),
        await desk.on(shift, "guanli"),
        await desk.on(shift, "duiyuan", 1),
    ):
        assert code_of(answer) == (400, "invalid")
    assert (
        await desk.street.post("linzhen", f"/shifts/{shift}/assignments", {"officer": "linzhen", "slot": 0})
    ).status_code == 403


async def test_after_publishing_they_are_told(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    await desk.street.post(
        "zhihui",
        f"/shifts/{shifts[0]}/substitution",
        {"officer": "duiyuan", "by": "duiyuan2", "note": "看病"},
    )
    assert await desk.people(shifts[0]) == ["duiyuan2"]
    assert await desk.told() == [
        ("duiyuan2", "你替沈禾的班", False),
        ("duiyuan", "程一诺替你的班", False),
    ]
    gone = await desk.street.post("zhihui", f"/shifts/{shifts[0]}/releases", {"officer": "duiyuan"})
    assert code_of(gone) == (409, "not_on_shift")
    await desk.street.post("zhihui", f"/shifts/{shifts[0]}/releases", {"officer": "duiyuan2"})
    assert await desk.people(shifts[0]) == []
    ended = await rows("SELECT ended_why, replaced_by FROM assignments ORDER BY ended_why")
    assert [(each["ended_why"], each["replaced_by"] is None) for each in ended] == [
        ("changed", True),
        ("substitute", False),
    ]


async def test_a_cancelled_shift_takes_nobody(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    done = [
        await desk.street.post("zhihui", f"/shifts/{shifts[0]}/cancellation", {"note": "街天停市"})
        for _ in range(2)
    ]
    assert [each.status_code for each in done] == [201, 200]
    assert code_of(await desk.on(shifts[0], "duiyuan2")) == (409, "shift_cancelled")
    assert await desk.told() == [("duiyuan", "你的一个班次取消了", False)]


async def test_what_is_over_is_not_changed(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    desk.street.clock.at(NOON.replace(month=12, day=2, hour=8))
    assert code_of(await desk.on(shifts[0], "duiyuan2")) == (409, "shift_over")
