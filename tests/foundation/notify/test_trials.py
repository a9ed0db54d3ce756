"""试发: enough to see whether a way is open, too little to fill anybody's box."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import rows, transaction
from backend.foundation.notify import Number, tell
from backend.foundation.notify.commands import (
    MOST_TRIALS,
    TRIAL_EVERY,
    TRIALS_WITHIN,
    add_address,
    remove_address,
    try_address,
)
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queries import addresses_of
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from tests.foundation.notify.sending import NOON
from tests.rig.cast import Cast
from tests.rig.clock import Clock

A_HAIR = timedelta(microseconds=1)


@pytest.fixture
async def duiyuan(cast: Cast, clock: Clock) -> Person:
    clock.at(NOON)
    return await cast.person("duiyuan")


async def box(person: Person, owner: Owner, number: int = 0) -> UUID:
    await add_address(person, owner, "email", f"box{number}@shifan.example", now())
    return (await addresses_of(owner))[-1].id


async def tried(person: Person, owner: Owner, address: UUID) -> int:
    """After how many seconds one may try again; 0: it was sent."""
    try:
        await try_address(person, [owner.id], address, now())
    except Refusal as refusal:
        return int(refusal.extra["retry_after"])
    return 0


async def test_the_same_address_is_tried_once_a_minute_whoever_tries_it(
    cast: Cast, clock: Clock, duiyuan: Person
) -> None:
    group = Owner("unit", duiyuan.unit_id)
    address = await box(duiyuan, group)
    assert [await tried(person, group, address) for person in (duiyuan, duiyuan)] == [0, 60]
    clock.at(now() + TRIAL_EVERY - A_HAIR)
    assert await tried(await cast.person("duizhang"), group, address) == 1
    clock.at(now() + A_HAIR)
    assert await tried(await cast.person("duizhang"), group, address) == 0


async def test_nobody_fills_boxes_by_adding_and_taking_away(clock: Clock, duiyuan: Person) -> None:
    own, begun = Owner("officer", duiyuan.id), now()
    waits = []
    for number in range(MOST_TRIALS + 1):
        address = await box(duiyuan, own, number)
        waits.append(await tried(duiyuan, own, address))
        await remove_address(duiyuan, own, address, now())
        clock.later(seconds=1)
    assert waits == [0] * MOST_TRIALS + [int(TRIALS_WITHIN.total_seconds()) - MOST_TRIALS]
    clock.at(begun + TRIALS_WITHIN)
    assert await tried(duiyuan, own, await box(duiyuan, own)) == 0


async def test_a_number_of_the_phone_list_is_nobodys_to_try_or_to_take_away(
    cast: Cast, duiyuan: Person
) -> None:
    unit = Owner("unit", duiyuan.unit_id)
    number = Number(uuid4(), unit.id, "许南山", "13900000009")
    async with transaction():
        await tell(
            [duiyuan.id], topic="assist", about=("assist", uuid4()), title="有人请求支援", numbers=[number]
        )
    (kept,) = await rows("SELECT id FROM notice_addresses WHERE kind = 'phone'")
    captain = await cast.person("duizhang")
    with pytest.raises(Refusal) as refused:
        await try_address(captain, [unit.id], kept["id"], now())
    assert refused.value.code == "not_found"
    with pytest.raises(Refusal) as refused:
        await remove_address(captain, unit, kept["id"], now())
    assert refused.value.code == "not_found"
