"""Who sees a task, where they find it and what they read there."""

from tests.field.street import code_of
from tests.office.tasks.giving import Giving


async def test_the_town_hall_sees_all_of_them_a_station_its_own(giving: Giving) -> None:
    own, theirs = await giving.given(), await giving.given("zhihui", officer="minjing")
    seen = {
        who: {each["id"] for each in (await giving.street.get(who, "/tasks")).json()["items"]} & {own, theirs}
        for who in ("xieguan", "lingdao", "minjing", "suozhang", "jiaojing")
    }
    assert seen == {
        "xieguan": {own, theirs},
        "lingdao": {own, theirs},
        "minjing": {theirs},
        "suozhang": {theirs},
        "jiaojing": set(),
    }
    assert (await giving.street.get("linzhen", f"/tasks/{own}")).status_code == 404


async def test_lists_are_narrowed_and_words_are_found(giving: Giving) -> None:
    open_one, done = await giving.given(), await giving.reported(title="拆除棚架")
    await giving.do("duizhang", done, "closure")
    for asked, expected in (("state=to_do", {open_one}), ("state=ended", {done}), ("q=棚架", {done})):
        found = (await giving.street.get("duizhang", f"/tasks?{asked}")).json()["items"]
        assert {each["id"] for each in found} & {open_one, done} == expected
    assert code_of(await giving.street.get("duizhang", "/tasks?state=gone")) == (400, "invalid")


async def test_the_first_page_shows_what_waits_for_whom(giving: Giving) -> None:
    task = await giving.given()
    assert f"/tasks/{task}" in (await giving.street.page("duiyuan", "/")).text
    assert f"/tasks/{task}" not in (await giving.street.page("duizhang", "/")).text
    await giving.do("duiyuan", task, "report", text="好了")
    assert f"/tasks/{task}" not in (await giving.street.page("duiyuan", "/")).text
    assert f"/tasks/{task}" in (await giving.street.page("duizhang", "/")).text


async def test_whoever_judges_reads_the_report_where_they_judge(giving: Giving) -> None:
    task = await giving.given()
    page = f"/tasks/{task}"
    assert "<dt>报告</dt>" not in (await giving.street.page("duizhang", page)).text
    await giving.do("duiyuan", task, "report", text="三家已挪回店内")
    shown = (await giving.street.page("duizhang", page)).text
    assert "<dt>报告</dt><dd>三家已挪回店内</dd>" in shown
    assert "报告：三家已挪回店内" in shown.partition('id="task-closure"')[2]


async def test_the_form_of_a_report_is_for_whoever_does_it_while_it_is_to_be_done(giving: Giving) -> None:
    task = await giving.given()
    assert (await giving.street.page("duiyuan", f"/tasks/{task}/report")).status_code == 200
    assert (await giving.street.page("duiyuan2", f"/tasks/{task}/report")).status_code == 403
    await giving.do("duiyuan", task, "report", text="好了")
    assert (await giving.street.page("duiyuan", f"/tasks/{task}/report")).status_code == 409


async def test_every_step_is_told_in_words(giving: Giving) -> None:
    task = await giving.given()
    await giving.do("duiyuan", task, "report", text="好了")
    giving.street.clock.later(minutes=1)
    page = (await giving.street.page("duizhang", f"/tasks/{task}/timeline")).text
    assert "派给" in page
    assert "报告：好了" in page
    assert "task." not in page
