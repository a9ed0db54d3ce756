"""Dates, times and quantities read the way officers write them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.foundation.web import words

NOW = datetime(2026, 11, 23, 1, 10, tzinfo=UTC)  # Monday 09:10 at +08:00


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (date(2026, 11, 25), "11月25日 周三"),
        (datetime(2026, 11, 24, 16, 0, tzinfo=UTC), "11月25日 周三"),  # already Wednesday at +08:00
        (datetime(2026, 11, 24, 15, 59, tzinfo=UTC), "11月24日 周二"),
        (date(2026, 1, 4), "1月4日 周日"),
        (date(2027, 1, 4), "2027-01-04 周一"),
        (date(2025, 12, 31), "2025-12-31 周三"),
    ],
)
def test_a_date_carries_its_weekday_and_another_year_its_year(value: date, read: str) -> None:
    assert words.zh_date(value, NOW) == read


def test_the_year_turns_at_midnight_of_china_not_of_greenwich() -> None:
    new_year = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    assert words.zh_date(date(2027, 1, 1), new_year) == "1月1日 周五"


def test_tables_use_the_short_date() -> None:
    assert words.zh_day(date(2026, 11, 5), NOW) == "11-05 周四"
    assert words.zh_day(date(2027, 1, 4), NOW) == "2027-01-04 周一"


@pytest.mark.parametrize(
    ("minutes", "read"),
    [(9.99, ""), (10, "09:20收到"), (14 * 60 + 49, "23:59收到"), (14 * 60 + 50, "11月24日 周二 00:00收到")],
)
def test_what_waited_on_a_phone_says_when_it_came(minutes: float, read: str) -> None:
    assert words.zh_arrival(NOW + timedelta(minutes=minutes), NOW) == read
    assert words.zh_arrival(NOW + timedelta(minutes=minutes), None) == ""


def test_times_are_read_at_plus_eight() -> None:
    assert words.zh_time(NOW) == "09:10"
    assert words.zh_datetime(NOW, NOW) == "11月23日 周一 09:10"
    assert words.zh_iso(NOW) == "2026-11-23T09:10:00+08:00"


@pytest.mark.parametrize(
    ("due", "read"),
    [
        (datetime(2026, 11, 25, 15, 59, 59, tzinfo=UTC), "11月25日 周三 24:00"),
        (datetime(2026, 11, 25, 15, 59, 59, 999999, tzinfo=UTC), "11月25日 周三 24:00"),
        (datetime(2026, 11, 23, 13, 18, tzinfo=UTC), "今天 21:18"),
        (datetime(2026, 11, 23, 15, 59, 59, tzinfo=UTC), "今天 24:00"),
        (datetime(2027, 1, 4, 15, 59, 59, tzinfo=UTC), "2027-01-04 周一 24:00"),
    ],
)
def test_a_limit_in_days_ends_at_24_hours(due: datetime, read: str) -> None:
    assert words.zh_due(due, NOW) == read


@pytest.mark.parametrize(
    ("seconds", "read"),
    [
        (0, "0秒"), (-3, "0秒"), (59.9, "59秒"), (60, "1分钟"), (3599, "59分钟"), (3600, "1小时"),
        (9600, "2小时40分"), (86399, "23小时59分"), (86400, "1天"), (93600, "1天2小时"),
    ],
)  # fmt: skip
def test_a_length_of_time_is_rounded_down(seconds: float, read: str) -> None:
    assert words.zh_duration(seconds) == read
    assert words.zh_duration(timedelta(seconds=seconds)) == read


def test_a_running_time_goes_on_beyond_a_day() -> None:
    assert words.zh_hms(5076) == "01:24:36"
    assert words.zh_hms(timedelta(hours=30)) == "30:00:00"
    assert words.zh_hms(-1) == "00:00:00"


@pytest.mark.parametrize(
    ("metres", "read"),
    [(0, "0米"), (799.6, "800米"), (999.4, "999米"), (999.6, "1.0公里"), (3249, "3.2公里")],
)
def test_distances_change_unit_at_a_kilometre(metres: float, read: str) -> None:
    assert words.zh_distance(metres) == read


def test_an_accuracy_is_never_made_better() -> None:
    assert words.zh_accuracy(8) == "±8米"
    assert words.zh_accuracy(8.1) == "±9米"


def test_sizes_and_counts() -> None:
    assert words.zh_size(1) == "1 KB"
    assert words.zh_size(4_300_000) == "4.1 MB"
    assert words.zh_size(1024**3 - 1) == "1024.0 MB"
    assert words.zh_size(1024**3) == "1.0 GB"
    assert words.zh_count(100_000) == "100,000"


def test_templates_get_every_word_and_a_dash_for_what_is_not_there_yet() -> None:
    given = words.filters(lambda: NOW)
    assert given["zh_date"](date(2026, 11, 25)) == "11月25日 周三"
    assert given["zh_distance"](3200) == "3.2公里"
    assert {str(given[name](None)) for name in given} == {"—", "('—', '')"}
    assert set(given) >= {name for name in vars(words) if name.startswith("zh_")}
