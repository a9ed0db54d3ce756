"""Loading a year and laying a day over it: looked at, made, counted anew; nothing half-written."""

import re
from html import unescape
from typing import Any

import httpx
import pytest

from backend.foundation.clocks import Clock, clocks_of
from backend.foundation.database import rows
from backend.foundation.journal import timeline
from tests.office.calendars.conftest import begun
from tests.office.calendars.notices import NOTICE_2026, NOTICE_2027
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch

DAY = {"day": "2026-12-30", "kind": "off", "why": "县庆放假", "source": "县政府办公室通知〔2026〕3号"}


@pytest.fixture
async def administrator(cast: Cast) -> httpx.AsyncClient:
    return await cast.browser("guanli")


def fields(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in found}


async def looked_at(administrator: httpx.AsyncClient, text: str, **more: str) -> httpx.Response:
    return await administrator.post(
        "/calendar/new", files={"file": ("", b"")}, data={"content": text, "region": "CN", **more}
    )


@pytest.mark.parametrize(
    ("file", "text", "words", "marked"),
    [
        (("", b""), " ", "贴上通知全文，或者选一个历法文件", "content"),
        (("年.toml", b"\n"), "", "这个文件是空的", "file"),
        (("年.toml", "明年放假吗".encode()), "", "第1行", "file"),
    ],
)
async def test_what_cannot_be_read_is_said_where_it_came_by(
    administrator: httpx.AsyncClient, file: tuple[str, bytes], text: str, words: str, marked: str
) -> None:
    answer = await administrator.post(
        "/calendar/new", files={"file": file}, data={"content": text, "region": "CN"}
    )
    assert 400 <= answer.status_code < 500
    assert re.search(rf'href="#{marked}">[^<]*{words}', answer.text)


async def the(clock: Clock) -> Clock:
    (found,) = await clocks_of(clock.record)
    return found


async def nothing_written() -> bool:
    tables = ("calendar_years", "calendar_days")
    found: list[Any] = [entry for table in tables for entry in await rows(f"SELECT id FROM {table}")]
    return not found


async def test_looking_tells_what_was_read_and_changes_nothing(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    seen = await looked_at(administrator, NOTICE_2027)
    assert seen.status_code in (200, 201)
    assert "没有期限因此变动" in seen.text
    assert "2月5日—2月12日放假；1月30日、2月20日上班" in seen.text
    assert await nothing_written()
    assert (await the(running)).provisional


async def test_loading_makes_provisional_limits_certain(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    seen = await looked_at(administrator, NOTICE_2027)
    made = await administrator.post("/calendar/years", data=fields(seen.text))
    assert "已经重新计算" in made.text
    found = await the(running)
    assert (found.due_at, found.provisional, found.edition) == (running.due_at, False, 2)
    (told,) = await timeline("calendar", running.county)
    assert (told.kind, (told.payload or {})["year"]) == ("calendar.loaded", 2027)


async def test_what_moves_is_told_before_and_after_without_naming_a_case(
    running: Clock, administrator: httpx.AsyncClient, clock: Watch
) -> None:
    """Twenty-five working days end on 4 February; the make-up Saturday of 30 January brings the end forward."""
    clock.at("2026-12-29T10:00:00+08:00")
    longer = await begun("2026-12-29T10:00", days=25)
    seen = await looked_at(administrator, NOTICE_2027)
    assert "1项期限会提前" in seen.text
    assert "振兴街" not in seen.text
    made = await administrator.post("/calendar/years", data=fields(seen.text))
    assert "1项期限提前了" in made.text
    found = await the(longer)
    assert found.due_at < longer.due_at
    assert found.moved_from == longer.due_at
    kinds = [moment.kind for moment in await timeline(*longer.record)]
    assert kinds == ["clock.started", "clock.recounted"]


async def test_twice_is_harmless(running: Clock, administrator: httpx.AsyncClient) -> None:
    seen = fields((await looked_at(administrator, NOTICE_2027)).text)
    await administrator.post("/calendar/years", data=seen)
    again = fields((await looked_at(administrator, NOTICE_2027)).text)
    assert (await administrator.post("/calendar/years", data=again)).status_code in (200, 201)
    assert len(await rows("SELECT id FROM calendar_years")) == 1


async def test_whoever_looked_at_an_older_state_is_told(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    seen = fields((await looked_at(administrator, NOTICE_2027)).text)
    await administrator.post("/calendar/days", data=DAY | {"seen": "1"})
    late = await administrator.post("/calendar/years", data=seen)
    assert late.status_code == 409
    assert await rows("SELECT id FROM calendar_years") == []


async def test_a_bad_notice_keeps_what_was_typed_and_writes_nothing(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    bad = NOTICE_2026.replace("2月14日（周六）", "2月15日（周日）")
    seen = await looked_at(administrator, bad)
    assert seen.status_code == 422
    assert "第7行：2026-02-15 既写了放假又写了上班" in seen.text
    assert "经国务院批准" in seen.text
    assert await nothing_written()


async def test_another_regions_file_is_refused(running: Clock, administrator: httpx.AsyncClient) -> None:
    seen = await looked_at(
        administrator, 'region = "CN-XJ"\nyear = 2027\nstatus = "provisional"\ntitle = "x"\n'
    )
    assert seen.status_code == 422
    assert "不用 CN-XJ 的" in seen.text


async def test_a_local_day_moves_the_limits_over_it(running: Clock, administrator: httpx.AsyncClient) -> None:
    seen = await administrator.post("/calendar/days/new", data=DAY)
    assert "会变动什么" in seen.text
    made = await administrator.post("/calendar/days", data=fields(seen.text))
    assert made.status_code in (200, 201)
    assert f"{(await the(running)).due_at.astimezone():%m-%d}" != f"{running.due_at.astimezone():%m-%d}"


async def test_a_day_taken_back_puts_them_where_they_were(
    running: Clock, administrator: httpx.AsyncClient
) -> None:
    await administrator.post("/calendar/days", data=DAY | {"seen": "1"})
    (day,) = await rows("SELECT id FROM calendar_days")
    address = f"/calendar/days/{day['id']}/withdrawal"
    seen = await administrator.get(address)
    assert "1项期限会提前" in seen.text
    assert (await administrator.post(address, data=fields(seen.text))).status_code in (200, 201)
    assert (await the(running)).due_at == running.due_at
    assert (await administrator.post(address, data=fields(seen.text))).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "2026-02-30"),
        ("day", "1999-01-01"),
        ("kind", "half"),
        ("why", ""),
        ("why", "长" * 41),
        ("source", ""),
    ],
)
async def test_a_day_without_its_ground_is_refused(
    running: Clock, administrator: httpx.AsyncClient, field: str, value: str
) -> None:
    seen = await administrator.post("/calendar/days/new", data=DAY | {field: value})
    assert seen.status_code == 400
    assert await nothing_written()


async def test_from_november_on_a_missing_year_is_said_aloud(
    cast: Cast, administrator: httpx.AsyncClient, clock: Watch
) -> None:
    clock.at("2026-10-31T23:59:59+08:00")
    assert "还没有录入" not in (await administrator.get("/calendar")).text
    assert "还没有录入" not in (await (await cast.browser("duizhang")).get("/deadlines")).text
    clock.at("2026-11-01T00:00:00+08:00")
    assert "2027年放假安排还没有录入" in (await administrator.get("/calendar")).text
    assert "有一年要录入" in (await administrator.get("/")).text
    assert "2027年放假安排还没有录入" in (await (await cast.browser("duizhang")).get("/deadlines")).text


async def test_once_it_is_loaded_nothing_is_missing(running: Clock, administrator: httpx.AsyncClient) -> None:
    seen = await looked_at(administrator, NOTICE_2027)
    await administrator.post("/calendar/years", data=fields(seen.text))
    assert "还没有录入" not in (await administrator.get("/calendar")).text


@pytest.mark.parametrize("year", ["", "2024", "2027", "1900", "x"])
async def test_every_year_can_be_looked_at(
    cast: Cast, administrator: httpx.AsyncClient, clock: Watch, year: str
) -> None:
    clock.at("2026-11-20T10:00:00+08:00")
    seen = await administrator.get("/calendar", params={"year": year})
    assert seen.status_code == 200
    assert seen.text.count("<table") == 12


@pytest.mark.parametrize("who", ["duizhang", "lingdao", "chengguan"])
async def test_only_the_administrator_changes_calendars(cast: Cast, who: str) -> None:
    browser = await cast.browser(who)
    assert (await browser.get("/calendar")).status_code == 403
    assert (await browser.post("/calendar/days", data=DAY | {"seen": "1"})).status_code == 403
