"""The figures on the tabs: counted once for every whole page, all in one way to the database and back."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from backend.foundation.database import batch
from backend.foundation.database.access import Row, Statement
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may


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


async def badges_of(person: Person) -> dict[str, Badge]:
    """The figures of the person's tabs as they are now."""
    at = now()
    own = {name: counter for name, counter in _counters.items() if may(person, counter.action)}
    answers = await batch(counter.asks(person, at) for counter in own.values())
    read = {
        name: await counter.reads(person, found, at)
        for (name, counter), found in zip(own.items(), answers, strict=True)
    }
    return {name: badge for name, badge in read.items() if badge is not None}
