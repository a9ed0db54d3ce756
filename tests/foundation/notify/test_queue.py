"""What waits is sent, what failed is tried again, and each once as far as anybody can tell."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import row, rows, transaction
from backend.foundation.notify import tell
from backend.foundation.notify.commands import (
    add_address,
    read_all,
    remove_address,
    send_again,
    subscribe,
    try_address,
    wish,
)
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queries import addresses_of, deliveries, inbox, is_theirs
from backend.foundation.notify.queue import claim, send_due
from backend.foundation.notify.rules.choosing import Wish
from backend.foundation.notify.running import AT_ONCE, close_notices, open_notices
from backend.foundation.now import now
from backend.foundation.people.sessions import end_session, open_session, person_of_session
from backend.foundation.refusals import Refusal
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.endpoints import Service

pytestmark = pytest.mark.usefixtures("deployed")
NOON = "2026-11-20T12:00:00+08:00"
RECORD = UUID(int=7)


async def reachable(cast: Cast, username: str = "duiyuan") -> Owner:
    """By short message."""
    person = await cast.person(username)
    owner = Owner("officer", person.id)
    await add_address(person, owner, "sms", "13900000000", now())
    return owner


async def tell_duiyuan(*, urgent: bool = False, exercise: bool = False, groups: Iterable[UUID] = ()) -> None:
    async with transaction():
        await tell(
            [officer_id("duiyuan")],
            topic="assist",
            about=("assist", RECORD),
            title="有人请求支援",
            urgent=urgent,
            exercise=exercise,
            groups=groups,
        )


async def until(come: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not come():  # noqa: ASYNC110 - what comes sets no event of ours
            await asyncio.sleep(0.01)


async def state() -> tuple[Any, ...]:
    found = await row("SELECT state, attempts, failure FROM notice_deliveries")
    assert found is not None
    return found["state"], found["attempts"], found["failure"]


async def test_what_is_due_is_sent_once(cast: Cast, clock: Clock, far_end: Service) -> None:
    clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan()
    assert await send_due(now()) == 1
    assert await send_due(now() + timedelta(days=1)) == 0
    assert [heard.json["text"] for heard in far_end.heard] == ["您有一件待办"]
    assert await state() == ("delivered", 1, "")


async def test_an_exercise_says_so_first(cast: Cast, far_end: Service) -> None:
    await reachable(cast)
    await tell_duiyuan(urgent=True, exercise=True)
    await send_due(now())
    assert far_end.heard[0].json["text"].startswith("【演练】")


async def test_a_gateway_that_was_away_for_ten_minutes_gets_it_when_it_is_back(
    cast: Cast, clock: Clock, far_end: Service
) -> None:
    begun = clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan(urgent=True)
    far_end.away = True
    while now() < begun + timedelta(minutes=10):
        await send_due(now())
        clock.later(seconds=1)
    assert far_end.heard == []
    assert (await state())[0] == "waiting"
    far_end.away = False
    while not far_end.heard:
        clock.later(seconds=1)
        await send_due(now())
    assert now() <= begun + timedelta(minutes=11)
    assert (await state())[0] == "delivered"


async def test_what_nobody_took_for_too_long_is_given_up_and_can_be_sent_again(
    cast: Cast, clock: Clock, far_end: Service
) -> None:
    clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan()
    far_end.answer = (503, b"")
    for _ in range(60):
        await send_due(now())
        clock.later(minutes=30)
    assert (await state())[0::2] == ("failed", "短信网关应答503")
    far_end.answer = (200, b"")
    (tried,) = await deliveries(await cast.person("zhihui"), "failed")
    await send_again(tried.id, now())
    await send_due(now())
    assert await state() == ("delivered", 1, "")


async def test_a_claim_is_nobody_elses_for_a_minute_and_then_anybodys(cast: Cast, clock: Clock) -> None:
    clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan()
    assert len(await claim(now(), 10)) == 1
    assert await claim(now(), 10) == []
    clock.later(seconds=60, microseconds=-1)
    assert await claim(now(), 10) == []
    clock.later(microseconds=1)
    assert len(await claim(now(), 10)) == 1


async def test_emergencies_are_claimed_before_older_everyday_ones(cast: Cast, clock: Clock) -> None:
    clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan()
    clock.later(minutes=1)
    await tell_duiyuan(urgent=True)
    (first,) = await claim(now(), 1)
    assert first.urgent


async def removed(cast: Cast, owner: Owner) -> None:
    (address,) = await addresses_of(owner)
    await remove_address(await cast.person("duiyuan"), owner, address.id, now())


async def left(_cast: Cast, owner: Owner) -> None:
    await rows("UPDATE officers SET left_at = ? WHERE id = ?", now(), owner.id)


async def read(cast: Cast, _owner: Owner) -> None:
    await read_all(await cast.person("duiyuan"), now(), now())


@pytest.mark.parametrize("meanwhile", [removed, left, read])
async def test_what_became_needless_meanwhile_is_not_sent(
    meanwhile: Callable[[Cast, Owner], Awaitable[None]], cast: Cast, far_end: Service
) -> None:
    owner = await reachable(cast)
    await tell_duiyuan()
    await meanwhile(cast, owner)
    await send_due(now())
    assert far_end.heard == []
    assert (await state())[0] == "needless"


NIGHT = Wish(quiet_from=22 * 60, quiet_until=7 * 60)


@pytest.mark.parametrize("urgent", [False, True])
async def test_a_repetition_does_not_ring_in_hours_somebody_wants_quiet_but_for_an_emergency(
    cast: Cast, clock: Clock, far_end: Service, *, urgent: bool
) -> None:
    clock.at("2026-11-20T21:59:59+08:00")
    owner = await reachable(cast)
    await wish(owner.id, NIGHT, now())
    far_end.away = True
    await tell_duiyuan(urgent=urgent)
    await send_due(now())
    far_end.away = False
    clock.later(minutes=5)
    await send_due(now())
    assert len(far_end.heard) == int(urgent)
    clock.at("2026-11-21T07:00:00+08:00")
    await send_due(now())
    assert (len(far_end.heard), (await state())[0]) == (1, "delivered")


async def test_what_somebody_left_out_meanwhile_is_not_sent(cast: Cast, far_end: Service) -> None:
    owner = await reachable(cast)
    await tell_duiyuan()
    await wish(owner.id, Wish(muted=frozenset({"assist"})), now())
    await send_due(now())
    assert (far_end.heard, (await state())[0]) == ([], "needless")


async def test_a_phone_that_signed_out_is_pushed_nothing(cast: Cast, clock: Clock, far_end: Service) -> None:
    at = clock.at(NOON)
    cookie, _ = await open_session(
        officer_id("duiyuan"), device="rig", address="127.0.0.1", at=at, lasting=timedelta(days=1)
    )
    person = await person_of_session(cookie, at)
    assert person is not None
    assert person.session_id is not None
    subscription = f'{{"endpoint": "{far_end.address}/push", "keys": {{"p256dh": "", "auth": ""}}}}'
    for _ in range(2):
        await subscribe(person, subscription, "手机", at)
    assert len(await addresses_of(Owner("officer", person.id))) == 1
    await tell_duiyuan()
    await end_session(person.id, person.session_id, at)
    await send_due(now())
    assert far_end.heard == []
    assert (await state())[0] == "needless"


async def test_trying_an_address_sends_one_message_there_and_only_its_owner_may(
    cast: Cast, far_end: Service
) -> None:
    owner = await reachable(cast)
    (address,) = await addresses_of(owner)
    with pytest.raises(Refusal):
        await try_address(await cast.person("minjing"), [officer_id("minjing")], address.id, now())
    await try_address(await cast.person("duiyuan"), [owner.id], address.id, now())
    await send_due(now())
    assert len(far_end.heard) == 1
    assert [notice.topic for notice in await inbox(await cast.person("duiyuan"))] == ["trial"]


async def test_what_was_sent_is_seen_in_its_own_township_alone(cast: Cast) -> None:
    await reachable(cast)
    await tell_duiyuan()
    (tried,) = await deliveries(await cast.person("zhihui"))
    assert (tried.kind, tried.state, tried.topic) == ("sms", "waiting", "assist")
    linzhen = await cast.person("linzhen")
    assert await deliveries(linzhen) == []
    assert not await is_theirs(linzhen, tried.id)
    assert await is_theirs(await cast.person("zhihui"), tried.id)


async def test_the_running_queue_is_woken_by_the_commit_and_a_slow_service_holds_up_no_click(
    own_cast: Cast, far_end: Service
) -> None:
    await reachable(own_cast)
    await open_notices()
    try:
        await tell_duiyuan(urgent=True)
        for _ in range(500):
            if far_end.heard and (await state())[0] == "delivered":
                break
            await asyncio.sleep(0.01)
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
        begun = time.monotonic()
        await tell_duiyuan(urgent=True)
        await tell_duiyuan()
        await until(lambda: len(far_end.heard) == 2)
        await asyncio.to_thread(time.monotonic)  # nor anything else of the process that needs a thread
        assert time.monotonic() - begun < 2
        assert far_end.waiting == AT_ONCE[False]
    finally:
        far_end.let_go.set()
        await close_notices()


async def test_several_workers_claim_each_delivery_once(own_cast: Cast, clock: Clock) -> None:
    clock.at(NOON)
    await reachable(own_cast)
    for _ in range(40):
        await tell_duiyuan()
    claims = await asyncio.gather(*(claim(now(), 7) for _ in range(8)))
    ids = [claimed.id for some in claims for claimed in some]
    assert len(ids) == len(set(ids)) == 40
