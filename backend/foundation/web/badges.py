"""The figures on the tabs: counted once for every whole page, and nowhere else."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from backend.foundation.people.identity import Person


@dataclass(frozen=True)
class Badge:
    """`urgent` is red and only for what is late."""

    count: int
    urgent: bool


Counter = Callable[[Person], Awaitable[Badge | None]]

_counters: dict[str, Counter] = {}


def count_tabs(counters: dict[str, Counter]) -> None:
    """Set which tabs carry a figure, by name; app.py does it once."""
    _counters.clear()
    _counters.update(counters)


async def badges_of(person: Person) -> dict[str, Badge]:
    """The figures of the person's tabs as they are now."""
    counted = {name: await counter(person) for name, counter in _counters.items()}
    return {name: badge for name, badge in counted.items() if badge is not None}
