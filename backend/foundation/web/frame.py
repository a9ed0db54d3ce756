"""What the frame of every whole page shows besides its person: the figures on the tabs, and after how long the phone locks. Asked
once for the page."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from backend.foundation.database import look_over
from backend.foundation.database.access import Row, Statement
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.preferences import ASKED_ONE, DEFINITIONS, in_force

LOCK: Final = "lock.idle_minutes"


@dataclass(frozen=True)
class Badge:
    """`urgent` is red and only for what is late or in trouble; `hold_s`: how long the tab is held, where it can be."""

    count: int
    urgent: bool
    hold_s: int | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """Whose tab carries a figure (by the act their role may begin), what is asked for it, and what the answer says.

    What asks again does so only where something was found.
    """

    action: str
    asks: Callable[[Person, datetime], Statement]
    reads: Callable[[Person, list[Row], datetime], Awaitable[Badge | None]]


_counters: dict[str, Counter] = {}


def count_tabs(counters: Mapping[str, Counter]) -> None:
    """Set which tabs carry a figure, by name; app.py does it once."""
    _counters.clear()
    _counters.update(counters)


@dataclass(frozen=True, slots=True)
class Frame:
    """The figures of the person's tabs by name; `lock_minutes` is 0 where the township locks no phone."""

    badges: Mapping[str, Badge] = field(default_factory=dict)
    lock_minutes: int = DEFINITIONS[LOCK].default


async def frame_of(person: Person) -> Frame:
    """As it is now."""
    at = now()
    own = {name: counter for name, counter in _counters.items() if may(person, counter.action)}
    asked = [counter.asks(person, at) for counter in own.values()]
    *answers, changed = await look_over([*asked, (ASKED_ONE, [person.township_id, LOCK])])
    read = {
        name: await counter.reads(person, found, at)
        for (name, counter), found in zip(own.items(), answers, strict=True)
    }
    badges = {name: badge for name, badge in read.items() if badge is not None}
    return Frame(badges, in_force(changed)[LOCK])
