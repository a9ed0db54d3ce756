"""Between workers and hosts, on PostgreSQL: how far a chain has come, and whose stream is over.

NOTIFY is sent just after the commit, not inside it: inside, it would hold one lock through every commit of the whole
database. What is lost between the two, and while the connection is away, the hub's look once a second finds.
"""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final
from uuid import UUID

import asyncpg

from backend.foundation.live.hub import Hub

CHANNEL: Final = "liandong_live"
NAME: Final = "liandong live"  # the connection, as pg_stat_activity shows it
_NOTIFY = "SELECT pg_notify($1, said) FROM unnest($2::text[]) AS said"
_AT_ONCE: Final = 100  # words of one notification, which may be 8,000 bytes long
_GATHER_S: Final = 0.005
_ASK_EVERY_S: Final = 10.0
_PATIENCE_S: Final = 5.0
_FIRST_WAIT_S: Final = 0.2
_LONGEST_WAIT_S: Final = 5.0
log = logging.getLogger(__name__)

Connection = Any  # asyncpg has no types


class Crossing:
    """One connection of the worker, made anew whenever it breaks."""

    def __init__(self, address: str, hub: Hub) -> None:
        self._address = address
        self._hub = hub
        self._come: dict[UUID, int] = {}
        self._over: list[str] = []
        self._stir = asyncio.Event()

    def tell(self, chain: UUID, seq: int) -> None:
        self._come[chain] = max(seq, self._come.get(chain, 0))
        self._stir.set()

    def tell_end(self, credential: str | None, officer: UUID | None, keep: str | None) -> None:
        self._over.append(f"end:{credential or ''}:{officer or ''}:{keep or ''}")
        self._stir.set()

    async def run(self) -> None:
        """For as long as the worker lives."""
        wait = _FIRST_WAIT_S
        while True:
            try:
                async with asyncio.timeout(_PATIENCE_S):
                    connection = await self._connect()
                wait = _FIRST_WAIT_S
                await self._serve(connection)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as lost:
                log.warning("the connection for live news is away: %s", lost or type(lost).__name__)
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT_S)

    async def _connect(self) -> Connection:
        # What is told here is told anew by the look: it need not wait for the disk.
        own = {"application_name": NAME, "synchronous_commit": "off"}
        connection = await asyncpg.connect(self._address, server_settings=own)
        connection.add_termination_listener(lambda _: self._stir.set())
        await connection.add_listener(CHANNEL, self._heard)
        return connection

    async def _serve(self, connection: Connection) -> None:
        try:
            await self._hub.look()  # what was said while nobody was connected
            while not connection.is_closed():
                await self._send(connection)
        finally:
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                connection.terminate()

    async def _send(self, connection: Connection) -> None:
        try:
            async with asyncio.timeout(_ASK_EVERY_S):
                await self._stir.wait()
        except TimeoutError:
            await connection.fetchval("SELECT 1", timeout=_PATIENCE_S)  # a line that died without a word
            return
        self._stir.clear()
        said = list(_payloads([*self._over, *(f"{chain}:{seq}" for chain, seq in self._come.items())]))
        if not said:
            return
        over, self._over, self._come = self._over, [], {}
        try:
            await connection.execute(_NOTIFY, CHANNEL, said, timeout=_PATIENCE_S)
        except BaseException:
            self._over[:0] = over
            raise
        await asyncio.sleep(_GATHER_S)

    def _heard(self, _connection: Connection, _process: int, _channel: str, payload: str) -> None:
        for word in payload.split():
            first, *rest = word.split(":")
            if first == "end":
                credential, officer, keep = rest
                self._hub.end(
                    credential=credential or None,
                    officer=UUID(officer) if officer else None,
                    keep=keep or None,
                )
            else:
                self._hub.wake(UUID(first), int(rest[0]))


def _payloads(words: Sequence[str]) -> Iterator[str]:
    for first in range(0, len(words), _AT_ONCE):
        yield " ".join(words[first : first + _AT_ONCE])
