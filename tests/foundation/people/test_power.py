"""Two certified officers of the same enforcing body."""

import pytest

from backend.foundation.people.power import Body, power
from tests.field.patrols.rules.people import stay

TOWN, COUNTY = Body("town", "镇政府"), Body("county", "县城管局")
BODIES = {stay(0, 1).unit: TOWN, stay(0, 2).unit: TOWN, stay(0, 3).unit: COUNTY}


def judged(*crew: tuple[int, int], certified: set[int]) -> tuple[bool, str, tuple[str, ...]]:
    stays = [stay(number, unit) for number, unit in crew]
    found = power(stays, {stay(number).officer for number in certified}, BODIES)
    return found.ok, found.body, found.officers


@pytest.mark.parametrize(
    ("crew", "certified", "expected"),
    [
        ([(1, 1), (2, 1)], {1, 2}, (True, "town", ("o1", "o2"))),
        ([(1, 1), (2, 2)], {1, 2}, (True, "town", ("o1", "o2"))),
        ([(1, 1), (2, 3)], {1, 2}, (False, "town", ("o1",))),
        ([(1, 1), (2, 1)], {1}, (False, "town", ("o1",))),
        ([(1, 1), (2, 3), (3, 3)], {1, 2, 3}, (True, "county", ("o2", "o3"))),
        ([(1, 1), (2, 1), (3, 3), (4, 3), (5, 3)], {1, 2, 3, 4, 5}, (True, "county", ("o3", "o4", "o5"))),
        ([(1, 1)], set(), (False, "", ())),
        ([], {1, 2}, (False, "", ())),
    ],
)
def test_who_may(
    crew: list[tuple[int, int]], certified: set[int], expected: tuple[bool, str, tuple[str, ...]]
) -> None:
    assert judged(*crew, certified=certified) == expected


def test_one_officer_in_two_stays_counts_once() -> None:
    crew = [stay(1), stay(1)]
    assert not power(crew, {stay(1).officer}, BODIES).ok


def test_it_says_what_is_missing() -> None:
    certified = {stay(1).officer, stay(2, 3).officer}
    assert "不属于同一执法主体" in power([stay(1), stay(2, 3)], certified, BODIES).why
    assert "只有1名" in power([stay(1)], certified, BODIES).why
    assert "没有执法证有效的人员" in power([], certified, BODIES).why
