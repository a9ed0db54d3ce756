import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

from backend.foundation.live.listener import MOST_WAITING
from backend.foundation.live.recent import MOST_MISSED
from backend.foundation.people.identity import Person
from tests.foundation.live.listening import House, home, house, ring
from tests.rig.cast import Cast
from tests.rig.patience import PATIENCE_S


async def test_what_happened_is_heard_once_and_in_order(officer: Person, here: House) -> None:
    ear = await here.listen(officer)
    entries = [await ring(home(officer)) for _ in range(5)]
    await ear.until(5)
    assert ear.seqs == [entry.seq for entry in entries]
    assert [found["id"] for found in ear.messages] == [str(entry.record_id) for entry in entries]


async def test_many_commands_at_once_are_heard_in_the_order_of_the_chain(
    officer: Person, here: House
) -> None:
    ear = await here.listen(officer)
    await asyncio.gather(*(ring(home(officer)) for _ in range(40)))
    await ear.until(40)
    assert ear.seqs == sorted(ear.seqs)
    assert len(set(ear.seqs)) == 40


async def test_only_those_it_concerns_hear_it(own_cast: Cast, officer: Person, here: House) -> None:
    neighbour, captain = await own_cast.person("linzhen"), await own_cast.person("guanli")
    ears = [await here.listen(person) for person in (officer, neighbour, captain)]
    await ring(home(officer))
    await ring(home(officer), heard=False)
    last = await ring(home(officer))
    await ears[0].until(2)
    assert [len(ear.messages) for ear in ears] == [2, 0, 0]
    assert ears[0].position.endswith(f":{last.seq}")


async def test_the_county_hears_its_townships_one_position_each(
    own_cast: Cast, officer: Person, here: House
) -> None:
    liaison = replace(await own_cast.person("chengguan"), roles=frozenset({"liaison"}))
    await ring(home(officer))
    ear = await here.listen(liaison)
    assert ":" in ear.position
    assert ear.messages == []


async def test_who_comes_back_is_told_what_was_missed_and_no_more(officer: Person, here: House) -> None:
    first = await here.listen(officer)
    await ring(home(officer))
    await first.until(1)
    await here.leave(first)
    missed = [(await ring(home(officer))).seq for _ in range(3)]
    second = await here.listen(officer, first.position)
    fresh = await ring(home(officer))
    await second.until(4)
    assert second.seqs == [*missed, fresh.seq]


async def test_those_who_come_back_together_are_told_out_of_memory(officer: Person, here: House) -> None:
    stays = await here.listen(officer)
    start = stays.position
    seqs = [(await ring(home(officer))).seq for _ in range(10)]
    await stays.until(10)
    ears = await asyncio.gather(*(here.listen(officer, start) for _ in range(20)))
    assert all(ear.seqs == seqs for ear in ears)


async def test_who_comes_back_from_further_than_is_kept_in_memory_is_told_as_well(
    officer: Person, here: House
) -> None:
    start = (await here.listen(officer)).position
    before = [(await ring(home(officer))).seq for _ in range(3)]
    async with house() as restarted:
        ears = [await restarted.listen(officer, start) for _ in range(2)]
        after = (await ring(home(officer))).seq
        for ear in ears:
            await ear.until(4)
        assert [ear.seqs for ear in ears] == [[*before, after]] * 2


@pytest.mark.parametrize("heard",
    [
        "sfz:x", "nowhere:1", "sfz:999999999", "sfz:-1", "lz:1", "sfz:" + "9" * 18, "sfz:" + "9" * 19, "sfz:1,", ",", ":",
        "sfz:1;DROP TABLE chains", "sfz:1\nevent: reset", "SFZ:1", "x:1," * 1_001 + "sfz:1", "a" * 1_000_000,
        "sfz:1" + "1" * 1_000_000, "," * 1_000_000,
    ],
    ids=lambda heard: heard[:24],
)  # fmt: skip
async def test_a_position_that_means_nothing_here_asks_to_load_anew(
    officer: Person, here: House, heard: str
) -> None:
    await ring(home(officer))
    ear = await here.listen(officer, heard)
    assert "event: reset" in ear.text


@pytest.mark.parametrize(("missed", "anew"), [(MOST_MISSED, False), (MOST_MISSED + 1, True)])
async def test_who_missed_too_much_loads_anew(officer: Person, here: House, missed: int, anew: bool) -> None:
    stays = await here.listen(officer)
    code, first = stays.position.split(":")
    await asyncio.gather(*(ring(home(officer)) for _ in range(missed)))
    await stays.until(missed)
    ear = await here.listen(officer, f"{code}:{first}")
    assert ("event: reset" in ear.text) is anew
    assert len(ear.messages) == (0 if anew else missed)


async def test_the_look_finds_what_no_wake_told_of(officer: Person, own_cast: Cast) -> None:
    async with house(woken=False) as asleep:
        ear = await asleep.listen(officer)
        entry = await ring(home(officer))
        assert ear.messages == []
        await asleep.hub.look()
        await asleep.hub.look()
        await ear.until(1)
        assert ear.seqs == [entry.seq]


async def test_a_reader_that_does_not_read_is_hung_up_on(officer: Person, here: House) -> None:
    reads = await here.listen(officer)
    for _ in range(MOST_WAITING + 1):
        reads.listener.say(b": alive\n\n")
    await reads.until_ended()
    assert reads.listener not in here.hub.listeners


async def test_a_sign_of_life_carries_the_position(officer: Person, here: House) -> None:
    ear = await here.listen(officer)
    entry = await ring(home(officer), heard=False)
    async with asyncio.timeout(PATIENCE_S):
        while not ear.position.endswith(f":{entry.seq}"):
            here.hub.beat()
            await asyncio.sleep(0)
    assert ear.messages == []


async def test_whoever_may_no_longer_listen_hears_the_end_and_nothing_that_waits(
    officer: Person, here: House
) -> None:
    own, other = [await here.listen(officer, credential=name) for name in ("phone", "desk")]
    here.hub.end(credential="phone")
    await own.until_ended()
    here.hub.end(officer=officer.id, keep="desk")
    here.hub.end(officer=uuid4())
    await ring(home(officer))
    await other.until(1)
    assert own.messages == []
    here.hub.end(officer=officer.id)
    await other.until_ended()


async def test_nothing_is_read_while_nobody_listens(officer: Person, here: House) -> None:
    await here.leave(await here.listen(officer))
    await ring(home(officer))
    await here.hub.look()
    assert (here.hub.listeners, here.hub._chains) == ([], {})
