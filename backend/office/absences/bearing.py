"""What an absence leaves empty. The rosters stand above this room: who keeps them says at the start whom to ask."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Gap:
    """A shift of a published roster that would miss somebody; `url` is where another one is found for it."""

    title: str
    begins: datetime
    ends: datetime
    url: str


Asks = Callable[[UUID, datetime, datetime], Awaitable[list[Gap]]]
_asked: list[Asks] = []


def ask(asks: Asks) -> None:
    """Let this answer what a person's absence from one moment to another leaves empty."""
    _asked.append(asks)


async def gaps(officer: UUID, begins: datetime, ends: datetime) -> list[Gap]:
    """In the order of their beginning."""
    found = [gap for asks in _asked for gap in await asks(officer, begins, ends)]
    return sorted(found, key=lambda gap: (gap.begins, gap.url))
