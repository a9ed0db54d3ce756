"""The worker's one hub: hands what the journal took to those who listen here, in the order of the chains.

A wake says only how far a chain has come: from a command of this worker, from another worker, or from the look once a
second. Whatever woke it, the hub reads on from where it stood, so none is missed and none is told twice.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from backend.foundation.live.listener import Listener
from backend.foundation.live.news import News, position_of, position_text
from backend.foundation.live.places import Place, Places
from backend.foundation.live.reading import AT_ONCE, news_after, positions
from backend.foundation.live.recent import MOST_MISSED, Recent

log = logging.getLogger(__name__)
RESET = b"event: reset\ndata: {}\n\n"


class Hub:
    """Asleep while nobody listens: then nothing is read."""

    def __init__(self) -> None:
        self._at: dict[UUID, set[Listener]] = defaultdict(set)
        self._with: dict[str, dict[Listener, None]] = {}  # by credential, the longest there first
        self._chains: dict[UUID, Recent] = {}
        self._places = Places()
        self._due: dict[UUID, int] = {}
        self._stir = asyncio.Event()
        self._rising = asyncio.Lock()
        self._filling = asyncio.Lock()
        self._listening = 0
        self._awake = False

    @property
    def listeners(self) -> list[Listener]:
        return [listener for here in self._at.values() for listener in here]

    def wake(self, chain: UUID, seq: int) -> None:
        """The chain has come as far as `seq`."""
        known = self._chains.get(chain)
        if self._listening and seq > self._due.get(chain, known.position if known else 0):
            self._due[chain] = seq
            self._stir.set()

    async def look(self) -> None:
        """The net: whatever no wake told of is found here. Costs nothing while nobody listens."""
        if self._awake:
            for chain, seq in (await positions()).items():
                self.wake(chain, seq)

    async def join(self, listener: Listener, heard: str) -> bytes:
        """Listen from now on; what is said first: the position, and whatever happened since `heard` (may be empty)."""
        self._listening += 1
        try:
            await self._rise()
        except BaseException:
            self._listening -= 1
            raise
        now = {place.chain: self._position(place) for place in self._places.heard_at(listener.place)}
        self._make_room_for(listener)
        self._at[listener.place].add(listener)
        missed = await self._missed(listener, position_of(heard), now) if heard else b""
        return b"retry: 2000\nid: " + self._text(listener.place, now) + b"\n: here\n\n" + missed

    def leave(self, listener: Listener) -> None:
        """Harmless for one who never joined."""
        if listener not in self._at[listener.place]:
            return
        self._at[listener.place].remove(listener)
        self._let_go(listener)
        self._listening -= 1
        if not self._listening:
            self._awake = False
            self._chains.clear()
            self._due.clear()

    def end(
        self, *, credential: str | None = None, officer: UUID | None = None, keep: str | None = None
    ) -> None:
        """Hang up on the one with that credential, or on all of an officer's but the one to keep."""
        for listener in self.listeners:
            if credential == listener.credential or (
                officer == listener.person.id and keep != listener.credential
            ):
                listener.end()

    def end_all(self) -> None:
        for listener in self.listeners:
            listener.end()

    def beat(self) -> None:
        """A sign of life to whoever heard nothing else, with how far they have heard."""
        for place, here in self._at.items():
            if here:
                alive = b"id: " + self._text(place) + b"\n: alive\n\n"
                for listener in here:
                    if listener.idle:
                        listener.say(alive)

    async def learn_places(self) -> None:
        """Which townships and bodies there are by now, and what their codes are."""
        await self._places.learn()

    async def run(self) -> None:
        """Hand out what is due, for as long as the worker lives."""
        while True:
            await self._stir.wait()
            self._stir.clear()
            if not self._awake:
                continue  # whoever is rising reads where the chains stand, and looks again
            due, self._due = self._due, {}
            try:
                for chain, seq in due.items():
                    await self._hand_out(chain, seq)
            except Exception:
                # A database that is away: the look finds what was left as soon as it is back.
                log.exception("handing out live news failed")

    async def _rise(self) -> None:
        async with self._rising:
            if self._awake:
                return
            await self.learn_places()
            self._chains = {chain: Recent(seq) for chain, seq in (await positions()).items()}
            self._awake = True
            self._stir.set()

    async def _hand_out(self, chain: UUID, until: int) -> None:
        place = await self._places.of(chain)
        recent = self._chains.setdefault(chain, Recent(0))
        if place is None or not any(self._at.get(each) for each in place.listening):
            recent.skip_to(max(until, recent.position))
            return
        while recent.position < until:
            found = await news_after(place, recent.position, until)
            for news in found:
                recent.add(news)
                self._tell(place, news)
            if len(found) < AT_ONCE:
                return

    def _make_room_for(self, listener: Listener) -> None:
        """The one that has been there longest goes where too many came with one credential; whoever is still at its other end
        comes back."""
        there = self._with.setdefault(listener.credential, {})
        while len(there) >= listener.most:
            longest = next(iter(there))
            del there[longest]
            longest.end()
        there[listener] = None

    def _let_go(self, listener: Listener) -> None:
        there = self._with.get(listener.credential, {})
        there.pop(listener, None)
        if not there:
            self._with.pop(listener.credential, None)

    def _tell(self, place: Place, news: News) -> None:
        if not news.tokens:
            return
        for listening in place.listening:
            hearing = [(each, told) for each in self._at.get(listening, ()) if (told := each.told(news))]
            if hearing:
                at = b"id: " + self._text(listening) + b"\n"
                said = {told: at + told for told in {told for _, told in hearing}}  # one for many
                for listener, told in hearing:
                    listener.say(said[told])

    async def _missed(
        self, listener: Listener, heard: Mapping[str, int] | None, now: Mapping[UUID, int]
    ) -> bytes:
        """What happened between `heard` and `now`, one message each; a reset where that cannot be told."""
        places = self._places.heard_at(listener.place)
        gaps = _gaps(places, heard, now)
        if gaps is None:
            return RESET
        said: list[bytes] = []
        at = dict(now) | {place.chain: after for place, after in gaps}
        for place, after in gaps:
            for news in await self._history(place, after, now[place.chain]):
                at[place.chain] = news.seq
                if told := listener.told(news):
                    said.append(b"id: " + self._text(listener.place, at) + b"\n" + told)
        return b"".join(said)

    async def _history(self, place: Place, after: int, until: int) -> list[News]:
        """Out of memory; what is not there is read once for all who come back."""
        async with self._filling:
            recent = self._chains[place.chain]
            begins = recent.begins_after
            if begins <= after:
                return recent.between(after, until)
            earlier = await news_after(place, after, begins, most=MOST_MISSED)
            if recent.begins_after != begins or not recent.has_room_for(earlier):
                return await news_after(place, after, until, most=MOST_MISSED)
            recent.add_before(earlier)
            return recent.between(after, until)

    def _position(self, place: Place) -> int:
        recent = self._chains.get(place.chain)
        return recent.position if recent else 0

    def _text(self, listening: UUID, at: Mapping[UUID, int] | None = None) -> bytes:
        """Chains in which nothing has happened yet are left out, but for one's own township."""
        heard = (
            (
                place.code,
                self._position(place) if at is None else at.get(place.chain, 0),
                place.chain == listening,
            )
            for place in self._places.heard_at(listening)
        )
        return position_text((code, seq) for code, seq, own in heard if seq or own)


def _gaps(
    places: Iterable[Place], heard: Mapping[str, int] | None, now: Mapping[UUID, int]
) -> list[tuple[Place, int]] | None:
    """From where each chain is told again; None where the position is none of ours, or too much has happened since."""
    gaps = [(place, heard.get(place.code, 0)) for place in places] if heard else []
    if not heard or heard.keys().isdisjoint(place.code for place, _ in gaps):
        return None
    missed = [now[place.chain] - after for place, after in gaps]
    if any(each < 0 for each in missed) or sum(missed) > MOST_MISSED:
        return None
    return [gap for gap, each in zip(gaps, missed, strict=True) if each]
