"""The last events of one chain, kept so that those who come back after a break do not each ask the database. Pure."""

from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Final

from backend.foundation.live.news import News

# Whoever missed more than this loads their page again: that costs less than to be told of all of it.
MOST_MISSED: Final = 1_000


class Recent:
    """Events without a gap up to `position`, the last that was handed out."""

    def __init__(self, position: int) -> None:
        self.position = position
        self._kept: deque[News] = deque(maxlen=MOST_MISSED)

    @property
    def begins_after(self) -> int:
        """Everything later than this is kept here."""
        return self.position - len(self._kept)

    def add(self, news: News) -> None:
        """The next event."""
        self._kept.append(news)
        self.position = news.seq

    def skip_to(self, position: int) -> None:
        """Nobody listened: what happened until here was not read."""
        self._kept.clear()
        self.position = position

    def has_room_for(self, earlier: Sequence[News]) -> bool:
        return len(self._kept) + len(earlier) <= MOST_MISSED

    def add_before(self, earlier: Sequence[News]) -> None:
        """Events that end where those kept begin."""
        self._kept.extendleft(reversed(earlier))

    def between(self, after: int, until: int) -> list[News]:
        """Those later than `after`, up to `until`; both within what is kept."""
        start = self.begins_after
        return list(islice(self._kept, after - start, until - start))
