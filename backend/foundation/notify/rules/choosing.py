"""When a notice may leave the house: not what somebody left out, not in their quiet hours; emergencies always. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec

from backend.foundation.notify.rules.topics import ALWAYS
from backend.foundation.now import local

DAY_MINUTES = 24 * 60


@dataclass(frozen=True)
class Wish:
    """Quiet from one minute of the day (at +08:00) to another, over midnight where it ends before it begins; None: never."""

    quiet_from: int | None = None
    quiet_until: int | None = None
    muted: frozenset[str] = frozenset()

    @property
    def quiet(self) -> bool:
        return self.quiet_from is not None and self.quiet_from != self.quiet_until


def wish_from(found: Mapping[str, Any]) -> Wish:
    """Out of its columns; nothing wished where they are empty."""
    muted = msgspec.json.decode(found["muted"] or "[]", type=list[str])
    return Wish(found["quiet_from"], found["quiet_until"], frozenset(muted))


def leaves_at(wish: Wish, topic: str, at: datetime, *, urgent: bool) -> datetime | None:
    """When it may go out to somebody with this wish; None where they left the topic out."""
    if urgent or topic in ALWAYS:
        return at
    if topic in wish.muted:
        return None
    return _after_quiet(wish, at)


def _after_quiet(wish: Wish, at: datetime) -> datetime:
    if not wish.quiet or wish.quiet_from is None or wish.quiet_until is None:
        return at
    clock = local(at)
    minute = clock.hour * 60 + clock.minute
    lasting = (wish.quiet_until - wish.quiet_from) % DAY_MINUTES
    since = (minute - wish.quiet_from) % DAY_MINUTES
    if since >= lasting:
        return at
    return at.replace(second=0, microsecond=0) + timedelta(minutes=lasting - since)
