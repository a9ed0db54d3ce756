"""How one limit was counted: over the page that shows it, or as a page of its own."""

import re
from datetime import date, datetime
from html import unescape
from itertools import pairwise

import pytest

from backend.desk.deadlines.folding import fold
from backend.desk.deadlines.sheet import Sheet, sheet_of
from backend.foundation.clocks import Clock
from backend.foundation.workdays import Term, calendar_for, trace
from tests.desk.deadlines.conftest import Run
from tests.foundation.clocks.running import a_clock, at
from tests.rig.cast import Cast


def lines(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [(line.span, line.count, line.why) for line in sheet.lines]


def test_a_holiday_is_one_row_and_a_worked_weekend_its_own() -> None:
    clock = a_clock(Term(3, "working_day"), "2026-09-30T16:40", met="2026-10-09T15:42")
    sheet = sheet_of(clock, at("2026-10-09T16:00"))
    assert lines(sheet) == [
        ("9月30日 周三", "—", "起算当日，不计"),
        ("10月1日—7日", "—", "国庆节放假，7天"),
        ("10月8日 周四", "1", "工作日"),
        ("10月9日 周五", "2", "工作日 · 15:42 完成，计时止"),
        ("10月10日 周六", "3", "国庆节 · 24:00 到期"),
    ]
    assert sheet.lines[-1].tags == ("调休上班",)
    assert sheet.lines[-1].looks == ("make", "due")
    assert sheet.lines[3].tags == ("今天",)


def test_long_counts_fold_plain_weeks_and_say_what_is_not_certain() -> None:
    sheet = sheet_of(a_clock(Term(60, "working_day"), "2026-10-10T09:30"), at("2026-11-23T10:36"))
    assert lines(sheet) == [
        ("10月10日 周六", "—", "起算当日，不计"),
        ("10月11日—11月22日", "30", "30个工作日，周末不计"),
        ("11月23日 周一", "31", "工作日"),
        ("11月24日—12月31日", "59", "28个工作日，周末不计"),
        ("2027年1月1日—3日", "—", "元旦放假、周末，3天"),
        ("2027-01-04 周一", "60", "工作日 · 24:00 到期"),
    ]
    assert sheet.missing == [2027]
    assert sheet.lines[-1].tags == ("暂定",)
    assert sheet.safe_by is None


def test_near_a_long_festival_it_names_a_day_that_is_safe() -> None:
    sheet = sheet_of(a_clock(Term(30, "working_day"), "2026-12-31T09:30"), at("2027-01-05T10:00"))
    assert sheet.lines[-1].span == "2月18日 周四"
    assert sheet.safe_by == date(2027, 2, 16)


def test_hours_say_how_long_they_ran_each_day() -> None:
    sheet = sheet_of(a_clock(Term(24, "hour"), "2026-11-22T21:18"), at("2026-11-23T10:36"))
    assert lines(sheet) == [
        ("11月22日 周日", "—", "21:18—24:00，计2小时42分，夜间和节假日照算"),
        ("11月23日 周一", "—", "00:00—21:18，计21小时18分，夜间和节假日照算 · 21:18 到期"),
    ]
    assert sheet.missing == []


@pytest.mark.parametrize("amount", range(1, 80, 7))
@pytest.mark.parametrize("start", ["2026-02-12", "2026-09-25", "2026-11-20", "2026-12-28"])
@pytest.mark.parametrize("unit", ["working_day", "calendar_day"])
def test_a_fold_loses_no_day(amount: int, start: str, unit: str) -> None:
    term = Term(amount, "working_day") if unit == "working_day" else Term(amount, "calendar_day", True)
    days = trace(term, at(f"{start}T09:00"), calendar_for("CN"))
    rows = fold(days, date(2026, 10, 3))
    assert rows[0].first == days[0].date
    assert rows[-1].last == days[-1].date
    assert all((below.first - above.last).days == 1 for above, below in pairwise(rows))
    assert max(row.count for row in rows) == amount
    assert len(rows) <= max(12, len(days) // 2 + 6)


@pytest.fixture
async def limit(run: Run) -> Clock:
    return await run("清水坪占道", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")


def table(text: str) -> list[str]:
    return [unescape(row) for row in re.findall(r'<th scope="row">([^<]+)</th>', text)]


async def test_it_opens_over_the_page_that_shows_it(limit: Clock, cast: Cast) -> None:
    browser = await cast.browser("duizhang")
    answer = await browser.get(f"/deadlines/{limit.id}", headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.text.strip().startswith("<dialog")
    assert "data-open" in answer.text
    assert "data-once" in answer.text
    assert "案件移送时限怎么算" in answer.text


async def test_it_is_a_page_of_its_own_too(limit: Clock, cast: Cast) -> None:
    answer = await (await cast.browser("duizhang")).get(f"/deadlines/{limit.id}")
    assert table(answer.text) == [
        "11月20日 周五",
        "11月21日—22日",
        "11月23日 周一",
        "11月24日 周二",
        "11月25日 周三",
    ]
    assert "应当在3个工作日内移送给有管辖权的一方处理" in answer.text
    assert "国办发明电〔2025〕7号" in answer.text


@pytest.mark.parametrize("who", ["chengguan", "linzhen", "minjing"])
async def test_a_stranger_does_not_find_it(limit: Clock, cast: Cast, who: str) -> None:
    assert (await (await cast.browser(who)).get(f"/deadlines/{limit.id}")).status_code == 404


def test_the_moment_of_looking_is_the_streets() -> None:
    sheet = sheet_of(
        a_clock(Term(3, "working_day"), "2026-11-20T09:10"),
        datetime.fromisoformat("2026-11-22T16:00:00+00:00"),
    )
    assert [line.span for line in sheet.lines if "今天" in line.tags] == ["11月23日 周一"]
