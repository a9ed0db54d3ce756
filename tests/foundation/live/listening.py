"""A hub as a worker has it, somebody who listens to it, and something that happens."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from backend.foundation.beside import going_on
from backend.foundation.database import transaction
from backend.foundation.journal import Entry, record
from backend.foundation.journal.recording import tell, tell_no_more
from backend.foundation.live import Hub, Listener
from backend.foundation.people.identity import Person
from backend.foundation.records import Circle, register_circle
from backend.foundation.records.audience import Audience, role_in
from tests.rig.patience import PATIENCE_S

BELL = "bell"
_townships: dict[UUID, UUID] = {}


async def _audience(bell: UUID) -> Audience | None:
    """Officers of the township in which it was rung."""
    return Audience(1, frozenset({role_in(_townships[bell], "officer")})) if bell in _townships else None


register_circle(BELL, Circle(_audience, "self.use"))


async def ring(township: UUID, *, heard: bool = True) -> Entry:
    """One event of the township's chain, committed."""
    bell = uuid4()
    if heard:
        _townships[bell] = township
    async with transaction():
        return record("bell.rung", chain=township, record=(BELL, bell), by=None, payload={})


def home(person: Person) -> UUID:
    assert person.township_id is not None
    return person.township_id


@dataclass
class Ear:
    """What came over one stream, taken apart."""

    listener: Listener
    text: str = ""
    task: "asyncio.Task[None] | None" = None
    more: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def messages(self) -> list[dict[str, Any]]:
        lines = [line for line in self.text.split("\n") if line.startswith("data: {")]
        return [found for line in lines if (found := json.loads(line[6:]))]

    @property
    def seqs(self) -> list[int]:
        return [found["seq"] for found in self.messages]

    @property
    def position(self) -> str:
        """The id a browser would come back with."""
        return [line[4:] for line in self.text.split("\n") if line.startswith("id: ")][-1]

    async def until(self, count: int) -> "Ear":
        """Back once so many messages were heard."""
        async with asyncio.timeout(PATIENCE_S):
            while len(self.messages) < count:
                self.more.clear()
                await self.more.wait()
        return self

    async def until_ended(self) -> None:
        assert self.task is not None
        async with asyncio.timeout(PATIENCE_S):
            await self.task


@dataclass
class House:
    """One hub with whoever listens to it."""

    hub: Hub
    ears: list[Ear] = field(default_factory=list)

    async def listen(self, person: Person, heard: str = "", credential: str = "") -> Ear:
        ear = Ear(Listener(person, credential or str(uuid4())))
        ear.text = (await self.hub.join(ear.listener, heard)).decode()
        ear.task = asyncio.create_task(self._hear(ear))
        self.ears.append(ear)
        return ear

    async def leave(self, ear: Ear) -> None:
        ear.listener.end()
        await ear.until_ended()

    async def _hear(self, ear: Ear) -> None:
        while (said := await ear.listener.heard()) is not None:
            ear.text += said.decode()
            ear.more.set()
        self.hub.leave(ear.listener)


@asynccontextmanager
async def house(*, woken: bool = True) -> AsyncIterator[House]:
    """`woken`: commands wake the hub, as in a worker; otherwise only its own look finds what happened."""
    here = House(Hub())
    async with going_on("hub", here.hub.run()):
        if woken:
            tell(here.hub.wake)
        try:
            yield here
        finally:
            if woken:
                tell_no_more(here.hub.wake)
            here.hub.end_all()
