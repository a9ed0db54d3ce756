"""Who is away is not drafted, stands in the way of a hand edit, and leaves a published shift empty."""

from uuid import uuid4

from tests.field.street import code_of
from tests.office.duty.desk import Desk, night_watch

WEEK = {"kind": "annual", "first_day": "2026-12-07", "last_day": "2026-12-11"}


async def leave(desk: Desk) -> str:
    """沈禾 takes five days off, and the captain approves."""
    asked = str(uuid4())
    assert (await desk.street.put("duiyuan", f"/leaves/{asked}", WEEK)).status_code == 201
    assert (await desk.street.post("duizhang", f"/leaves/{asked}/approval")).status_code == 201
    return asked


async def test_whoever_is_away_is_not_put_there_and_it_is_said_why(desk: Desk) -> None:
    await leave(desk)
    shifts = [each["id"] for each in (await desk.month(night_watch()))["shifts"]]
    refused = await desk.on(shifts[7], "duiyuan")
    assert refused.status_code == 409, code_of(refused)
    assert "年休假" in refused.text
    assert (await desk.on(shifts[11], "duiyuan")).status_code == 201


async def test_a_leave_over_published_shifts_names_them(desk: Desk) -> None:
    shifts = await desk.published((6, "duiyuan"), (8, "duiyuan"), (12, "duiyuan"))
    asked = await leave(desk)
    gaps = (await desk.street.get("duizhang", f"/leaves/{asked}")).json()["gaps"]
    assert [gap["url"] for gap in gaps] == [f"/duty/shifts/{shifts[day - 1]}" for day in (6, 8)]
    assert ("zhihui", "沈禾请假，2个班次空出来了", False) in await desk.told("leave")
