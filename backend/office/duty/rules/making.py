"""From posts to the month's shifts. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from backend.foundation.now import CHINA, local
from backend.foundation.workdays import Calendar
from backend.office.duty.rules.days import is_manned, month_days
from backend.office.duty.rules.posts import Post
from backend.office.duty.rules.slots import Slot

# A shift is a night one where somebody is up at this hour.
DEEP_NIGHT = time(2)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Made:
    """A shift still to be written down."""

    post: UUID
    kind: str
    name: str
    place: UUID | None
    begins_at: datetime
    ends_at: datetime
    needs: tuple[Slot, ...]


def shifts_of(
    posts: Mapping[UUID, Post], month: date, calendar: Calendar, markets: Mapping[UUID, str]
) -> Iterator[Made]:
    """Every shift that begins in the month, by time. `markets` is place → market days."""
    made = [each for day in month_days(month) for each in _of_day(posts.items(), day, calendar, markets)]
    yield from sorted(made, key=lambda each: (each.begins_at, each.name))


def begins_at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(), CHINA) + timedelta(minutes=minute)


def is_night(begins: datetime, ends: datetime) -> bool:
    """Whether it holds two o'clock of some night."""
    first = local(begins).date()
    nights = (datetime.combine(first + n * _DAY, DEEP_NIGHT, CHINA) for n in range((ends - begins).days + 2))
    return any(begins <= night < ends for night in nights)


def _of_day(
    posts: Iterable[tuple[UUID, Post]], day: date, calendar: Calendar, markets: Mapping[UUID, str]
) -> Iterator[Made]:
    for post_id, post in posts:
        if not post.active or day < post.first_day or (post.last_day is not None and day > post.last_day):
            continue
        if is_manned(post.days, day, calendar, markets.get(post.place, "") if post.place else ""):
            begins = begins_at(day, post.begins_minute)
            ends = begins + timedelta(minutes=post.length_minutes)
            yield Made(post_id, post.kind, post.name, post.place, begins, ends, post.needs)
