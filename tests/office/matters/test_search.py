"""Asking a township's list: as it is at that moment, at once after every change, on either engine the same."""

from datetime import date, timedelta
from typing import Any

from backend.demo.organisation import township_id
from backend.foundation.now import now
from backend.office.matters import search
from backend.office.matters.commands.versions import change_sayings
from tests.office.matters.lists import CITY, WATER, act, adjusted, listed, listed_next_door
from tests.rig.cast import Cast
from tests.rig.clock import Clock

HERE = township_id("sfz")
TODAY = date(2026, 11, 20)
RIVER: dict[str, Any] = {
    "name": "在河道管理范围内倾倒垃圾",
    "standing": "kept",
    "supervising": WATER,
    "punishing": WATER,
}


async def codes(words: str, **later: int) -> list[str]:
    return [answer.matter.code for answer in await search(HERE, words, now() + timedelta(**later))]


async def test_two_characters_find_a_matter(town: Cast) -> None:
    await listed("SR-01", "占道摆摊", "出摊")
    await listed("SW-01", "河里倒垃圾", **RIVER)
    assert await codes("占道") == ["SR-01"]
    assert await codes("出摊") == ["SR-01"]
    assert (await codes("倒垃圾在河里"))[0] == "SW-01"


async def test_a_saying_is_found_at_once_when_it_is_noted(town: Cast) -> None:
    matter = await listed("SR-01")
    assert await codes("走鬼") == []
    await change_sayings(matter, ("走鬼",), 1, act())
    assert await codes("走鬼") == ["SR-01"]


async def test_what_is_still_to_come_is_not_found_before_its_day(town: Cast, noon: Clock) -> None:
    await listed("SR-01", "占道摆摊", day=TODAY + timedelta(days=1))
    assert await codes("占道摆摊") == []
    assert await codes("占道摆摊", days=1) == ["SR-01"]


async def test_the_answer_is_the_version_of_that_moment(town: Cast, noon: Clock) -> None:
    matter = await listed("SR-01", "占道摆摊")
    await adjusted(matter, 1, TODAY + timedelta(days=1), standing="taken_back", punishing=CITY)
    [today] = await search(HERE, "占道摆摊", now())
    [tomorrow] = await search(HERE, "占道摆摊", now() + timedelta(days=1))
    assert (today.matter.standing, tomorrow.matter.standing) == ("granted", "taken_back")


async def test_the_neighbours_list_answers_nothing_here(town: Cast) -> None:
    await listed_next_door("LZ-01")
    assert await codes("街道两侧摆摊") == []


async def test_a_township_without_a_list_answers_nothing(town: Cast) -> None:
    assert await codes("占道") == []
