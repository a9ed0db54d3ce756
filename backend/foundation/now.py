"""The only reader of time. UTC inside, a fixed +08:00 outside (bare machines lack a zone database)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta, timezone

from backend.settings import settings

CHINA = timezone(timedelta(hours=8))

_staged: ContextVar[datetime | None] = ContextVar("staged", default=None)


def now() -> datetime:
    """This moment in UTC; under test the moment written in LIANDONG_CLOCK_FILE (ISO 8601)."""
    moment = _staged.get()
    if moment is not None:
        return moment
    clock_file = settings().clock_file
    if clock_file is not None and clock_file.exists():
        return datetime.fromisoformat(clock_file.read_text().strip()).astimezone(UTC)
    return datetime.now(UTC)


@contextmanager
def staged(moment: datetime) -> Iterator[None]:
    """Let what happens inside happen at `moment`: the demo lives through its weeks this way. Never in production."""
    if settings().env == "production":
        raise RuntimeError("production has one clock")
    mark = _staged.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _staged.reset(mark)


def local(moment: datetime) -> datetime:
    """The same moment as people read it, at +08:00."""
    return moment.astimezone(CHINA)


def year_of(moment: datetime) -> int:
    """The year a number or a ledger belongs to: the year at +08:00."""
    return local(moment).year
