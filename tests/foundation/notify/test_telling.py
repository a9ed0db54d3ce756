"""A notice is part of the command that makes it true; the ways out wait for its commit."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import rows, transaction
from backend.foundation.notify import Number, tell
from backend.foundation.notify.commands import add_address, read_all, read_notice, wish
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queries import addresses_of, deliveries, inbox, wish_of
from backend.foundation.notify.rules.choosing import Wish
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from tests.rig.cast import Cast
from tests.rig.clock import Clock

RECORD = UUID(int=7)


async def told(
    *usernames: str, topic: str = "handoff", urgent: bool = False, groups: tuple[UUID, ...] = ()
) -> None:
    async with transaction():
        await tell(
            map(officer_id, usernames),
            topic=topic,
            about=("handoff", RECORD),
            title="有一件移送待签收",
            urgent=urgent,
            groups=groups,
        )


async def on_their_way() -> list[tuple[str, int]]:
    """Kind of address and how long from now it leaves, in minutes."""
    found = await rows(
        "SELECT a.kind, d.next_at FROM notice_deliveries d JOIN notice_addresses a ON a.id = d.address ORDER BY a.kind"
    )
    return [(one["kind"], round((one["next_at"] - now()).total_seconds() / 60)) for one in found]


async def test_each_of_those_told_has_it_in_their_inbox_once(cast: Cast) -> None:
    await told("duiyuan", "minjing", "duiyuan")
    for username in ("duiyuan", "minjing"):
        (notice,) = await inbox(await cast.person(username))
        assert (notice.title, notice.record_id, notice.read_at) == ("有一件移送待签收", RECORD, None)
    assert await inbox(await cast.person("linzhen")) == []


async def test_what_is_rolled_back_was_never_said(cast: Cast) -> None:
    async def fails() -> None:
        async with transaction():
            await tell([officer_id("duiyuan")], topic="handoff", about=("handoff", RECORD), title="有一件")
            raise Refusal("conflict")

    with pytest.raises(Refusal):
        await fails()
    assert await inbox(await cast.person("duiyuan")) == []


async def test_somebody_who_has_left_is_told_nothing(cast: Cast) -> None:
    await rows("UPDATE officers SET left_at = ? WHERE id = ?", now(), officer_id("duiyuan"))
    await told("duiyuan")
    assert await rows("SELECT id FROM notices") == []


async def test_nobody_to_tell_is_nothing_to_do(cast: Cast) -> None:
    await told(groups=(unit_id("sfz-zfd"),))
    assert await rows("SELECT id FROM notices") == []


async def test_an_unknown_topic_is_a_programming_error(cast: Cast) -> None:
    with pytest.raises(KeyError):
        await told("duiyuan", topic="weather")


async def test_it_leaves_by_everything_a_person_gave_and_once_by_the_group(cast: Cast, clock: Clock) -> None:
    clock.at("2026-11-20T12:00:00+08:00")
    duiyuan, duizhang = await cast.person("duiyuan"), await cast.person("duizhang")
    team = Owner("unit", duizhang.unit_id)
    await add_address(duiyuan, Owner("officer", duiyuan.id), "sms", "13900000000", now())
    await add_address(duiyuan, Owner("officer", duiyuan.id), "email", "d@shifan.example", now())
    await add_address(duizhang, team, "wecom", "wecombot://693a91f6", now(), name="队里的群")
    await told("duiyuan", "duiyuan2", groups=(duizhang.unit_id,))
    assert await on_their_way() == [("email", 0), ("sms", 0), ("wecom", 0)]


async def test_quiet_hours_and_what_was_left_out_hold_it_back_but_no_emergency(
    cast: Cast, clock: Clock
) -> None:
    clock.at("2026-11-20T23:00:00+08:00")
    duiyuan = await cast.person("duiyuan")
    await add_address(duiyuan, Owner("officer", duiyuan.id), "sms", "13900000000", now())
    await wish(duiyuan.id, Wish(22 * 60, 7 * 60, frozenset({"deadline"})), now())
    await told("duiyuan")
    await told("duiyuan", topic="deadline")
    assert await on_their_way() == [("sms", 8 * 60)]
    await told("duiyuan", topic="deadline", urgent=True)
    assert sorted(await on_their_way()) == [("sms", 0), ("sms", 8 * 60)]


async def test_a_wish_can_be_changed_and_is_read_as_it_was_said(cast: Cast) -> None:
    assert await wish_of(officer_id("duiyuan")) == Wish()
    for wanted in (Wish(1320, 420, frozenset({"hazard", "deadline"})), Wish()):
        await wish(officer_id("duiyuan"), wanted, now())
        assert await wish_of(officer_id("duiyuan")) == wanted


async def test_read_is_read_by_its_owner_alone(cast: Cast) -> None:
    await told("duiyuan")
    duiyuan, minjing = await cast.person("duiyuan"), await cast.person("minjing")
    (notice,) = await inbox(duiyuan)
    await read_notice(minjing, notice.id, now())
    assert await inbox(duiyuan, unread=True) != []
    await read_notice(duiyuan, notice.id, now())
    await read_notice(duiyuan, notice.id, now())
    assert await inbox(duiyuan, unread=True) == []
    assert len(await inbox(duiyuan)) == 1


async def test_reading_all_leaves_what_came_since_the_page_was_drawn(cast: Cast, clock: Clock) -> None:
    drawn = clock.at("2026-11-20T12:00:00+08:00")
    await told("duiyuan")
    clock.later(seconds=1)
    await told("duiyuan")
    duiyuan = await cast.person("duiyuan")
    await read_all(duiyuan, drawn, now())
    (left,) = await inbox(duiyuan, unread=True)
    assert left.created_at == drawn + timedelta(seconds=1)


async def test_the_inbox_goes_on_where_a_page_ended(cast: Cast, clock: Clock) -> None:
    clock.at("2026-11-20T12:00:00+08:00")
    for _ in range(3):
        await told("duiyuan")
        await told("duiyuan")
        clock.later(seconds=1)
    duiyuan = await cast.person("duiyuan")
    everything = await inbox(duiyuan)
    for at, notice in enumerate(everything):
        assert await inbox(duiyuan, before=(notice.created_at, notice.id)) == everything[at + 1 :]


async def test_an_address_stands_once_and_only_so_many(cast: Cast) -> None:
    duiyuan = await cast.person("duiyuan")
    own = Owner("officer", duiyuan.id)
    for _ in range(2):
        await add_address(duiyuan, own, "sms", "13900000000", now())
    assert len(await addresses_of(own)) == 1
    for number in range(19):
        await add_address(duiyuan, own, "sms", f"139000001{number:02}", now())
    with pytest.raises(Refusal) as refused:
        await add_address(duiyuan, own, "sms", "13911111111", now())
    assert refused.value.code == "addresses_full"
    assert uuid4() not in {address.id for address in await addresses_of(own)}


async def test_a_list_of_numbers_hears_along_each_once_and_stands_in_no_unit_of_addresses(
    cast: Cast, clock: Clock
) -> None:
    clock.at("2026-11-20T23:00:00+08:00")
    unit = unit_id("sfz")
    numbers = [
        Number(UUID(int=9), unit, "许南山", "13900000009"),
        Number(UUID(int=8), unit, "方知秋", "13900000008"),
    ]
    for _ in range(2):
        async with transaction():
            await tell(
                [officer_id("lingdao")],
                topic="assist",
                about=("assist", RECORD),
                title="没有人接警",
                urgent=True,
                groups=[unit],
                numbers=numbers,
            )
    found = await rows(
        "SELECT a.name, a.address FROM notice_deliveries d JOIN notice_addresses a ON a.id = d.address ORDER BY a.address"
    )
    assert [(one["name"], one["address"]) for one in found] == [
        ("方知秋", "13900000008"),
        ("方知秋", "13900000008"),
        ("许南山", "13900000009"),
        ("许南山", "13900000009"),
    ]
    assert await addresses_of(Owner("unit", unit)) == []
    zhihui = await cast.person("zhihui")
    assert {tried.to for tried in await deliveries(zhihui)} == {"方知秋", "许南山"}
