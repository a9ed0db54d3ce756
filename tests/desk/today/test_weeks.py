"""Patrols week by week, Monday to Sunday at +08:00, the running week last."""

from datetime import datetime, timedelta

from backend.desk.today.queries.morning import by_week

MONDAY = datetime.fromisoformat("2026-11-16T00:00:00+08:00")


def test_the_last_six_mondays_stand_in_order() -> None:
    assert by_week([], MONDAY) == [
        ("10-12", 0),
        ("10-19", 0),
        ("10-26", 0),
        ("11-02", 0),
        ("11-09", 0),
        ("11-16", 0),
    ]


def test_a_patrol_counts_in_the_week_it_began() -> None:
    sunday = MONDAY - timedelta(seconds=1)
    counted = dict(by_week([sunday, MONDAY, MONDAY + timedelta(days=6, hours=23)], MONDAY))
    assert (counted["11-09"], counted["11-16"]) == (1, 2)


def test_what_began_before_is_left_out() -> None:
    assert sum(count for _, count in by_week([MONDAY - timedelta(weeks=6)], MONDAY)) == 0
