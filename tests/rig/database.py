"""Fixtures for tests that touch the database.

`database`       the test runs inside a transaction that is rolled back; `await database.committed()` runs what waits for commit
`own_database`   the test may commit; the database is as empty as the template again afterwards
"""

import asyncio
from collections.abc import AsyncIterator

import pytest

from backend.foundation.database import close_database, migrate, open_database, run_held_back
from backend.foundation.database.piccolo_conf import DB
from backend.foundation.database.transactions import hold_back
from tests.rig.copies import copy_database, empty_database
from tests.rig.stage import Stage, stage

LONGEST_S = 60


class RolledBack:
    """The open transaction of a test."""

    async def committed(self) -> None:
        """Run what the commands of this test put off until after their commit."""
        await run_held_back()


async def migrated() -> Stage:
    """The stage with a migrated database called `template` on it, to copy from."""
    set_up = stage()
    await migrate()
    copy_database(set_up, "house", "template")
    return set_up


@pytest.fixture(scope="session")
async def template() -> Stage:
    return await migrated()


@pytest.fixture(scope="session")
async def open_house(template: Stage) -> AsyncIterator[Stage]:
    """The pool of this process, open for the whole run."""
    await open_database()
    yield template
    await close_database()


async def put_back(house: Stage) -> None:
    """The database is as empty as the template again. Whoever still holds a connection is named, not waited for."""
    try:
        async with asyncio.timeout(LONGEST_S):
            await close_database()
    except TimeoutError:
        left = "\n".join(map(str, asyncio.all_tasks()))
        raise AssertionError(f"a connection was not given back; there are still:\n{left}") from None
    finally:
        empty_database(house, "house", "template")
        await open_database()


@pytest.fixture
async def database(open_house: Stage) -> AsyncIterator[RolledBack]:
    async with DB.transaction() as outermost:
        hold_back()
        yield RolledBack()
        await outermost.rollback()  # type: ignore[no-untyped-call]


@pytest.fixture
async def own_database(open_house: Stage) -> AsyncIterator[Stage]:
    yield open_house
    await put_back(open_house)
