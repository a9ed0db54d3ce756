"""A month begun from its posts, brought up to them, drafted, published."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import rows
from backend.foundation.outbox import Device, Sender
from backend.foundation.refusals import Refusal
from backend.office.duty.commands.drafting import Drafting, draft_month
from backend.office.duty.drafting import Draft, Given, draft
from tests.field.street import NOON, code_of
from tests.office.duty.desk import OFFICER, POLICE, Desk, night_watch


async def test_every_day_of_the_month_gets_its_shift_past_midnight(desk: Desk) -> None:
    found = await desk.month(night_watch())
    assert (found["month"], found["state"], len(found["shifts"])) == ("2026-12", "draft", 31)
    first, last = found["shifts"][0], found["shifts"][-1]
    assert (first["begins_at"], first["ends_at"]) == (
        "2026-12-01T18:00:00+08:00",
        "2026-12-02T08:00:00+08:00",
    )
    assert last["ends_at"] == "2027-01-01T08:00:00+08:00"
    assert first["slots"][0]["missing"] == 1


async def test_a_month_is_begun_once(desk: Desk) -> None:
    await desk.month(night_watch())
    again = await desk.street.put("duizhang", f"/rosters/{uuid4()}", {"month": "2026-12"})
    assert code_of(again) == (409, "roster_exists")


async def test_only_who_plans_begins_it_and_sees_the_draft(desk: Desk) -> None:
    refused = await desk.street.put("duiyuan", f"/rosters/{uuid4()}", {"month": "2026-12"})
    assert code_of(refused) == (403, "not_allowed")
    found = await desk.month(night_watch())
    assert (await desk.street.get("dangban", f"/rosters/{found['id']}")).status_code == 200
    for stranger in ("duiyuan", "linzhen"):
        assert (await desk.street.get(stranger, f"/rosters/{found['id']}")).status_code == 404
        assert (await desk.street.get(stranger, "/rosters")).json()["items"] == []


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "十二月", "2026-12-01"])
async def test_a_month_is_a_month(desk: Desk, month: str) -> None:
    answer = await desk.street.put("zhihui", f"/rosters/{uuid4()}", {"month": month})
    assert code_of(answer) == (400, "invalid")


async def test_shifts_follow_the_posts_and_keep_who_stands_there(desk: Desk) -> None:
    found = await desk.month(night_watch(days="weekdays:2"))
    assert [each["begins_at"][8:10] for each in found["shifts"]] == ["01", "08", "15", "22", "29"]
    await desk.on(found["shifts"][0]["id"], "duiyuan")
    await desk.post_for(night_watch(name="周末值班", days="weekdays:6"))
    again = (await desk.street.post("zhihui", f"/rosters/{found['id']}/making")).json()
    assert len(again["shifts"]) == 9
    assert await desk.people(found["shifts"][0]["id"]) == ["duiyuan"]
    assert (await desk.street.post("zhihui", f"/rosters/{found['id']}/making")).status_code == 200


async def test_drafted_by_turns_it_has_somebody_everywhere_and_says_how(desk: Desk) -> None:
    found = await desk.month(night_watch(days="weekdays:2,5"))
    kept = found["shifts"][0]["id"]
    await desk.on(kept, "duiyuan2")
    drafted = await desk.street.post("zhihui", f"/rosters/{found['id']}/draft", {"solver": False})
    assert (drafted.status_code, drafted.json()["drafted_how"], drafted.json()["unmet"]) == (
        201,
        "rotation",
        [],
    )
    people = [each["slots"][0]["people"][0] for each in drafted.json()["shifts"]]
    assert {each["username"] for each in people} == {"duiyuan", "duiyuan2"}
    assert (people[0]["username"], people[0]["origin"]) == ("duiyuan2", "hand")


async def test_who_had_more_in_the_months_before_comes_later_in_this_one(desk: Desk) -> None:
    desk.street.clock.at("2026-11-01T08:00:00+08:00")
    before = await desk.month(night_watch(days="weekdays:2"), month="2026-11")
    for shift in before["shifts"]:
        assert (await desk.on(shift["id"], "duiyuan")).status_code == 201
    await desk.street.post("zhihui", f"/rosters/{before['id']}/publication")
    found = await desk.month()
    drafted = (await desk.street.post("zhihui", f"/rosters/{found['id']}/draft", {"solver": False})).json()
    assert [each["slots"][0]["people"][0]["username"] for each in drafted["shifts"]][:4] == ["duiyuan2"] * 4


async def test_what_it_could_not_fill_it_says_with_reasons(desk: Desk) -> None:
    lonely = night_watch(days="weekdays:2", needs=(OFFICER, POLICE), last_day=date(2026, 12, 1))
    found = await desk.month(
        lonely,
        night_watch(name="河边", days="weekdays:2", last_day=date(2026, 12, 1), needs=(POLICE, POLICE)),
    )
    drafted = (await desk.street.post("zhihui", f"/rosters/{found['id']}/draft", {"solver": False})).json()
    assert sum(each["missing"] for each in drafted["unmet"]) == 1
    assert "民警" in drafted["unmet"][0]["why"][0]


async def test_a_month_without_shifts_is_neither_drafted_nor_published(desk: Desk) -> None:
    found = await desk.month()
    for noun in ("draft", "publication"):
        answer = await desk.street.post("zhihui", f"/rosters/{found['id']}/{noun}")
        assert code_of(answer) == (409, "roster_without_shifts")


async def test_published_it_holds_and_each_on_it_is_told(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"), (3, "duiyuan2"), (5, "duiyuan"))
    assert await desk.told("roster") == [
        (who, "2026年12月值守排班已发布", False) for who in ("duiyuan", "duiyuan2")
    ]
    roster = (await desk.street.get("duiyuan", f"/shifts/{shifts[0]}")).json()["roster"]
    assert (await desk.street.post("zhihui", f"/rosters/{roster}/publication")).status_code == 200
    for noun in ("draft", "making"):
        answer = await desk.street.post("zhihui", f"/rosters/{roster}/{noun}")
        assert code_of(answer) == (409, "roster_published")


async def test_standing_by_needs_enforcement_and_police(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        await desk.post_for(night_watch(kind="stand_by"))
    assert (refused.value.code, refused.value.clause) == ("stand_by_alone", "E2三(四)")
    await desk.post_for(night_watch(kind="stand_by", needs=(OFFICER, POLICE)))


async def test_who_leaves_while_the_month_is_drafted_is_put_nowhere(desk: Desk) -> None:
    found = await desk.month(night_watch())

    async def slowly(given: Given, *, solver: bool) -> Draft:
        drafted = draft(given, solver=solver)
        await rows("UPDATE officers SET left_at = ? WHERE username = 'duiyuan'", NOON)
        return drafted

    captain = Sender(await desk.street.cast.person("duizhang"), Device(), NOON, uuid4())
    with pytest.raises(Refusal, match="changed_elsewhere"):
        await draft_month(captain, UUID(found["id"]), Drafting(solver=False), by=slowly)
    assert await rows("SELECT id FROM assignments") == []
