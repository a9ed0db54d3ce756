"""The only reader of time. UTC inside, a fixed +08:00 outside (bare machines lack a zone database)."""

from datetime import UTC, datetime, timedelta, timezone

from backend.settings import settings

CHINA = timezone(timedelta(hours=8))


def now() -> datetime:
    """This moment in UTC; under test the moment written in LIANDONG_CLOCK_FILE (ISO 8601)."""
    clock_file = settings().clock_file
    if clock_file is not None and clock_file.exists():
        return datetime.fromisoformat(clock_file.read_text().strip()).astimezone(UTC)
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as people read it, at +08:00."""
    return moment.astimezone(CHINA)


def year_of(moment: datetime) -> int:
    """The year a number or a ledger belongs to: the year at +08:00."""
    return local(moment).year
