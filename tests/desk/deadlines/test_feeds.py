"""A private link to one's limits for the calendar of a telephone."""

import re
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from icalendar import Calendar

from backend.desk.deadlines.ics import calendar_text
from backend.desk.deadlines.links import issue, owner_of
from backend.desk.deadlines.queries import MOST
from backend.foundation.clocks import Clock, meet, shown
from backend.foundation.database import batch, rows, transaction
from backend.foundation.workdays import Term
from backend.settings import settings
from tests.desk.deadlines.conftest import Run
from tests.foundation.clocks.running import a_clock, at
from tests.office.duty.shifts import shift
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch
from tests.rig.meanwhile import meanwhile

NOW = at("2026-11-23T10:36")


async def link_of(cast: Cast, who: str) -> str:
    made = await (await cast.browser(who)).post("/me/calendar")
    assert made.status_code == 200
    (link,) = re.findall(rf'data-text="{settings().address}(/calendars/[\w-]+\.ics)"', made.text)
    return str(link)


async def test_its_kind_is_said_once_as_calendars_read_it(cast: Cast) -> None:
    answer = await (await cast.nobody()).get(await link_of(cast, "duiyuan"))
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"


async def test_another_link_and_none_are_asked_for_twice(cast: Cast) -> None:
    browser = await cast.browser("duiyuan")
    assert 'data-dialog="ending"' not in (await browser.get("/me/calendar")).text
    await browser.post("/me/calendar")
    page = (await browser.get("/me/calendar")).text
    for dialog, words in (("anew", "原来的链接马上失效"), ("ending", "订阅马上失效")):
        assert f'data-dialog="{dialog}"' in page
        assert words in page


async def read(cast: Cast, link: str) -> tuple[int, str]:
    answer = await (await cast.nobody()).get(link)
    return answer.status_code, answer.text.replace("\r\n ", "")


def test_a_limit_in_days_is_an_entry_of_its_whole_last_day() -> None:
    text = calendar_text(
        [shown(a_clock(Term(3, "working_day"), "2026-11-20T09:00"), NOW)], NOW, "https://x.test"
    )
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20261125" in lines
    assert "DTEND;VALUE=DATE:20261126" in lines
    assert "DTSTAMP:20261123T023600Z" in lines
    assert "STATUS:CONFIRMED" in lines


def test_a_limit_in_hours_is_an_entry_at_its_moment() -> None:
    text = calendar_text([shown(a_clock(Term(24, "hour"), "2026-11-22T21:18"), NOW)], NOW, "https://x.test")
    assert "DTSTART:20261123T131800Z" in text.split("\r\n")


def test_what_may_still_move_is_tentative() -> None:
    text = calendar_text(
        [shown(a_clock(Term(40, "working_day"), "2026-11-20T09:00"), NOW)], NOW, "https://x.test"
    )
    assert "STATUS:TENTATIVE" in text
    assert "到期（暂定）" in text.replace("\r\n ", "")


def test_lines_are_no_longer_than_the_standard_allows_and_cut_no_character() -> None:
    clock = a_clock(Term(3, "working_day"), "2026-11-20T09:00", says="甲，乙；丙,\\" * 40, basis="𠮷" * 60)
    text = calendar_text([shown(clock, NOW)], NOW, "https://x.test")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "甲，乙；丙\\,\\\\" * 40 in text.replace("\r\n ", "")
    assert "𠮷" * 60 in text.replace("\r\n ", "")


async def test_the_link_shows_what_one_answers_for_and_what_ones_unit_owes(run: Run, cast: Cast) -> None:
    await run("甲案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    await run("丁案", "cgj", "sfz", "2026-11-20T09:00")
    status, text = await read(cast, await link_of(cast, "duiyuan"))
    assert status == 200
    assert "SUMMARY:案件移送到期：甲案" in text
    assert "丁案" not in text
    assert re.search(rf"URL:{settings().address}/deadlines/[0-9a-f-]{{36}}", text)


async def test_what_others_owe_takes_no_room_from_ones_own(run: Run, cast: Cast) -> None:
    await _many(await run("丁案", "cgj", "sfz", "2026-11-19T09:00"), MOST)
    await run("甲案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    _, text = await read(cast, await link_of(cast, "duiyuan"))
    assert "SUMMARY:案件移送到期：甲案" in text
    assert text.count("BEGIN:VEVENT") == 1


async def _many(clock: Clock, count: int) -> None:
    """The limit `count` times more, each of a record of its own."""
    (kept,) = await rows("SELECT * FROM clocks WHERE id = ?", clock.id)
    names = ", ".join(kept.keys() - {"id", "record_id"})
    again = f"INSERT INTO clocks (id, record_id, {names}) SELECT ?, ?, {names} FROM clocks WHERE id = ?"
    await batch([(again, [uuid4(), uuid4(), clock.id]) for _ in range(count)])


async def test_no_officers_name_goes_into_a_calendar(run: Run, cast: Cast) -> None:
    await run("甲案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    _, text = await read(cast, await link_of(cast, "duiyuan"))
    assert "沈禾" not in text


async def test_what_is_done_leaves_the_calendar(run: Run, cast: Cast, monday: Watch) -> None:
    clock = await run("甲案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    link = await link_of(cast, "duiyuan")
    async with transaction():
        await meet(clock.record, clock.rule, datetime.fromisoformat("2026-11-23T11:00:00+08:00"))
    assert "甲案" not in (await read(cast, link))[1]


async def test_a_link_that_was_taken_back_opens_nothing(cast: Cast, monday: Watch) -> None:
    link = await link_of(cast, "duiyuan")
    await (await cast.browser("duiyuan")).post("/me/calendar/ending")
    assert (await read(cast, link))[0] == 404


async def test_a_new_link_ends_the_one_before(cast: Cast, monday: Watch) -> None:
    first, second = await link_of(cast, "duiyuan"), await link_of(cast, "duiyuan")
    assert [(await read(cast, link))[0] for link in (first, second)] == [404, 200]


async def test_of_two_links_made_at_one_instant_one_opens(own_cast: Cast) -> None:
    person = await own_cast.person("duiyuan")
    async with transaction():
        first = await issue(person, NOW)
        other = await meanwhile(issue(person, NOW))
    second = await other
    assert [await owner_of(secret) is not None for secret in (first, second)] == [False, True]


async def test_whoever_has_left_shows_nothing_any_more(cast: Cast, monday: Watch) -> None:
    link = await link_of(cast, "duiyuan")
    await rows("UPDATE officers SET left_at = ? WHERE username = 'duiyuan'", NOW)
    assert (await read(cast, link))[0] == 404


@pytest.mark.parametrize("link", ["/calendars/guess.ics", "/calendars/guess", "/calendars/.ics"])
async def test_a_guess_finds_nothing(cast: Cast, link: str) -> None:
    assert (await read(cast, link))[0] == 404


async def test_the_link_is_shown_once_and_kept_as_a_digest(cast: Cast, monday: Watch) -> None:
    link = await link_of(cast, "duiyuan")
    again = (await (await cast.browser("duiyuan")).get("/me/calendar")).text
    assert "/calendars/" not in again
    assert "一个订阅链接" in again
    (kept,) = await rows("SELECT id FROM calendar_feeds")
    assert kept["id"] not in link


async def test_ones_shifts_are_a_calendar_of_their_own_under_the_same_link(cast: Cast, monday: Watch) -> None:
    begins = at("2026-11-30T20:00")
    mine = await shift(begins, begins + timedelta(hours=12), "duiyuan", kind="watch")
    await shift(begins, begins + timedelta(hours=12), "duiyuan2", kind="watch")
    await shift(begins - timedelta(days=60), begins - timedelta(days=59), "duiyuan")
    made = (await (await cast.browser("duiyuan")).post("/me/calendar")).text
    [link] = re.findall(rf'data-text="{settings().address}(/calendars/[\w-]+/duty\.ics)"', made)
    answer = await (await cast.nobody()).get(link)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    (entry,) = Calendar.from_ical(answer.text).events
    assert (entry["UID"], entry.start, entry.duration) == (f"{mine}@liandong", begins, timedelta(hours=12))
    await (await cast.browser("duiyuan")).post("/me/calendar/ending")
    assert (await (await cast.nobody()).get(link)).status_code == 404


async def test_shifts_of_a_draft_are_in_no_calendar(cast: Cast, monday: Watch) -> None:
    begins = at("2026-12-01T20:00")
    await shift(begins, begins + timedelta(hours=12), "duiyuan", published=False)
    link = (await link_of(cast, "duiyuan")).removesuffix(".ics")
    assert "VEVENT" not in (await read(cast, f"{link}/duty.ics"))[1]


async def test_whoever_stands_on_no_roster_has_no_calendar_of_shifts(cast: Cast) -> None:
    made = (await (await cast.browser("chengguan")).post("/me/calendar")).text
    assert "duty.ics" not in made
    link = (await link_of(cast, "chengguan")).removesuffix(".ics")
    assert (await read(cast, f"{link}/duty.ics"))[0] == 404


async def test_a_guessed_calendar_of_shifts_is_not_found(cast: Cast) -> None:
    assert (await read(cast, "/calendars/guess/duty.ics"))[0] == 404
