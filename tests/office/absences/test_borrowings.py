"""抽调 through the API: written down, decided by a leader, gone without approval, back; flagged and counted."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from backend.demo.organisation import officer_id, township_id
from backend.foundation.database import rows
from backend.foundation.journal import timeline
from backend.office.absences import bearing
from backend.office.absences.bearing import Gap
from backend.office.absences.queries.away import away
from backend.office.absences.sentences import told
from tests.field.street import code_of
from tests.office.absences.absent import NOON, at
from tests.office.absences.team import Team

TODAY = at("2026-11-20 00:00"), at("2026-11-21 00:00")


async def is_away() -> list[str]:
    return [stretch.why for stretch in await away(township_id("sfz"), *TODAY)]


def codes(found: dict[str, Any]) -> list[str]:
    return [flag["code"] for flag in found["flags"]]


async def test_it_is_written_down_and_the_leaders_are_asked(team: Team) -> None:
    found = (await team.writes()).json()
    assert (found["state"], found["department_name"], found["flags"]) == ("waiting", "县城市管理局", [])
    assert await team.told("lingdao") == await team.told("zhenzhang") == ["抽调沈禾，等你决定"]
    assert await is_away() == []


async def test_approved_the_person_is_away(team: Team) -> None:
    borrowing = await team.lent()
    assert (await team.read("duiyuan", f"borrowings/{borrowing}"))["state"] == "running"
    assert await is_away() == ["抽调到县城市管理局"]
    assert await team.told("duiyuan") == ["同意县城市管理局抽调沈禾"]


async def test_whoever_wrote_it_down_or_is_borrowed_does_not_decide(team: Team) -> None:
    borrowing = await team.borrowing("lingdao")
    assert code_of(await team.do("lingdao", f"borrowings/{borrowing}/approval")) == (403, "own_borrowing")
    assert code_of(await team.do("duizhang", f"borrowings/{borrowing}/approval")) == (403, "not_allowed")
    assert (await team.do("zhenzhang", f"borrowings/{borrowing}/approval")).status_code == 201
    own = await team.borrowing("dangban", officer="zhenzhang")
    assert code_of(await team.do("zhenzhang", f"borrowings/{own}/approval")) == (403, "own_borrowing")


async def test_gone_against_a_refusal_is_casual_and_the_leaders_hear_of_it(team: Team) -> None:
    borrowing = await team.borrowing()
    await team.do("lingdao", f"borrowings/{borrowing}/refusal", {"reason": "执法队只有五个人"})
    assert await is_away() == []
    gone = await team.do("duizhang", f"borrowings/{borrowing}/departure", {"day": "2026-11-18"})
    assert (gone.json()["state"], codes(gone.json())) == ("running", ["unapproved"])
    assert await team.told("lingdao") == ["抽调沈禾，等你决定", "沈禾没有批准就被县城市管理局抽走了"]
    assert await is_away() == ["抽调到县城市管理局"]


async def test_without_an_end_it_is_casual_and_after_thirty_days_long(team: Team) -> None:
    borrowing = await team.lent(last_day=None)
    assert codes(await team.read("lingdao", f"borrowings/{borrowing}")) == ["endless"]
    team.street.clock.at("2026-12-15T23:59:00+08:00")
    assert codes(await team.read("lingdao", f"borrowings/{borrowing}")) == ["endless"]
    team.street.clock.at("2026-12-16T00:00:00+08:00")
    assert codes(await team.read("lingdao", f"borrowings/{borrowing}")) == ["endless", "long"]


async def test_how_long_is_long_is_agreed_locally(team: Team) -> None:
    await rows(
        "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, '10', ?, ?)",
        uuid4(),
        township_id("sfz"),
        "borrowing.long_days",
        officer_id("guanli"),
        NOON,
    )
    assert codes(await team.read("duizhang", f"borrowings/{await team.lent()}")) == ["long"]


async def test_back_the_person_is_there_that_day(team: Team) -> None:
    borrowing = await team.lent()
    statuses = [
        (await team.do("neiqin", f"borrowings/{borrowing}/return", {"day": "2026-11-20"})).status_code
        for _ in range(2)
    ]
    assert statuses == [201, 200]
    assert await is_away() == []
    assert (await team.read("neiqin", f"borrowings/{borrowing}"))["days"] == 4


@pytest.mark.parametrize(("day", "field"), [("2026-11-21", "day"), ("2026-11-15", "day")])
async def test_nobody_comes_back_before_going_or_tomorrow(team: Team, day: str, field: str) -> None:
    borrowing = await team.lent()
    answer = await team.do("neiqin", f"borrowings/{borrowing}/return", {"day": day})
    assert code_of(answer) == (400, "invalid")
    assert field in answer.json()["fields"]


async def test_withdrawn_only_while_nobody_has_gone(team: Team) -> None:
    waiting = await team.borrowing()
    assert (await team.do("duizhang", f"borrowings/{waiting}/withdrawal")).json()["state"] == "withdrawn"
    running = await team.lent()
    assert code_of(await team.do("duizhang", f"borrowings/{running}/withdrawal")) == (409, "borrowing_state")


async def test_one_person_is_borrowed_once_at_a_time(team: Team) -> None:
    await team.lent()
    assert code_of(await team.writes(first_day="2026-12-05", last_day=None)) == (409, "borrowing_overlaps")
    assert (await team.writes(first_day="2026-12-06", last_day=None)).status_code == 201


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"department": None}, "department"),
        ({"department": "sfz-pcs"}, "department"),
        ({"officer": "minjing"}, "officer"),
        ({"last_day": "2026-11-15"}, "last_day"),
        ({"left_on": "2026-11-21"}, "left_on"),
        ({"left_on": "0001-01-01"}, "left_on"),
        ({"first_day": "0001-01-01"}, "first_day"),
        ({"last_day": "9999-12-31"}, "last_day"),
    ],
)
async def test_a_wrong_field_is_named(team: Team, changes: dict[str, Any], field: str) -> None:
    answer = await team.writes(**changes)
    assert code_of(answer) == (400, "invalid")
    assert field in answer.json()["fields"]


async def test_colleagues_and_neighbours_see_nothing_of_it(team: Team) -> None:
    borrowing = await team.borrowing()
    for stranger in ("duiyuan2", "minjing", "suozhang", "linzhen"):
        assert code_of(await team.street.get(stranger, f"/borrowings/{borrowing}")) == (404, "not_found")
    assert (await team.read("duiyuan", f"borrowings/{borrowing}"))["letter"] == "示城管函〔2026〕9号"


async def test_the_page_counts_by_department_and_quotes_the_text(team: Team) -> None:
    await team.lent()
    await team.borrowing(
        "dangban",
        officer="shichang",
        department=None,
        department_name="市里专班",
        last_day=None,
        left_on="2026-11-19",
    )
    seen = (await team.street.page("lingdao", "/borrowings")).text
    assert "县直部门不得随意、长期抽调派驻机构人员" in seen
    assert "没有批准就走了" in seen
    told_of = {row.split("</th>")[0]: row for row in seen.split('<tr><th scope="row">')[1:]}
    assert "<td>1</td><td>1人</td><td>0</td><td>0</td>" in told_of["县城市管理局"]
    assert "<td>1</td><td>1人</td><td>1</td><td>0</td>" in told_of["市里专班"]
    borrowing = seen.split('href="/borrowings/')[1][:36]
    assert "经过" in (await team.street.page("lingdao", f"/borrowings/{borrowing}")).text
    assert "抽调谁" in (await team.street.page("duizhang", "/borrowings/new")).text


async def test_the_journal_tells_it(team: Team) -> None:
    borrowing = await team.lent()
    moments = await timeline("borrowing", borrowing)  # type: ignore[arg-type]
    assert [told(moment) for moment in moments] == [
        "县城市管理局（示城管函〔2026〕9号）抽调沈禾，11月16日 周一到12月5日 周六",
        "同意抽调沈禾",
    ]


async def test_whoever_decides_sees_which_shifts_would_fall_empty(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins, ends = at("2026-11-26 20:00"), at("2026-11-27 08:00")

    async def rostered(officer: object, since: datetime, until: datetime) -> list[Gap]:
        return [Gap("农贸市场夜班", begins, ends, "/duty/shifts/1")] if since < begins < until else []

    monkeypatch.setattr(bearing, "_asked", [rostered])
    borrowing = await team.borrowing()
    seen = (await team.street.page("lingdao", f"/borrowings/{borrowing}")).text
    assert "会让1个已公布的班次缺人。同意之前先看谁能顶。" in seen
    assert "11月26日 周四 20:00—次日 08:00" in seen
    other = await team.borrowing(officer="duiyuan2", last_day="2026-11-25")
    assert "班次缺人" not in (await team.street.page("lingdao", f"/borrowings/{other}")).text


async def test_an_officer_reads_of_none_of_their_own_not_that_there_are_none(team: Team) -> None:
    await team.borrowing(officer="duiyuan2")
    assert "没有人要抽调你" in (await team.street.page("duiyuan", "/borrowings")).text
