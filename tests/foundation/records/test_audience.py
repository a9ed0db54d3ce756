from dataclasses import replace
from uuid import UUID, uuid4

from backend.foundation.people.identity import Person
from backend.foundation.records import audience

TOWN, OTHER_TOWN, COUNTY, TEAM, BUREAU = (uuid4() for _ in range(5))
OFFICER = Person(
    id=UUID(int=1), username="officer", name="", position="", unit_id=TEAM, unit_code="team", unit_name="", unit_kind="internal",
    county_id=COUNTY, township_id=TOWN, township_name="", profile="eshan", roles=frozenset({"officer"}), demo=True,
)  # fmt: skip
OF_BUREAU = replace(
    OFFICER, id=UUID(int=2), unit_id=BUREAU, township_id=None, roles=frozenset({"liaison", "head"})
)


def hears(person: Person, *tokens: str) -> bool:
    return not audience.tokens_of(person).isdisjoint(tokens)


def test_an_officer_hears_what_is_said_to_them_to_their_unit_and_to_their_role_there() -> None:
    assert hears(OFFICER, audience.person(OFFICER.id))
    assert hears(OFFICER, audience.unit(TEAM))
    assert hears(OFFICER, audience.role_in(TOWN, "officer"))
    assert hears(OFFICER, audience.role_of_unit(TEAM, "officer"))


def test_a_role_counts_only_where_it_is_held() -> None:
    assert not hears(OFFICER, audience.role_in(OTHER_TOWN, "officer"))
    assert not hears(OFFICER, audience.role_in(TOWN, "captain"))
    assert not hears(OFFICER, audience.role_of_unit(BUREAU, "officer"))


def test_the_county_is_its_bodies_and_not_its_townships() -> None:
    assert hears(OF_BUREAU, audience.role_of_county(COUNTY, "head"))
    assert not hears(OF_BUREAU, audience.role_of_county(uuid4(), "head"))
    assert not hears(OFFICER, audience.role_of_county(COUNTY, "officer"))


def test_somebody_who_moved_away_no_longer_hears_as_one_of_the_place() -> None:
    moved = replace(OFFICER, township_id=OTHER_TOWN)
    assert hears(OFFICER, audience.person_at(TOWN, OFFICER.id))
    assert not hears(moved, audience.person_at(TOWN, OFFICER.id))
    assert hears(OF_BUREAU, audience.person_at(None, OF_BUREAU.id))
    assert not hears(OFFICER, audience.person_at(None, OFFICER.id))
