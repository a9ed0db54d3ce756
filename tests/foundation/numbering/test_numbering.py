"""Numbers without gaps, per body, series and year."""

import asyncio
from uuid import UUID

import pytest

from backend.foundation.database import transaction
from backend.foundation.numbering import next_number, written
from tests.rig.database import RolledBack
from tests.rig.stage import Stage

BODY, OTHER = UUID(int=1), UUID(int=2)


async def test_each_body_series_and_year_counts_by_itself(database: RolledBack) -> None:
    assert [await next_number(BODY, "patrol", 2026) for _ in range(3)] == [1, 2, 3]
    assert await next_number(OTHER, "patrol", 2026) == 1
    assert await next_number(BODY, "handoff", 2026) == 1
    assert await next_number(BODY, "patrol", 2027) == 1


async def test_a_number_that_was_taken_back_is_given_again(own_database: Stage) -> None:
    async def take_and_fail() -> None:
        async with transaction():
            assert await next_number(BODY, "patrol", 2026) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await take_and_fail()
    async with transaction():
        assert await next_number(BODY, "patrol", 2026) == 1


async def test_many_at_once_get_one_each(own_database: Stage) -> None:
    async def take() -> int:
        async with transaction():
            return await next_number(BODY, "patrol", 2026)

    assert sorted(await asyncio.gather(*(take() for _ in range(20)))) == list(range(1, 21))


def test_it_is_written_as_official_papers_write_it() -> None:
    assert written("示执巡", 2026, 7) == "示执巡〔2026〕7号"
