"""Counting again, another way: one day after the other, on plain sets typed from the notices a second time.

Nothing here is shared with the product: no table, no file, no helper.
"""

from datetime import UTC, date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
DAY = timedelta(days=1)

# Days off that are weekdays, and weekend days worked, as the notices of 2023 to 2026 say them.
OFF = """
2023: 0102 0123-0127 0405 0501-0503 0622-0623 0929 1002-1006
2024: 0101 0212-0216 0404-0405 0501-0503 0610 0916-0917 1001-1004 1007
2025: 0101 0128-0131 0203-0204 0404 0501-0502 0505 0602 1001-1003 1006-1008
2026: 0101-0102 0216-0220 0223 0406 0501 0504-0505 0619 0925 1001-1002 1005-1007
"""
WORKED = """
2023: 0128 0129 0423 0506 0625 1007 1008
2024: 0204 0218 0407 0428 0511 0914 0929 1012
2025: 0126 0208 0427 0928 1011
2026: 0104 0214 0228 0509 0920 1010
"""
OFF_IN_XINJIANG = """
2023: 0421 0628-0630
2025: 0331 0606 0609-0610
2026: 0320 0527-0529
"""
FIRST, LAST = date(2023, 1, 1), date(2026, 12, 31)


def days(text: str) -> set[date]:
    found = set()
    for line in text.split("\n"):
        year, _, spans = line.partition(":")
        for span in spans.split():
            first, _, last = span.partition("-")
            day, end = on(year, first), on(year, last or first)
            while day <= end:
                found.add(day)
                day += DAY
    return found


def on(year: str, text: str) -> date:
    return date(int(year), int(text[:2]), int(text[2:]))


NATION = days(OFF), days(WORKED)
XINJIANG = days(OFF) | days(OFF_IN_XINJIANG), days(WORKED)


def works(day: date, region: tuple[set[date], set[date]]) -> bool:
    off, worked = region
    return day in worked or (day.isoweekday() < 6 and day not in off)


def last_day(
    amount: int, unit: str, rolls: bool, start: datetime, region: tuple[set[date], set[date]]
) -> date:
    """The day a limit in days ends with."""
    day = start.astimezone(BEIJING).date()
    while amount:
        day += DAY
        amount -= unit == "calendar_day" or works(day, region)
    while rolls and not works(day, region):
        day += DAY
    return day


def first_late(day: date) -> datetime:
    """The first moment after the day."""
    return datetime(day.year, day.month, day.day, tzinfo=BEIJING) + DAY


def in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
