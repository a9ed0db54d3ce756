"""上岗、下岗: each for themselves; who is on duty is what others ask."""

from datetime import timedelta

import pytest

from backend.demo.organisation import township_id
from backend.foundation.database import rows, transaction
from backend.foundation.outbox import Device, Sender
from backend.office.duty.commands.presence import begin
from backend.office.duty.queries.presence import duty_since, on_duty
from tests.field.street import NOON, Street, ago, code_of
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.meanwhile import meanwhile


@pytest.fixture
def post(clock: Clock, cast: Cast) -> Street:
    clock.at(NOON)
    return Street(cast, clock)


async def listed(post: Street, who: str = "zhihui") -> list[str]:
    return [each["username"] for each in (await post.get(who, "/duty")).json()["items"]]


async def test_on_duty_from_one_tap_to_the_other(post: Street) -> None:
    began = await post.post("minjing", "/duty/presence")
    assert (began.status_code, began.json()["since"]) == (201, ago())
    assert await listed(post) == ["minjing"]
    post.clock.later(hours=8)
    ended = await post.delete("minjing", "/duty/presence")
    assert (ended.json()["on_duty"], await listed(post)) == (False, [])


async def test_twice_is_harmless(post: Street) -> None:
    assert [(await post.post("minjing", "/duty/presence")).status_code for _ in range(3)] == [201, 200, 200]
    post.clock.later(minutes=1)
    assert [(await post.delete("minjing", "/duty/presence")).status_code for _ in range(3)] == [200, 200, 200]
    assert len(await rows("SELECT id FROM duty_marks")) == 1


async def test_nobody_goes_off_who_never_came(post: Street) -> None:
    assert code_of(await post.delete("minjing", "/duty/presence")) == (409, "never_on_duty")


@pytest.mark.parametrize("who", ["guanli", "chengguan", "jiancha"])
async def test_others_are_on_no_duty_here(post: Street, who: str) -> None:
    assert code_of(await post.post(who, "/duty/presence")) == (403, "not_allowed")


async def test_another_township_sees_its_own(post: Street) -> None:
    await post.post("minjing", "/duty/presence")
    assert await listed(post, "linzhen") == []


async def test_both_ends_count_to_the_moment(post: Street) -> None:
    await post.post("minjing", "/duty/presence")
    post.clock.later(hours=8)
    await post.delete("minjing", "/duty/presence")
    instant = timedelta(microseconds=1)
    hours = [NOON - instant, NOON, NOON + timedelta(hours=8) - instant, NOON + timedelta(hours=8)]
    assert [len(await on_duty(township_id("sfz"), at)) for at in hours] == [0, 1, 1, 0]


async def test_who_left_the_service_is_on_duty_no_more(post: Street) -> None:
    await post.post("minjing", "/duty/presence")
    await rows("UPDATE officers SET left_at = ? WHERE username = 'minjing'", NOON)
    assert await listed(post) == []


async def test_of_two_taps_at_one_instant_one_begins(clock: Clock, own_cast: Cast) -> None:
    clock.at(NOON)
    person = await own_cast.person("minjing")
    async with transaction():
        first = await begin(Sender(person, Device(), NOON))
        other = await meanwhile(begin(Sender(person, Device(), NOON)))
    assert (first.status, (await other).status) == (201, 200)
    assert await duty_since(person.id, NOON) is not None
