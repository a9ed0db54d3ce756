from datetime import UTC, date, datetime, timedelta

import pytest

from backend.foundation.letters.dates import clock_beside, duration, paper_date, paper_moment, span_beside
from backend.foundation.now import CHINA

EVENING = datetime(2026, 11, 22, 19, 30, tzinfo=CHINA)
AFTER_MIDNIGHT = datetime(2026, 11, 22, 16, 10, tzinfo=UTC)


def test_a_date_has_its_year_and_weekday() -> None:
    assert paper_date(date(2026, 12, 2)) == "2026年12月2日 周三"


def test_a_moment_is_read_at_plus_eight() -> None:
    assert paper_moment(AFTER_MIDNIGHT) == "2026年11月23日 周一 00:10"


def test_what_has_not_been_is_a_dash() -> None:
    assert paper_moment(None) == "—"
    assert clock_beside(None, EVENING) == "—"


def test_a_time_of_another_day_carries_its_date() -> None:
    assert clock_beside(EVENING, EVENING) == "19:30"
    assert clock_beside(AFTER_MIDNIGHT, EVENING) == "11-23 00:10"


def test_an_open_stretch_has_no_end() -> None:
    assert span_beside(EVENING, None, EVENING) == "19:30—"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0.9, "0分钟"), (4, "4分钟"), (60, "1小时"), (160, "2小时40分"), (1500, "25小时")]
)
def test_durations_are_rounded_down_to_minutes(minutes: float, words: str) -> None:
    assert duration(timedelta(minutes=minutes)) == words
