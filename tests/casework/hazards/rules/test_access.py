"""On which side somebody stands, and in whose name they speak."""

from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

import pytest

from backend.casework.hazards.rules.access import Side, may_be_told, side
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

HERE, TEAM, OFFICE, COUNTY, WRITER, ANYBODY = (UUID(int=number) for number in range(1, 7))


@dataclass
class Somebody:
    unit_id: UUID = TEAM
    id: UUID = ANYBODY
    township_id: UUID | None = HERE
    roles: frozenset[str] = field(default_factory=lambda: frozenset({"officer"}))


def standing(who: Somebody) -> Side:
    return side(cast("Person", who), township=HERE, from_unit=TEAM, to_unit=COUNTY, created_by=WRITER)


@pytest.mark.parametrize(
    ("who", "where"),
    [
        (Somebody(), "sender"),
        (Somebody(unit_id=OFFICE, roles=frozenset({"leader"})), "sender"),
        (Somebody(unit_id=OFFICE, id=WRITER, roles=frozenset({"station"})), "sender"),
        (Somebody(unit_id=COUNTY, township_id=None, roles=frozenset({"liaison"})), "addressee"),
        (Somebody(unit_id=OFFICE, township_id=None, roles=frozenset({"government"})), "government"),
    ],
)
def test_the_side_one_stands_on(who: Somebody, where: Side) -> None:
    assert standing(who) == where


@pytest.mark.parametrize("kind", ["department", "police", "stationed"])
def test_bodies_with_powers_over_a_danger_can_be_told(kind: str) -> None:
    may_be_told(kind, COUNTY, sender=TEAM, body=OFFICE)


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        ("department", TEAM),
        ("department", OFFICE),
        ("court", COUNTY),
        ("township", COUNTY),
        ("internal", COUNTY),
    ],
)
def test_ones_own_house_and_others_cannot(kind: str, unit: UUID) -> None:
    with pytest.raises(Refusal, match="hazard_addressee"):
        may_be_told(kind, unit, sender=TEAM, body=OFFICE)
