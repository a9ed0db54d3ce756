"""来不了 leaves sick leave for just that shift; being able to come after all takes it back."""

from typing import Any
from uuid import uuid4

from backend.demo.organisation import officer_id, township_id
from backend.foundation.database import rows
from backend.foundation.journal import timeline
from backend.office.absences.queries.away import away
from backend.office.absences.sentences import told
from tests.field.street import code_of
from tests.office.absences.absent import at
from tests.office.duty.desk import Desk

DAY = {"first_day": "2026-12-01", "last_day": "2026-12-01"}


async def leaves(desk: Desk, who: str = "duiyuan") -> list[dict[str, Any]]:
    """What this person sees of their leaves, newest first."""
    found: list[dict[str, Any]] = (await desk.street.get(who, "/leaves")).json()["items"]
    return found


async def sick(desk: Desk) -> str:
    """duiyuan cannot come to the night of 1 December; the shift."""
    [shift, *_] = await desk.published((1, "duiyuan"))
    answer = await desk.street.post("duiyuan", f"/shifts/{shift}/sickness", {"note": "发烧"})
    assert answer.status_code == 201, answer.text
    return shift


async def test_it_counts_at_once_for_the_shift_and_waits_for_its_approval(desk: Desk) -> None:
    await sick(desk)
    [leave] = await leaves(desk)
    assert (leave["kind"], leave["state"], leave["days"]) == ("sick", "waiting", 1)
    assert (leave["begins_at"], leave["ends_at"]) == (
        "2026-12-01T18:00:00+08:00",
        "2026-12-02T08:00:00+08:00",
    )
    [stretch] = await away(township_id("sfz"), at("2026-12-01 20:00"), at("2026-12-01 21:00"))
    assert (stretch.officer, stretch.why) == (officer_id("duiyuan"), "病假（待批）")
    assert ("duizhang", "沈禾请病假，等你批", False) in await desk.told("leave")


async def test_the_journal_tells_of_it_without_the_reason(desk: Desk) -> None:
    await sick(desk)
    [leave] = await rows("SELECT id FROM leaves")
    [asked] = await timeline("leave", leave["id"])
    assert told(asked).startswith("请病假，")
    assert "发烧" not in str(asked.payload)


async def test_neither_side_of_the_shift_is_leave(desk: Desk) -> None:
    await sick(desk)
    before = await away(township_id("sfz"), at("2026-12-01 12:00"), at("2026-12-01 18:00"))
    after = await away(township_id("sfz"), at("2026-12-02 08:00"), at("2026-12-02 12:00"))
    assert [*before, *after] == []


async def test_whoever_is_told_by_phone_writes_it_down_for_them(desk: Desk) -> None:
    [shift, *_] = await desk.published((1, "duiyuan"))
    await desk.street.post("zhihui", f"/shifts/{shift}/sickness", {"officer": "duiyuan"})
    [leave] = await leaves(desk)
    assert leave["officer"] == "duiyuan"
    assert [told["id"] for told in await leaves(desk, "zhihui")] == [leave["id"]]


async def test_a_running_shift_is_left_from_now_on(desk: Desk) -> None:
    [shift, *_] = await desk.published((1, "duiyuan"))
    desk.street.clock.at("2026-12-01T23:30:00+08:00")
    await desk.street.post("duiyuan", f"/shifts/{shift}/sickness")
    assert (await leaves(desk))[0]["begins_at"] == "2026-12-01T23:30:00+08:00"


async def test_leave_that_was_there_already_is_not_doubled(desk: Desk) -> None:
    [shift, *_] = await desk.published((1, "duiyuan"))
    body = {"kind": "annual", "first_day": "2026-12-01", "last_day": "2026-12-03"}
    assert (await desk.street.put("duiyuan", f"/leaves/{uuid4()}", body)).status_code == 201
    await desk.street.post("duiyuan", f"/shifts/{shift}/sickness")
    assert [each["kind"] for each in await leaves(desk)] == ["annual"]


async def test_beside_leave_that_holds_a_part_the_rest_is_sick_leave(desk: Desk) -> None:
    [shift, *_] = await desk.published((1, "duiyuan"))
    body = {"kind": "sick", **DAY}
    assert (await desk.street.put("duiyuan", f"/leaves/{uuid4()}", body)).status_code == 201
    await desk.street.post("duiyuan", f"/shifts/{shift}/sickness")
    [rest] = [each for each in await leaves(desk) if each["first_day"] == "2026-12-02"]
    assert (rest["begins_at"], rest["ends_at"]) == ("2026-12-02T00:00:00+08:00", "2026-12-02T08:00:00+08:00")


async def test_who_can_come_after_all_takes_it_back(desk: Desk) -> None:
    shift = await sick(desk)
    taken = [await desk.street.post("duiyuan", f"/shifts/{shift}/taking", {"slot": 0}) for _ in range(2)]
    assert [each.status_code for each in taken] == [201, 200]
    assert (await desk.people(shift), (await leaves(desk))[0]["state"]) == (["duiyuan"], "withdrawn")
    assert ("zhihui", "沈禾能来了", False) in await desk.told()
    assert ("duizhang", "沈禾的病假撤回了", False) in await desk.told("leave")


async def test_approved_and_running_it_ends_with_their_coming(desk: Desk) -> None:
    shift = await sick(desk)
    [leave] = await leaves(desk)
    await desk.street.post("duizhang", f"/leaves/{leave['id']}/approval")
    desk.street.clock.at("2026-12-01T22:00:00+08:00")
    assert (await desk.street.post("duiyuan", f"/shifts/{shift}/taking", {"slot": 0})).status_code == 201
    [leave] = await leaves(desk)
    assert (leave["state"], leave["ends_at"]) == ("over", "2026-12-01T22:00:00+08:00")


async def test_put_back_by_who_plans_it_is_taken_back_too(desk: Desk) -> None:
    shift = await sick(desk)
    assert code_of(await desk.on(shift, "duiyuan")) == (409, "duty_conflict")
    assert (await leaves(desk))[0]["state"] == "waiting"
    assert (await desk.on(shift, "duiyuan", despite=True)).status_code == 201
    assert (await leaves(desk))[0]["state"] == "withdrawn"


async def test_sick_once_more_is_another_leave(desk: Desk) -> None:
    shift = await sick(desk)
    await desk.street.post("duiyuan", f"/shifts/{shift}/taking", {"slot": 0})
    await desk.street.post("duiyuan", f"/shifts/{shift}/sickness")
    assert sorted(each["state"] for each in await leaves(desk)) == ["waiting", "withdrawn"]


async def test_their_page_of_the_shift_offers_the_way_back_and_leads_to_the_leave(desk: Desk) -> None:
    shift = await sick(desk)
    shown = await desk.street.page("duiyuan", f"/duty/shifts/{shift}")
    [leave] = await leaves(desk)
    assert "能来了，还是我上" in shown.text
    assert f'href="/leaves/{leave["id"]}"' in shown.text
