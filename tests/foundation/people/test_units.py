"""Which body a unit's officers act for."""

from uuid import UUID

from backend.foundation.people.units import Standing, enforcing_body

GOVERNMENT, TEAM, GROUP, STATION, BUREAU = (UUID(int=number) for number in range(1, 6))
LINE = {
    GOVERNMENT: Standing(None, acts_in_own_name=True),
    TEAM: Standing(GOVERNMENT, acts_in_own_name=False),
    GROUP: Standing(TEAM, acts_in_own_name=False),
    STATION: Standing(BUREAU, acts_in_own_name=False),
    BUREAU: Standing(GOVERNMENT, acts_in_own_name=True),
}


def test_a_body_with_a_name_of_its_own_acts_for_itself() -> None:
    assert enforcing_body(GOVERNMENT, LINE) == GOVERNMENT
    assert enforcing_body(BUREAU, LINE) == BUREAU


def test_a_part_acts_for_the_nearest_such_body_above_it() -> None:
    assert enforcing_body(TEAM, LINE) == enforcing_body(GROUP, LINE) == GOVERNMENT
    assert enforcing_body(STATION, LINE) == BUREAU


def test_where_nobody_above_may_the_top_stands_for_the_line() -> None:
    line = {TEAM: Standing(None, acts_in_own_name=False), GROUP: Standing(TEAM, acts_in_own_name=False)}
    assert enforcing_body(GROUP, line) == enforcing_body(TEAM, line) == TEAM


def test_a_body_that_is_not_there_any_more_ends_the_line() -> None:
    assert enforcing_body(STATION, {STATION: Standing(BUREAU, acts_in_own_name=False)}) == STATION


def test_a_circle_in_old_data_comes_to_an_end() -> None:
    line = {TEAM: Standing(GROUP, acts_in_own_name=False), GROUP: Standing(TEAM, acts_in_own_name=False)}
    assert enforcing_body(TEAM, line) in line
