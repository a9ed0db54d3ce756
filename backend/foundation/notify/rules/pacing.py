"""When a try that failed is repeated, and when that ends. Pure."""

from datetime import datetime, timedelta

# An emergency is tried nearly without a pause as long as it may be one; after two hours people have long been told.
URGENT = tuple(timedelta(seconds=seconds) for seconds in (2, 5, 10, 20, 30))
URGENT_THEN = timedelta(minutes=1)
URGENT_FOR = timedelta(hours=2)

ORDINARY = tuple(timedelta(seconds=seconds) for seconds in (30, 120, 300, 600))
ORDINARY_THEN = timedelta(minutes=30)
ORDINARY_FOR = timedelta(hours=24)


def next_try(attempts: int, created: datetime, at: datetime, *, urgent: bool) -> datetime | None:
    """After `attempts` tries that failed, the last one at `at`: when the next is due; None: given up."""
    steps, then, lasting = (
        (URGENT, URGENT_THEN, URGENT_FOR) if urgent else (ORDINARY, ORDINARY_THEN, ORDINARY_FOR)
    )
    due = at + (steps[attempts - 1] if attempts <= len(steps) else then)
    return due if due <= created + lasting else None
