"""手机: each tells what it holds; who answers for the people sees it, nobody else."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.foundation.database import rows
from backend.office.phones.queries import phones_of, unsent_by_officer
from tests.field.street import NOON, Street, ago, code_of
from tests.rig.cast import Cast
from tests.rig.clock import Clock

MINE = "8a0f7a52-4f1e-4f7f-9a2b-1d6f6f0c2b11"
OTHER = "8a0f7a52-4f1e-4f7f-9a2b-1d6f6f0c2b12"


@pytest.fixture
def street(clock: Clock, cast: Cast) -> Street:
    clock.at(NOON)
    return Street(cast, clock)


async def tell(
    street: Street, who: str = "duiyuan", *, sent_at: str | None = None, **told: Any
) -> httpx.Response:
    """`sent_at` is what the phone's own clock shows."""
    browser = await street.cast.browser(who)
    headers = {"User-Agent": "Mozilla/5.0 (Linux; Android 12) HuaweiBrowser/13.0"}
    headers |= {"Liandong-Sent-At": sent_at} if sent_at else {}
    return await browser.put("/me/phone", json={"device": MINE, "waiting": 0} | told, headers=headers)


async def seen_by(street: Street, who: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await street.get(who, "/phones")).json()["items"]
    return items


async def test_the_captain_sees_what_is_still_on_a_phone(street: Street) -> None:
    told = await tell(street, waiting=9, photos=7, refused=1, oldest_at=ago(hours=5), room_bytes=3 * 2**30)
    assert told.json() == {"reported_at": ago()}
    (phone,) = await seen_by(street, "duizhang")
    assert (phone["waiting"], phone["photos"], phone["refused"]) == (9, 7, 1)
    assert (phone["oldest_at"], phone["reported_at"]) == (ago(hours=5), ago())
    assert "华为浏览器" in phone["device"]
    page = (await street.page("duizhang", "/phones")).text
    assert "照片7张" in page
    assert "退回1条" in page
    assert "空间剩3.0 GB" in page


@pytest.mark.parametrize("path", ["/me/phone", "/me/notices/subscription"])
async def test_depth_without_end_is_refused_in_words(street: Street, path: str) -> None:
    browser = await street.cast.browser("duiyuan")
    told = await browser.put(path, content=b"[" * 50_000, headers={"Content-Type": "application/json"})
    assert told.status_code == 400


async def test_the_last_word_of_a_phone_counts(street: Street) -> None:
    await tell(street, waiting=9)
    street.clock.later(minutes=5)
    await tell(street, waiting=0)
    (phone,) = await seen_by(street, "duizhang")
    assert (phone["waiting"], phone["oldest_at"]) == (0, None)
    assert "最近一次联系时，都送到了" in (await street.page("duizhang", "/phones")).text


async def test_two_phones_of_one_officer_stand_apart_what_waits_longest_first(street: Street) -> None:
    await tell(street, waiting=0)
    await tell(street, device=OTHER, waiting=3, oldest_at=ago(hours=1))
    await tell(street, "duiyuan2", waiting=1, oldest_at=ago(hours=2))
    assert [phone["waiting"] for phone in await seen_by(street, "duizhang")] == [1, 3, 0]


async def test_two_officers_of_one_name_are_not_added_together(street: Street) -> None:
    await rows("UPDATE officers SET name = '李明' WHERE username IN ('duiyuan', 'duiyuan2')")
    await tell(street, waiting=2)
    await tell(street, device=OTHER, waiting=1)
    await tell(street, "duiyuan2", waiting=5)
    seen = await phones_of(await street.cast.person("duizhang"), NOON)
    assert unsent_by_officer(seen) == [("李明", 5), ("李明", 3)]


@pytest.mark.parametrize(("room", "is_said"), [(200 * 2**20, True), (200 * 2**20 + 1, False), (None, False)])
async def test_a_phone_that_is_nearly_full_is_marked(street: Street, room: int | None, is_said: bool) -> None:
    await tell(street, room_bytes=room)
    assert ("快满了" in (await street.page("duizhang", "/phones")).text) is is_said


@pytest.mark.parametrize(("ahead_s", "is_said"), [(300, False), (301, True)])
async def test_a_phone_whose_clock_is_wrong_is_marked(street: Street, ahead_s: int, is_said: bool) -> None:
    await tell(street, sent_at=ago(seconds=-ahead_s))
    assert ("时间不准" in (await street.page("duizhang", "/phones")).text) is is_said


async def test_leaders_see_the_township_chiefs_their_own_and_nobody_the_neighbours(street: Street) -> None:
    await tell(street, "duiyuan", waiting=2)
    await tell(street, "minjing", device=OTHER, waiting=1)
    await tell(street, "linzhen", device=OTHER, waiting=4)
    seen = {
        who: [phone["waiting"] for phone in await seen_by(street, who)]
        for who in ("lingdao", "zhihui", "duizhang", "suozhang")
    }
    assert {who: sorted(waiting) for who, waiting in seen.items()} == {
        "lingdao": [1, 2],
        "zhihui": [1, 2],
        "duizhang": [2],
        "suozhang": [1],
    }


async def test_the_leader_reads_on_the_first_page_how_much_has_not_come(street: Street) -> None:
    assert "还在手机上" not in (await street.page("lingdao", "/")).text
    await tell(street, waiting=2)
    await tell(street, "duiyuan2", waiting=5)
    assert "7条还在手机上没送到" in (await street.page("lingdao", "/")).text
    assert "2人" in (await street.page("lingdao", "/")).text


async def test_a_phone_not_heard_of_for_a_month_is_shown_as_long_as_something_waits(street: Street) -> None:
    await tell(street, waiting=0)
    await tell(street, device=OTHER, waiting=1)
    street.clock.later(days=31)
    assert [phone["waiting"] for phone in await seen_by(street, "duizhang")] == [1]


async def test_of_very_many_devices_of_one_officer_the_last_twenty_are_remembered(street: Street) -> None:
    for _ in range(22):
        street.clock.later(minutes=1)
        await tell(street, device=str(uuid4()))
    assert len(await rows("SELECT id FROM phones")) == 20


@pytest.mark.parametrize(
    "wrong", [{"waiting": -1}, {"waiting": 2**40}, {"room_bytes": -1}, {"oldest_at": "gestern"}, {"more": 1}]
)
async def test_it_refuses_what_no_phone_tells(street: Street, wrong: dict[str, Any]) -> None:
    assert (await tell(street, **wrong)).status_code == 400
    assert await rows("SELECT id FROM phones") == []


async def test_who_answers_for_nobody_does_not_look(street: Street) -> None:
    assert code_of(await street.get("duiyuan", "/phones")) == (403, "not_allowed")


async def test_each_has_a_key_of_their_own_the_same_at_every_sign_in(street: Street) -> None:
    told = [(await street.get(who, "/me/phone-key")).json() for who in ("duiyuan", "duiyuan", "duizhang")]
    keys = [each["key"] for each in told]
    assert told[0]["officer"] == told[1]["officer"] != told[2]["officer"]
    assert keys[0] == keys[1] != keys[2]
    assert [len(key) for key in keys] == [43, 43, 43]
