"""What waits is sent, what failed is tried again, and each once as far as anybody can tell."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from backend.foundation.notify.commands import (
    read_all,
    remove_address,
    send_again,
    subscribe,
    try_address,
    wish,
)
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queries import addresses_of, deliveries, inbox, is_theirs
from backend.foundation.notify.queue import HELD_URGENT, claim, hold_on, lanes
from backend.foundation.notify.rules.choosing import Wish
from backend.foundation.now import now
from backend.foundation.people.sessions import end_session, open_session, person_of_session
from backend.foundation.refusals import Refusal
from tests.foundation.notify.sending import NOON, claimed, reachable, send_due, state, tell_duiyuan
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.endpoints import Service

pytestmark = pytest.mark.usefixtures("deployed")


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
    assert len(await claimed(now())) == 1
    assert await claimed(now()) == []
    clock.later(seconds=60, microseconds=-1)
    assert await claimed(now()) == []
    clock.later(microseconds=1)
    assert len(await claimed(now())) == 1


async def test_an_emergency_is_anybodys_again_soon_after_its_worker_died(cast: Cast, clock: Clock) -> None:
    clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan(urgent=True)
    assert len(await claimed(now())) == 1
    clock.later(seconds=HELD_URGENT.total_seconds(), microseconds=-1)
    assert await claimed(now()) == []
    clock.later(microseconds=1)
    assert len(await claimed(now())) == 1


async def test_a_worker_that_is_still_sending_an_emergency_keeps_it(cast: Cast, clock: Clock) -> None:
    clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan(urgent=True)
    (held,) = await claimed(now())
    clock.later(seconds=5)
    await hold_on(held)
    clock.later(seconds=5)
    assert await claimed(now()) == []
    clock.later(seconds=1)
    (other,) = await claimed(now())
    clock.later(seconds=5)
    await hold_on(held)  # its worker stood still for too long
    assert (await claimed(now() + timedelta(seconds=1)))[0].id == other.id


async def test_emergencies_are_claimed_before_older_everyday_ones(cast: Cast, clock: Clock) -> None:
    clock.at(NOON)
    await reachable(cast)
    await tell_duiyuan()
    clock.later(minutes=1)
    await tell_duiyuan(urgent=True)
    first, other = await lanes(now())
    assert (first.urgent, other.urgent) == (True, False)
    (told,) = await claim(now(), 1, first)
    assert told.urgent


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
