"""Which festivals and market days lie ahead, and which of them a check is planned for."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from backend.field.campaigns.rules.ahead import DAYS, Check, MarketPlace, occasions, with_checks
from backend.foundation.workdays import calendar_for

MARKET = MarketPlace(UUID(int=1), "农贸市场", "solar:3,8")
OTHER = MarketPlace(UUID(int=2), "东坝集市", "solar:8")


def ahead(today: str, *places: MarketPlace) -> list[tuple[str, str, str]]:
    found = occasions(calendar_for("CN"), places, date.fromisoformat(today))
    return [(each.name, f"{each.first:%m-%d}", f"{each.last:%m-%d}") for each in found]


def test_a_festival_is_one_occasion_with_its_whole_holiday() -> None:
    assert ahead("2026-09-20") == [("中秋节", "09-25", "09-27"), ("国庆节", "10-01", "10-07")]


@pytest.mark.parametrize(
    ("today", "there"), [("2026-09-01", True), ("2026-08-31", False), ("2026-09-30", True)]
)
def test_it_is_seen_thirty_days_ahead_and_until_the_day_before(today: str, there: bool) -> None:
    assert ("国庆节" in {name for name, *_ in ahead(today)}) is there


@pytest.mark.parametrize("today", ["2026-10-01", "2026-10-03", "2026-10-07"])
def test_one_that_has_begun_is_past_checking(today: str) -> None:
    assert "国庆节" not in {name for name, *_ in ahead(today)}


def test_market_days_come_by_the_date_as_the_place_has_them() -> None:
    found = ahead("2026-11-20", MARKET)
    assert [day for _, day, _ in found] == ["11-23", "11-28", "12-03", "12-08", "12-13", "12-18"]
    assert {name for name, *_ in found} == {"农贸市场街天"}


def planned(day: str, words: str = "巡查", today: str = "2026-11-20", *places: MarketPlace) -> set[str]:
    found = occasions(calendar_for("CN"), places or (MARKET,), date.fromisoformat(today))
    checked = with_checks(found, [Check(uuid4(), date.fromisoformat(day), words)])
    return {f"{each.name} {each.first:%m-%d}" for each in checked if each.check}


@pytest.mark.parametrize(
    ("day", "there"),
    [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True), ("2026-11-24", False)],
)
def test_a_market_day_is_checked_the_day_before_or_that_morning(day: str, there: bool) -> None:
    assert ("农贸市场街天 11-23" in planned(day)) is there


@pytest.mark.parametrize(
    ("day", "there"),
    [("2026-09-23", False), ("2026-09-24", True), ("2026-10-01", True), ("2026-10-02", False)],
)
def test_a_festival_is_checked_within_the_week_before(day: str, there: bool) -> None:
    assert ("国庆节 10-01" in planned(day, today="2026-09-22")) is there


def test_of_two_markets_on_a_day_the_one_it_names_is_checked() -> None:
    both = (MARKET, OTHER)
    assert planned("2026-11-27", "东坝集市事前检查", "2026-11-20", *both) == {"东坝集市街天 11-28"}
    assert planned("2026-11-27", "集镇巡查", "2026-11-20", *both) == set()


def test_a_check_is_proposed_for_the_day_before() -> None:
    first = occasions(calendar_for("CN"), [MARKET], date(2026, 11, 20))[0]
    assert (first.best_day, first.title) == (first.first - timedelta(days=1), "农贸市场街天事前检查")
    assert DAYS == 30
