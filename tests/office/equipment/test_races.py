"""Two pairs of hands at the same instant: one has it."""

import asyncio

from tests.field.street import NOON, Street
from tests.office.equipment.store import Store
from tests.rig.cast import Cast
from tests.rig.clock import Clock


async def test_of_two_who_take_it_at_once_one_has_it(clock: Clock, own_cast: Cast) -> None:
    clock.at(NOON)
    store = Store(Street(own_cast, clock))
    thing = await store.thing()
    for who in ("duiyuan", "duiyuan2"):
        await store.read(thing, who)  # both are signed in
    answers = await asyncio.gather(*(store.do(who, thing, "loans") for who in ("duiyuan", "duiyuan2")))
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert (await store.read(thing))["holder"] in ("duiyuan", "duiyuan2")
