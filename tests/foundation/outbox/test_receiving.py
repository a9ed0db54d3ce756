"""One try, arrived twice at once: the second answers what the first left, whatever it met itself."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.foundation.database import rows, transaction
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, receive_act, receive_put
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from tests.rig.cast import Cast
from tests.rig.meanwhile import meanwhile

Act = Callable[[], Awaitable[Entry | None]]


class Nothing(msgspec.Struct):
    pass


@pytest.fixture
async def officer(cast: Cast) -> Person:
    return await cast.person("duiyuan")


def noted(officer: Person, subject: UUID) -> Callable[[], Awaitable[Entry]]:
    async def act() -> Entry:
        await one_after_the_other()
        return record("duty.begun", chain=officer.chain, record=("duty", subject), by=officer.id, payload={})

    return act


async def one_after_the_other() -> None:
    """As a guarded write does: the second waits until the first is through."""
    await rows("UPDATE officers SET position = position WHERE username = 'duiyuan'")


async def nothing_to_do() -> None:
    await one_after_the_other()


async def refused() -> Entry:
    await one_after_the_other()
    raise Refusal("conflict")


def doing(officer: Person, subject: UUID, key: UUID, act: Act) -> Coroutine[Any, Any, Received]:
    return receive_act(officer, ("duty", subject), act, content=Nothing(), noun="begin", key=key)


@pytest.mark.parametrize("second", [nothing_to_do, refused])
async def test_the_second_of_one_act_answers_the_receipt_of_the_first(own_cast: Cast, second: Act) -> None:
    officer, subject, key = await own_cast.person("duiyuan"), uuid4(), uuid4()
    async with transaction():
        first = await doing(officer, subject, key, noted(officer, subject))
        other = await meanwhile(doing(officer, subject, key, second))
    assert await other == replace(first, status=200)


async def test_the_second_of_one_record_answers_the_receipt_of_the_first(own_cast: Cast) -> None:
    officer, subject = await own_cast.person("duiyuan"), uuid4()

    async def state() -> str:
        return "conflict"

    def creating(create: Callable[[], Awaitable[Entry]]) -> Coroutine[Any, Any, Received]:
        return receive_put(officer, "duty", subject, Nothing(), create=create, state=state)

    async with transaction():
        first = await creating(noted(officer, subject))
        other = await meanwhile(creating(refused))
    assert await other == replace(first, status=200)


async def test_a_refusal_stands_where_nothing_came_under_the_key(officer: Person) -> None:
    with pytest.raises(Refusal, match="conflict"):
        await doing(officer, uuid4(), uuid4(), refused)


async def test_what_changed_nothing_is_receipted_under_the_key_that_was_sent(officer: Person) -> None:
    subject, key = uuid4(), uuid4()
    await doing(officer, subject, uuid4(), noted(officer, subject))
    again = await doing(officer, subject, key, nothing_to_do)
    assert (again.status, again.receipt.id) == (200, key)
