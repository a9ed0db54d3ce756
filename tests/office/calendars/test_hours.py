"""本地作息: looked at, set over the region's, taken back; warnings that are to come follow, given ones do not come again."""

from datetime import datetime

import httpx
import pytest

from backend.foundation.clocks import Clock
from backend.foundation.database import rows
from backend.foundation.refusals import Refusal
from backend.office.calendars.rules.hours import FIELDS, SEASONS, read_hours
from tests.office.calendars.test_changing import administrator, fields, the
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch

__all__ = ["administrator"]

HOURS = {
    "name1": "夏季作息",
    "since1": "05-01",
    "spans1": "09:30-12:30，15:00-18:30",
    "name2": "冬季作息",
    "since2": "10-01",
    "spans2": "10:00-14:00",
    "source": "县政府办公室通知〔2026〕5号",
}


def typed(**changes: str) -> dict[str, str]:
    empty = {f"{name}{number}": "" for number in SEASONS for name in FIELDS}
    return empty | HOURS | changes


def faults(**changes: str) -> set[str]:
    with pytest.raises(Refusal) as refused:
        read_hours(typed(**changes))
    return set(refused.value.fields)


async def made(administrator: httpx.AsyncClient, data: dict[str, str] = HOURS) -> httpx.Response:
    seen = await administrator.post("/calendar/hours/new", data=data)
    return await administrator.post("/calendar/hours", data=fields(seen.text))


async def test_a_warning_to_come_is_given_at_the_new_first_hour(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    assert running.next_at == datetime.fromisoformat("2026-12-31T08:30:00+08:00")
    assert "没有期限因此变动" in (await made(administrator)).text
    found = await the(running)
    assert (found.due_at, found.next_kind) == (running.due_at, running.next_kind)
    assert found.next_at == datetime.fromisoformat("2026-12-31T10:00:00+08:00")


async def test_one_that_was_given_does_not_come_again(
    running: Clock, administrator: httpx.AsyncClient, clock: Watch
) -> None:
    await rows("UPDATE clocks SET next_at = late_from, next_kind = 'limit' WHERE id = ?", running.id)
    await made(administrator)
    assert (await the(running)).next_kind == "limit"


async def test_taken_back_the_regions_hours_hold_again(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    await made(administrator)
    assert "恢复地区作息" in (await administrator.get("/calendar")).text
    seen = await administrator.get("/calendar/hours/withdrawal")
    await administrator.post("/calendar/hours/withdrawal", data=fields(seen.text))
    page = (await administrator.get("/calendar")).text
    assert "恢复地区作息" not in page
    assert "撤销本地作息时间" in page
    assert (await the(running)).next_at == running.next_at


async def test_the_calendar_shows_whose_hours_hold_and_since_which_paper(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    await made(administrator)
    page = (await administrator.get("/calendar")).text
    assert "09:30-12:30，15:00-18:30" in page
    assert "县政府办公室通知〔2026〕5号" in page
    assert "本地作息时间：夏季作息（05-01起）" in page


async def test_twice_changes_nothing(running: Clock, administrator: httpx.AsyncClient) -> None:
    await made(administrator)
    await made(administrator)
    assert len(await rows("SELECT id FROM calendar_hours")) == 1
    assert (await the(running)).edition == 2


async def test_what_was_changed_meanwhile_is_looked_at_again(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    seen = fields((await administrator.post("/calendar/hours/new", data=HOURS)).text)
    await made(administrator, HOURS | {"spans2": "09:00-13:00"})
    assert (await administrator.post("/calendar/hours", data=seen)).status_code == 409


async def test_what_cannot_be_taken_is_said_and_stays_typed(administrator: httpx.AsyncClient) -> None:
    answer = await administrator.post("/calendar/hours/new", data=HOURS | {"spans1": "12:00-09:00"})
    assert answer.status_code == 400
    assert "12:00-09:00" in answer.text
    assert "先早后晚" in answer.text
    assert not await rows("SELECT id FROM calendar_hours")


@pytest.mark.parametrize("who", ["duizhang", "lingdao", "chengguan"])
async def test_only_the_administrator_sets_them(cast: Cast, who: str) -> None:
    assert (await (await cast.browser(who)).post("/calendar/hours", data=HOURS)).status_code == 403


def test_the_second_season_may_be_left_out() -> None:
    one = read_hours(typed(name2="", since2="", spans2=""))
    assert [season.name for season in one.hours] == ["夏季作息"]


def test_it_is_read_as_people_write_it() -> None:
    [first, _] = read_hours(typed(since1="5月1日", spans1="8：30—12：00、14:30至18:00")).hours
    assert (first.since, first.spans) == ("05-01", ("08:30-12:00", "14:30-18:00"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name1": ""}, {"name1"}),
        ({"name1": "长" * 21}, {"name1"}),
        ({"since1": "02-30"}, {"since1"}),
        ({"since1": "13-01"}, {"since1"}),
        ({"since2": "05-01"}, {"since2"}),
        ({"since2": ""}, {"since2"}),
        ({"spans1": ""}, {"spans1"}),
        ({"spans1": "09:00-12:00 11:00-18:00"}, {"spans1"}),
        ({"spans1": "09:00-12:00，午休"}, {"spans1"}),
        ({"spans2": "24:00-25:00"}, {"spans2"}),
        ({"source": ""}, {"source"}),
        ({"source": "文" * 201}, {"source"}),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, str], expected: set[str]) -> None:
    assert faults(**changes) == expected


@pytest.mark.parametrize("since", ["02-29", "01-01", "12-31"])
def test_a_season_begins_on_any_day_of_a_year(since: str) -> None:
    assert since in {season.since for season in read_hours(typed(since1=since)).hours}
