"""Writes that need no answers go together; what they leave is the same as one after the other."""

from uuid import UUID, uuid4

import pytest

from backend.foundation.database import UniqueBroken, converse, engine_kind, rows, together, transaction
from backend.foundation.database.access import MOST_ARGS, Statement
from tests.rig.database import RolledBack

CHAIN = UUID(int=5)
_CHAIN = "INSERT INTO chains (id, seq, head) VALUES (?, 0, '')"
_EVENT = (
    "INSERT INTO events (id, chain, seq, kind, record_kind, record_id, received_at) "
    "VALUES (?, ?, ?, 'rig', 'rig', ?, CURRENT_TIMESTAMP)"
)
_HEAD = "UPDATE chains SET head = ? WHERE id = ?"


def event(seq: int) -> Statement:
    return _EVENT, (uuid4(), CHAIN, seq, uuid4())


async def written() -> tuple[str, list[int]]:
    [chain] = await rows("SELECT head FROM chains WHERE id = ?", CHAIN)
    found = await rows("SELECT seq FROM events WHERE chain = ? ORDER BY seq", CHAIN)
    return chain["head"], [each["seq"] for each in found]


async def test_all_of_them_are_written(database: RolledBack) -> None:
    await rows(_CHAIN, CHAIN)
    await converse(together([event(1), event(2), (_HEAD, ("two", CHAIN))]))
    assert await written() == ("two", [1, 2])


async def test_one_may_stand_on_another(database: RolledBack) -> None:
    await converse(together([(_CHAIN, (CHAIN,)), event(1)]))
    assert await written() == ("", [1])


async def test_one_alone_needs_no_company(database: RolledBack) -> None:
    await converse(together([(_CHAIN, (CHAIN,))]))
    assert await written() == ("", [])


async def test_one_that_is_refused_takes_the_others_back(database: RolledBack) -> None:
    await rows(_CHAIN, CHAIN)
    with pytest.raises(UniqueBroken):
        async with transaction():
            await converse(together([(_HEAD, ("torn", CHAIN)), event(7), event(7)]))
    assert await written() == ("", [])


def test_postgresql_is_sent_one_message() -> None:
    sent = list(together([event(1), event(2), (_HEAD, ("two", CHAIN))]))
    assert len(sent) == (3 if engine_kind() == "sqlite" else 1)


def test_what_is_too_much_for_one_message_goes_one_by_one() -> None:
    most = [event(seq) for seq in range(MOST_ARGS // 4)]
    assert len(list(together([*most, event(0)]))) == len(most) + 1
