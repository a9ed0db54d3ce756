"""街天 by the lunar date, the solar one, the weekday."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.office.places.market import is_market_day, is_market_days, market_words, parts, written
from tests.field.street import NOON, Street
from tests.rig.cast import Cast
from tests.rig.clock import Clock

NOVEMBER = [date(2026, 11, 1) + timedelta(days=n) for n in range(30)]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("lunar:3,8", [1, 6, 11, 16, 21, 26]),  # 初一 is the 9th: 初三 the 11th, 初八 the 16th
        ("solar:3,8", [3, 8, 13, 18, 23, 28]),
        ("solar:0", [10, 20, 30]),
        ("weekday:6", [7, 14, 21, 28]),
        ("", []),
    ],
)
def test_it_falls_on_these_days_of_november(days: str, found: list[int]) -> None:
    assert [day.day for day in NOVEMBER if is_market_day(days, day)] == found


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("lunar:3,8", "农历逢三逢八"),
        ("solar:0,5", "公历逢五逢十"),
        ("weekday:6,7", "每周六、日"),
        ("", ""),
    ],
)
def test_it_is_said_as_people_say_it(days: str, words: str) -> None:
    assert market_words(days) == words


@pytest.mark.parametrize("days", ["lunar:3,8", "solar:0", "weekday:7", ""])
def test_what_is_written_reads_back(days: str) -> None:
    assert is_market_days(days)
    assert written(*parts(days)) == days


@pytest.mark.parametrize("days", ["weekday:8", "lunar:", "lunar:13", "逢三逢八", "lunar:3,8\n"])
def test_anything_else_is_none(days: str) -> None:
    assert not is_market_days(days)


def test_a_way_without_figures_is_nothing() -> None:
    assert written("lunar", []) == ""


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"way": "lunar", "on": ["8", "3"]}, {"way": "lunar", "on": ["3", "8"]}),
        ({"on": []}, None),
        (None, None),
    ],
)
async def test_a_place_keeps_its_market_days_and_gives_them_up(
    clock: Clock, cast: Cast, sent: dict[str, Any] | None, kept: dict[str, Any] | None
) -> None:
    street = Street(cast, clock)
    clock.at(NOON)
    place = f"/places/{uuid4()}"
    body = {"name": "新街", "kind": "market", "position": {"lat": 24.16, "lon": 102.39, "source": "map"}}
    made = await street.put("duizhang", place, body | {"market_days": {"way": "solar", "on": ["5"]}})
    assert made.json()["market_days"] == {"way": "solar", "on": ["5"]}
    assert (await street.patch("duizhang", place, {"market_days": sent})).json()["market_days"] == kept


async def test_an_eighth_day_of_the_week_is_none(clock: Clock, cast: Cast) -> None:
    clock.at(NOON)
    body = {"name": "新街", "kind": "market", "position": {"lat": 24.16, "lon": 102.39, "source": "map"}}
    wrong = body | {"market_days": {"way": "weekday", "on": ["8"]}}
    answer = await Street(cast, clock).put("duizhang", f"/places/{uuid4()}", wrong)
    assert (answer.status_code, "market_days" in answer.json()["fields"]) == (400, True)
