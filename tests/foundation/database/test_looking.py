"""A short look sees what a long one sees: what is committed, and within a transaction what it wrote itself."""

from uuid import UUID, uuid4

from backend.foundation.database import look_over, look_up, rows, transaction
from tests.rig.database import RolledBack
from tests.rig.stage import Stage

_CHAIN = "INSERT INTO chains (id, seq, head) VALUES (?, ?, 'rig')"
_SEQ = "SELECT seq FROM chains WHERE id = ?"


async def looked(*chains: UUID) -> list[list[int]]:
    return [
        [line["seq"] for line in found] for found in await look_over([(_SEQ, [chain]) for chain in chains])
    ]


async def test_each_question_is_answered_in_its_place(database: RolledBack) -> None:
    first, second, nowhere = uuid4(), uuid4(), uuid4()
    await rows(_CHAIN, first, 1)
    await rows(_CHAIN, second, 2)
    assert await looked(second, nowhere, first) == [[2], [], [1]]
    assert await look_over([]) == []


async def test_one_is_found_by_its_key_or_none(database: RolledBack) -> None:
    chain = uuid4()
    await rows(_CHAIN, chain, 3)
    assert await look_up(_SEQ, chain) == {"seq": 3}
    assert await look_up(_SEQ, uuid4()) is None


async def test_a_transaction_sees_what_it_wrote_and_afterwards_everybody_does(own_database: Stage) -> None:
    chain = uuid4()
    async with transaction():
        await rows(_CHAIN, chain, 4)
        assert await looked(chain) == [[4]]
    assert await looked(chain) == [[4]]
