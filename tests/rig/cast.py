"""The cast: the demo's people, with a stated relation to each other, and the application without a server around it.

duiyuan, duiyuan2 and duizhang are of one team, minjing of the police station beside it, xieguan has no certificate,
lingdao leads the township, guanli administers it and sees no case; linzhen is of the neighbouring township: the stranger.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from uuid import uuid4

import httpx
import pytest
from litestar import Litestar

from backend.app import create_app
from backend.demo.organisation import found, officer_id, shared_hash, township_id
from backend.demo.townships import draw
from backend.foundation.database import rows, transaction
from backend.foundation.now import now
from backend.foundation.people.csrf import csrf_token
from backend.foundation.people.identity import Person
from backend.foundation.people.sessions import open_session
from backend.foundation.people.tokens import issue_token, person_of_token
from tests.rig.database import RolledBack
from tests.rig.stage import Stage

PROFILE = "eshan"
A_DAY = timedelta(days=1)
LONG_AGO = datetime(2025, 2, 18, tzinfo=UTC)


@cache
def app() -> Litestar:
    """One application for the run; its start-up is left out, for the pool is the rig's."""
    return create_app()


@dataclass(frozen=True)
class Cast:
    """Everybody the demo knows, ready to act."""

    open_clients: AsyncExitStack

    async def person(self, username: str) -> Person:
        person = await person_of_token(await self._token(username))
        assert person is not None, username
        return person

    async def script(self, username: str) -> httpx.AsyncClient:
        """Asks as a script does, with a bearer token."""
        return await self._client({"Authorization": f"Bearer {await self._token(username)}"})

    async def browser(self, username: str) -> httpx.AsyncClient:
        """Asks as the pages do, with a session cookie and its token against forged requests."""
        cookie, _ = await open_session(
            officer_id(username), device="rig", address="127.0.0.1", at=now(), lasting=A_DAY
        )
        return await self._client({"Cookie": f"session={cookie}", "X-CSRFToken": csrf_token(cookie)})

    async def nobody(self) -> httpx.AsyncClient:
        """Asks without having signed in."""
        return await self._client({})

    async def prefer(self, name: str, value: int) -> None:
        """What the administrator of 示范镇 has set."""
        await rows(
            "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
            *(uuid4(), township_id("sfz"), name, str(value), officer_id("guanli"), now()),
        )

    async def _token(self, username: str) -> str:
        return await issue_token(officer_id(username), "rig", now())

    async def _client(self, headers: dict[str, Any]) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=app(), raise_app_exceptions=False)  # type: ignore[arg-type]
        # Nothing goes over a wire; packing every answer and unpacking it again was a tenth of a test.
        plain = {"Accept-Encoding": "identity"}
        client = httpx.AsyncClient(transport=transport, base_url="http://house.test", headers=plain | headers)
        return await self.open_clients.enter_async_context(client)


async def settle(profile: str, password_hash: str) -> None:
    """Write the demo's people, bodies and places into an empty database.

    They are made today and asked for on days of their own (tests/field/street.py): what holds today held then already.
    """
    async with transaction():
        await found(profile, now(), password_hash)
        await rows("UPDATE suspensions SET started_at = ?", LONG_AGO)
        await rows("UPDATE attachments SET first_day = ?", LONG_AGO.date())
        await draw()


@pytest.fixture(scope="session")
async def password_hash() -> str:
    """Made once: it costs more than everything else about the cast."""
    return await shared_hash()


@pytest.fixture
async def cast(database: RolledBack, password_hash: str) -> AsyncIterator[Cast]:
    """The cast inside the test's transaction."""
    await settle(PROFILE, password_hash)
    async with AsyncExitStack() as clients:
        yield Cast(clients)


@pytest.fixture
async def own_cast(own_database: Stage, password_hash: str) -> AsyncIterator[Cast]:
    """The cast in a database of the test's own, for what has to commit: races, kills, several connections."""
    await settle(PROFILE, password_hash)
    async with AsyncExitStack() as clients:
        yield Cast(clients)
