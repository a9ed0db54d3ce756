"""One more shift than the posts ask for."""

from datetime import date
from uuid import uuid4

from tests.field.street import NOON, code_of
from tests.office.duty.desk import Desk, night_watch


async def test_it_comes_also_to_a_published_month_and_stays_where_shifts_are_made_anew(desk: Desk) -> None:
    post = await desk.post_for(night_watch(days="weekdays:2"))
    roster = (await desk.month())["id"]
    extra = str(uuid4())
    body = {"roster": roster, "post": str(post), "on_day": "2026-12-24"}
    answers = [await desk.street.put("zhihui", f"/shifts/{extra}", body) for _ in range(2)]
    assert [each.status_code for each in answers] == [201, 200]
    assert answers[0].json()["begins_at"] == "2026-12-24T18:00:00+08:00"
    assert (await desk.street.post("zhihui", f"/rosters/{roster}/making")).status_code == 200
    await desk.on(extra, "duiyuan")
    await desk.street.post("zhihui", f"/rosters/{roster}/publication")
    later = body | {"on_day": "2026-12-25"}
    assert (await desk.street.put("zhihui", f"/shifts/{uuid4()}", later)).status_code == 201
    found = (await desk.street.get("duiyuan", f"/rosters/{roster}")).json()["shifts"]
    assert [each["begins_at"][8:10] for each in found] == ["01", "08", "15", "22", "24", "25", "29"]


async def test_on_a_day_of_the_month_that_is_not_over(desk: Desk) -> None:
    post = await desk.post_for(night_watch(first_day=date(2026, 11, 1)))
    roster = (await desk.month(month="2026-11"))["id"]
    for day, refused in (("2026-12-01", (400, "invalid")), ("2026-11-18", (409, "shift_over"))):
        body = {"roster": roster, "post": str(post), "on_day": day}
        assert code_of(await desk.street.put("zhihui", f"/shifts/{uuid4()}", body)) == refused
    today = {"roster": roster, "post": str(post), "on_day": f"{NOON:%Y-%m-%d}"}
    assert (await desk.street.put("zhihui", f"/shifts/{uuid4()}", today)).status_code == 201


async def test_neither_like_a_post_nor_to_a_month_of_somebody_elses(desk: Desk) -> None:
    post = await desk.post_for(night_watch())
    roster = (await desk.month())["id"]
    for wrong in ({"post": str(uuid4())}, {"roster": str(uuid4())}):
        body = {"roster": roster, "post": str(post), "on_day": "2026-12-05"} | wrong
        assert code_of(await desk.street.put("zhihui", f"/shifts/{uuid4()}", body)) == (404, "not_found")
    body = {"roster": roster, "post": str(post), "on_day": "2026-12-05"}
    assert code_of(await desk.street.put("duiyuan", f"/shifts/{uuid4()}", body)) == (403, "not_allowed")
