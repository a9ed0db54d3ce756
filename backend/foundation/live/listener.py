"""One open stream: what it may hear, and what waits to be written to it."""

import asyncio
from collections import deque
from typing import Final
from uuid import UUID

from backend.foundation.live.news import News
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.records.audience import tokens_of

# A reader that is further behind is hung up on; it comes back with its position and is told the rest.
MOST_WAITING: Final = 256
# Open at once with one credential: a browser's tabs share one, a relay of the office's may serve many screens with its token.
# No single one may hold more than a part of the streams a worker can keep open.
MOST_OF_SESSION, MOST_OF_TOKEN = 64, 2_048
PATIENCE_S: Final = 5.0


class Listener:
    """`credential` is the digest of the cookie or token it came with; `place` the township or county it hears of; `most`
    how many there may be with that credential."""

    __slots__ = ("_ended", "_stir", "_waiting", "_writing", "credential", "most", "person", "place", "tokens")

    def __init__(self, person: Person, credential: str) -> None:
        self.person = person
        self.credential = credential
        self.place: UUID = person.township_id or person.county_id
        self.tokens = tokens_of(person)
        self.most = MOST_OF_SESSION if person.session_id else MOST_OF_TOKEN
        self._writing: asyncio.Task[None] | None = None
        self._waiting: deque[bytes] = deque()
        self._stir = asyncio.Event()
        self._ended = False

    def told(self, news: News) -> bytes:
        """What of it is theirs to hear; under the name of what shows it, where they see only that. Empty: nothing."""
        if self._hears(news):
            return news.data
        return b"".join(each.data for each in news.elsewhere if self._hears(each))

    def _hears(self, news: News) -> bool:
        return not self.tokens.isdisjoint(news.tokens) and may(self.person, news.reading)

    def say(self, chunk: bytes) -> None:
        """Let it be written as soon as the reader takes it."""
        if self._ended:
            return
        if len(self._waiting) >= MOST_WAITING:
            self.end()
            return
        self._waiting.append(chunk)
        self._stir.set()

    def end(self) -> None:
        """Nothing more is said, not even what waits: it may no longer be theirs to hear."""
        if self._writing is not None and not self._ended:
            # A reader that takes nothing any more would keep its last words being written for ever.
            asyncio.get_running_loop().call_later(PATIENCE_S, self._writing.cancel)
        self._ended = True
        self._waiting.clear()
        self._stir.set()

    def written_by(self, writing: "asyncio.Task[None]") -> None:
        """What writes to the reader; it is stopped a while after the end at the latest."""
        self._writing = writing

    @property
    def idle(self) -> bool:
        return not self._waiting

    async def heard(self) -> bytes | None:
        """What waits, as soon as anything does; None at the end."""
        await self._stir.wait()
        self._stir.clear()
        if self._ended:
            return None
        said = b"".join(self._waiting)
        self._waiting.clear()
        return said
