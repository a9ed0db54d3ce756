"""One's shifts as a calendar, opened by another library than ours."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from backend.office.duty.ics import calendar_text
from tests.office.duty.papers.months import NOW, month, officer, on, shift


def read(text: str) -> Calendar:
    return Calendar.from_ical(text)


def test_a_shift_is_an_entry_from_its_first_minute_to_its_last_also_past_midnight() -> None:
    calendar = read(calendar_text(month()[:1], officer("zhangsan"), NOW, "https://liandong.test"))
    (entry,) = calendar.events
    assert str(calendar["X-WR-CALNAME"]) == "联动值班"
    assert str(entry["SUMMARY"]) == "值班：夜间值班"
    assert str(entry["LOCATION"]) == "值班室"
    assert str(entry["DESCRIPTION"]) == "席位：值班员"
    assert entry.start == datetime(2026, 10, 1, 12, tzinfo=UTC)
    assert entry.end - entry.start == timedelta(hours=12)
    assert [entry.start - each.trigger for each in entry.alarms.times] == [timedelta(hours=2)]


def test_each_shift_keeps_its_name_so_that_a_change_is_no_second_entry() -> None:
    first, again = (
        read(calendar_text(month(), officer("lisi"), at, "https://liandong.test"))
        for at in (NOW, NOW + timedelta(days=1))
    )
    assert [str(each["UID"]) for each in first.events] == [str(each["UID"]) for each in again.events]
    assert len({str(each["UID"]) for each in first.events}) == len(first.events)


def test_nobody_is_named_in_it() -> None:
    text = calendar_text(month(), officer("lisi"), NOW, "https://liandong.test")
    assert not any(name in text for name in ("张三", "李四", "王五", "张伟"))


def test_whatever_stands_in_a_name_is_read_back_as_it_was() -> None:
    odd = shift(9, "10-03T08:00", 8, on("lisi", 9), name="街天；“逢三”，A,B;C\\D" * 3, place="桥头,北")
    (entry,) = read(calendar_text([odd], officer("lisi"), NOW, "https://liandong.test")).events
    assert str(entry["SUMMARY"]) == f"值班：{odd.name}"
    assert str(entry["LOCATION"]) == "桥头,北"


def test_an_empty_calendar_is_a_calendar() -> None:
    assert read(calendar_text([], officer("lisi"), NOW, "https://liandong.test")).events == []
