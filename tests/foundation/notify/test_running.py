"""The queue as it runs beside the answering: woken by commits, in lanes, shared between workers."""

import asyncio
from datetime import timedelta

import pytest

from backend.foundation.database import rows
from backend.foundation.notify import queue
from backend.foundation.notify.commands import add_address
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.running import AT_ONCE, close_notices, open_notices
from backend.foundation.now import now
from tests.foundation.notify.sending import NOON, claimed, reachable, send_due, state, tell_duiyuan
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.endpoints import Service
from tests.rig.patience import PATIENCE_S, until

pytestmark = pytest.mark.usefixtures("deployed")


async def test_the_running_queue_is_woken_by_the_commit_and_a_slow_service_holds_up_no_click(
    own_cast: Cast, far_end: Service
) -> None:
    async def arrived() -> bool:
        return bool(far_end.heard) and (await state())[0] == "delivered"

    await reachable(own_cast)
    await open_notices()
    try:
        await tell_duiyuan(urgent=True)
        await until(arrived)
    finally:
        await close_notices()
    assert await state() == ("delivered", 1, "")


async def test_a_service_that_does_not_answer_holds_up_no_other_and_no_emergency(
    own_cast: Cast, far_end: Service
) -> None:
    duiyuan, far_end.slow = await own_cast.person("duiyuan"), "/robot"
    group = Owner("unit", duiyuan.unit_id)
    await add_address(duiyuan, group, "dingtalk", "dingtalk://ab12ab12ab12", now(), name="群")
    for _ in range(40):
        await tell_duiyuan(groups=[duiyuan.unit_id])
    await reachable(own_cast)
    await open_notices()
    try:
        await until(lambda: far_end.waiting >= AT_ONCE[False])
        await tell_duiyuan(urgent=True)
        await tell_duiyuan()
        await until(lambda: len(far_end.heard) == 2)
        async with asyncio.timeout(PATIENCE_S):
            await asyncio.to_thread(now)  # nor anything else of the process that needs a thread
        assert far_end.waiting == AT_ONCE[False]
    finally:
        far_end.let_go.set()
        await close_notices()


async def test_an_emergency_is_held_on_to_for_as_long_as_a_service_takes(
    own_cast: Cast, clock: Clock, far_end: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def held_on() -> bool:
        return bool(await rows("SELECT id FROM notice_deliveries WHERE next_at > ?", now()))

    monkeypatch.setattr(queue, "HOLD_ON_EVERY", timedelta(milliseconds=10))
    far_end.slow = "/sms"
    clock.at(NOON)
    await reachable(own_cast)
    await tell_duiyuan(urgent=True)
    sending = asyncio.create_task(send_due(now()))
    try:
        await until(lambda: far_end.waiting == 1)
        clock.later(minutes=5)
        await until(held_on)
    finally:
        far_end.let_go.set()
    assert (await sending, await state()) == (1, ("delivered", 1, ""))


async def test_several_workers_claim_each_delivery_once(own_cast: Cast, clock: Clock) -> None:
    clock.at(NOON)
    await reachable(own_cast)
    for _ in range(40):
        await tell_duiyuan()
    claims = await asyncio.gather(*(claimed(now(), 7) for _ in range(8)))
    ids = [one.id for some in claims for one in some]
    assert len(ids) == len(set(ids)) == 40
