"""Who of a township is away in a span, and why."""

from dataclasses import asdict
from datetime import date
from typing import Any

from backend.demo.organisation import officer_id, township_id, unit_id
from backend.foundation.database import rows
from backend.office.absences.queries.away import away
from backend.office.absences.rules.borrowing import Borrowing
from backend.office.absences.rules.leave import Leave
from tests.office.absences.absent import NOON, at, borrowing, leave
from tests.rig.cast import Cast

SHEN, ZHANG = officer_id("duiyuan"), officer_id("shichang")
WEEK = at("2026-11-23 00:00"), at("2026-11-30 00:00")
APPROVED: dict[str, Any] = {"approved_at": NOON, "approved_by": officer_id("duizhang")}


async def keep(table: str, record: Leave | Borrowing, who: str = "duiyuan", township: str = "sfz") -> None:
    officer = {"officer": officer_id(who), "asked_by": officer_id(who)}
    values = asdict(record) | officer | {"township": township_id(township), "unit": unit_id("sfz-zfd")}
    marks = ", ".join("?" * len(values))
    await rows(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", *values.values())


async def whys(township: str = "sfz") -> list[str]:
    return [each.why for each in await away(township_id(township), *WEEK)]


async def test_approved_leave_is_away_from_its_beginning_to_its_end(cast: Cast) -> None:
    await keep("leaves", leave(**APPROVED))
    [found] = await away(township_id("sfz"), *WEEK)
    assert (found.officer, found.why) == (SHEN, "年休假")
    assert (found.begins, found.ends) == (at("2026-11-25 00:00"), at("2026-11-28 00:00"))


async def test_leave_nobody_approved_is_not_except_sickness(cast: Cast) -> None:
    await keep("leaves", leave())
    await keep("leaves", leave(kind="sick"))
    await keep("leaves", leave(**APPROVED, withdrawn_at=NOON))
    assert await whys() == ["病假（待批）"]


async def test_what_only_touches_the_span_is_outside_of_it(cast: Cast) -> None:
    await keep("leaves", leave("2026-11-20", "2026-11-22", **APPROVED))
    await keep("leaves", leave("2026-11-30", "2026-12-01", **APPROVED))
    await keep("borrowings", borrowing("2026-11-01", "2026-11-22", **APPROVED))
    await keep("borrowings", borrowing("2026-11-30", None, **APPROVED))
    assert await whys() == []


async def test_whoever_is_borrowed_is_away_and_an_unknown_end_is_the_spans_own(cast: Cast) -> None:
    lent = borrowing(last=None, left_on=date(2026, 11, 3), department=unit_id("cgj"), department_name="")
    await keep("borrowings", lent, "shichang")
    [found] = await away(township_id("sfz"), *WEEK)
    assert (found.officer, found.why) == (ZHANG, "抽调到县城市管理局")
    assert (found.begins, found.ends) == (at("2026-11-03 00:00"), WEEK[1])


async def test_a_department_that_is_not_here_is_named_as_it_was_written(cast: Cast) -> None:
    await keep("borrowings", borrowing(**APPROVED))
    assert await whys() == ["抽调到县自然资源局"]


async def test_the_neighbours_people_are_nobody_here(cast: Cast) -> None:
    await keep("leaves", leave(**APPROVED), "linzhen", "lz")
    assert await whys() == []
    assert await whys("lz") == ["年休假"]


async def test_whoever_has_left_is_away_no_more(cast: Cast) -> None:
    await keep("leaves", leave(**APPROVED))
    await rows("UPDATE officers SET left_at = ? WHERE id = ?", NOON, SHEN)
    assert await whys() == []
