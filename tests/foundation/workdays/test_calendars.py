"""The calendars that ship: against a library that was typed by others, and region by region."""

from datetime import date, datetime, timedelta

import chinese_calendar
import pytest

from backend.foundation.workdays import (
    Calendar,
    Mark,
    Overrides,
    Uncountable,
    calendar_for,
    chain,
    load_calendars,
    unsafe,
)
from backend.foundation.workdays.festivals import (
    first_year,
    last_year,
    lunar_days,
    statutory_days,
    substitutes,
)

DAY = timedelta(days=1)
PUBLISHED = (2023, 2024, 2025, 2026)


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + n * DAY for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


def off(calendar: Calendar, year: int) -> list[str]:
    """The weekdays that are not worked."""
    return [f"{day:%m-%d}" for day in days_of(year) if day.weekday() < 5 and not calendar.is_workday(day)]


@pytest.mark.parametrize("year", PUBLISHED)
def test_no_day_differs_from_a_calendar_others_have_typed(year: int) -> None:
    calendar = calendar_for("CN")
    differing = [day for day in days_of(year) if calendar.is_workday(day) != chinese_calendar.is_workday(day)]
    assert differing == []


@pytest.mark.parametrize(("year", "count"), [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_so_many_working_days(year: int, count: int) -> None:
    assert calendar_for("CN").workdays(date(year - 1, 12, 31), date(year, 12, 31)) == count


@pytest.mark.parametrize("year", PUBLISHED)
def test_a_published_year_says_on_which_notice_it_rests(year: int) -> None:
    (notice,) = calendar_for("CN").notices(year)
    assert notice.published
    assert notice.notice.startswith("国办发明电〔")
    assert notice.issued is not None
    assert notice.issued.year == year - 1
    assert notice.url.startswith("https://www.gov.cn/")


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_festivals_of_the_law_lie_in_the_days_off_of_their_name(year: int) -> None:
    for day, name in statutory_days(year).items():
        is_off, library = chinese_calendar.get_holiday_detail(day)
        assert is_off, (day, name)
        assert library is not None


def test_the_lunar_festivals_lie_where_the_moon_puts_them() -> None:
    for year in range(first_year(), last_year() + 1):
        spring, bright, dragon, moon = lunar_days()[year]
        assert date(year, 1, 21) <= spring <= date(year, 2, 20)
        assert bright in (date(year, 4, 4), date(year, 4, 5))
        # Four lunar months and four days later, five where a leap month lies between.
        assert (dragon - spring).days in (*range(121, 124), *range(150, 153)), year
        assert (moon - dragon).days in (*range(97, 100), *range(126, 129)), year


def test_a_year_without_its_notice_knows_the_law_and_guesses_nothing() -> None:
    calendar = calendar_for("CN")
    assert not calendar.published(2027)
    assert off(calendar, 2027) == [
        "01-01", "02-05", "02-08", "02-09", "02-10", "04-05", "05-03", "05-04", "06-09", "09-15", "10-01",
        "10-04", "10-05",
    ]  # fmt: skip
    assert not [day for day in days_of(2027) if day.weekday() >= 5 and calendar.is_workday(day)]
    assert (calendar.why(date(2027, 2, 5)), calendar.why(date(2027, 2, 9))) == ("春节放假", "春节补假")


@pytest.mark.parametrize("year", range(2025, 2061))
def test_every_weekend_festival_of_a_year_is_made_up_for_on_a_weekday(year: int) -> None:
    on_weekends = [day for day in statutory_days(year) if day.weekday() >= 5]
    assert len(substitutes(year)) == len(on_weekends)
    assert all(day.weekday() < 5 for day in substitutes(year))
    assert len(statutory_days(year)) == 13


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2027-01-29", False), ("2027-01-30", True), ("2027-02-21", True), ("2027-02-22", False),
     ("2027-04-16", False), ("2027-04-17", True), ("2027-05-16", True), ("2027-05-17", False),
     ("2027-09-17", False), ("2027-09-18", True), ("2027-10-17", True), ("2027-10-18", False)],
)  # fmt: skip
def test_around_the_long_festivals_a_notice_may_move_weekends(day: str, expected: bool) -> None:
    assert unsafe(date.fromisoformat(day)) is expected


def test_xinjiang_has_its_own_days_off_and_keeps_the_nations_make_up_days() -> None:
    here, there = calendar_for("CN-XJ"), calendar_for("CN")
    assert sorted(set(off(here, 2026)) - set(off(there, 2026))) == ["03-20", "05-27", "05-28", "05-29"]
    assert here.is_workday(date(2023, 4, 23))
    assert here.why(date(2026, 3, 20)) == "肉孜节放假"


def test_a_region_is_published_only_with_its_own_notice() -> None:
    assert calendar_for("CN-XJ").published(2026)
    assert calendar_for("CN").published(2024)
    assert not calendar_for("CN-XJ").published(2024)


def test_a_region_without_a_calendar_of_its_own_counts_by_the_nations() -> None:
    assert chain("CN-YN-YX") == ("CN", "CN-YN", "CN-YN-YX")
    assert calendar_for("CN-YN-YX").published(2026)
    assert off(calendar_for("CN-YN-YX"), 2026) == off(calendar_for("CN"), 2026)


@pytest.mark.parametrize("region", ["", "XJ", "US", "CN-", "CN-ZZ", "CN--XJ", "CN-XJ-", "cn"])
def test_a_region_nobody_knows_is_refused(region: str) -> None:
    with pytest.raises(Uncountable, match="这个地区"):
        calendar_for(region)


def test_an_overlay_goes_both_ways() -> None:
    """In 2014 Xinjiang cancelled two of the nation's make-up days; an autonomous county adds its own holiday."""
    local = {date(2026, 10, 10): Mark(False, "取消调休"), date(2026, 10, 2): Mark(True, "抢险上班")}
    calendar = calendar_for("CN", Overrides(days=local))
    assert not calendar.is_workday(date(2026, 10, 10))
    assert calendar.is_workday(date(2026, 10, 2))
    assert calendar.why(date(2026, 10, 10)) == "取消调休"
    assert calendar_for("CN").is_workday(date(2026, 10, 10))


def test_another_content_is_another_version() -> None:
    plain, again = calendar_for("CN", Overrides()), calendar_for("CN")
    changed = calendar_for("CN", Overrides(days={date(2026, 7, 28): Mark(False, "火把节")}))
    assert plain.version == again.version != changed.version
    assert calendar_for("CN-XJ").version.startswith("CN-XJ@")


@pytest.mark.parametrize(
    ("region", "day", "opens"),
    [
        ("CN", "2026-07-01", "08:30"),
        ("CN-YN", "2026-07-01", "08:30"),
        ("CN-XJ", "2026-04-30", "10:00"),
        ("CN-XJ", "2026-05-01", "10:00"),
    ],
)
def test_offices_open_by_their_regions_hours(region: str, day: str, opens: str) -> None:
    moment = calendar_for(region).opening(date.fromisoformat(day))
    assert moment == datetime.fromisoformat(f"{day}T{opens}:00+08:00")


@pytest.mark.parametrize(
    ("day", "season"), [("2026-04-30", "冬季作息"), ("2026-05-01", "夏季作息"), ("2026-09-30", "夏季作息"),
                        ("2026-10-01", "冬季作息"), ("2026-01-01", "冬季作息")],
)  # fmt: skip
def test_xinjiang_changes_its_hours_twice_a_year(day: str, season: str) -> None:
    found = load_calendars().regions["CN-XJ"].season(date.fromisoformat(day))
    assert found.name == season
    assert found.spans[1] == ("16:00-20:00" if season == "夏季作息" else "15:30-19:30")


def test_counting_working_days_between_two_days_goes_both_ways() -> None:
    calendar = calendar_for("CN")
    assert calendar.workdays(date(2026, 9, 28), date(2026, 10, 10)) == 5
    assert calendar.workdays(date(2026, 10, 10), date(2026, 9, 28)) == -5
    assert calendar.workdays(date(2026, 10, 1), date(2026, 10, 1)) == 0
    assert calendar.workday(date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert calendar.workday(date(2026, 10, 8), -1) == date(2026, 9, 30)
    assert calendar.workday(date(2026, 10, 3), 0) == date(2026, 10, 3)
