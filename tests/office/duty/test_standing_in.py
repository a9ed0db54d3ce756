"""来不了 and 顶班."""

from backend.foundation.database import rows
from tests.field.street import code_of
from tests.office.duty.desk import Desk


async def test_who_cannot_come_leaves_a_gap_that_is_said_and_offered(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"), (4, "duiyuan2"))
    answer = await desk.street.post("duiyuan", f"/shifts/{shifts[0]}/sickness", {"note": "发烧"})
    assert (answer.status_code, answer.json()["slots"][0]["missing"]) == (201, 1)
    assert sorted(await desk.told()) == [
        ("dangban", "值守执法队员缺人", True),
        ("duiyuan2", "执法队员缺人，你可以顶班", False),
        ("duizhang", "值守执法队员缺人", True),
        ("zhihui", "值守执法队员缺人", True),
    ]
    assert code_of(await desk.street.post("duiyuan", f"/shifts/{shifts[0]}/sickness")) == (
        409,
        "not_on_shift",
    )


async def test_it_is_not_offered_to_whom_something_speaks_against(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"), (2, "duiyuan2"))
    await desk.street.post("duiyuan", f"/shifts/{shifts[0]}/sickness")
    assert "duiyuan2" not in {who for who, _, _ in await desk.told()}
    refused = await desk.street.post("duiyuan2", f"/shifts/{shifts[0]}/taking", {"slot": 0})
    assert code_of(refused) == (409, "duty_conflict")


async def test_why_stands_on_the_leave_and_not_in_the_history_of_the_roster(desk: Desk) -> None:
    shift = (await desk.published((1, "duiyuan")))[0]
    await desk.street.post("duiyuan", f"/shifts/{shift}/sickness", {"note": "高烧在医院"})
    kept = await rows("SELECT reason FROM leaves WHERE kind = 'sick'")
    assert "高烧在医院" in str(kept)
    assert "高烧" not in str(await rows("SELECT body FROM payloads"))
    assert "高烧" not in str(await rows("SELECT * FROM assignments"))


async def test_others_say_it_only_where_they_plan(desk: Desk) -> None:
    shifts = await desk.published((1, "duiyuan"))
    refused = await desk.street.post("duiyuan2", f"/shifts/{shifts[0]}/sickness", {"officer": "duiyuan"})
    assert code_of(refused) == (403, "not_allowed")
    heard = await desk.street.post("zhihui", f"/shifts/{shifts[0]}/sickness", {"officer": "duiyuan"})
    assert heard.status_code == 201
    assert ("duiyuan", "已记下你来不了", False) in await desk.told()


async def test_whoever_takes_it_stands_there_and_it_is_said(desk: Desk) -> None:
    shifts = await desk.published((4, "duiyuan"))
    taken = [await desk.street.post("duiyuan2", f"/shifts/{shifts[0]}/taking", {"slot": 0}) for _ in range(2)]
    assert [each.status_code for each in taken] == [201, 200]
    assert await desk.people(shifts[0]) == ["duiyuan2"]
    assert {who for who, title, _ in await desk.told() if title == "程一诺来顶班"} == {
        "dangban",
        "duizhang",
        "zhihui",
    }
    assert code_of(await desk.street.post("duiyuan", f"/shifts/{shifts[0]}/taking", {"slot": 0})) == (
        409,
        "slot_filled",
    )


async def test_not_where_one_could_not_stand(desk: Desk) -> None:
    shifts = await desk.published((4, "duiyuan"))
    refused = await desk.street.post("minjing", f"/shifts/{shifts[0]}/taking", {"slot": 0})
    assert code_of(refused) == (409, "duty_impossible")
