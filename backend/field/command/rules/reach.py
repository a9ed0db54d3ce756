"""Whose command it is. Pure."""

from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


def own_township(person: Person) -> UUID:
    """Refuses `not_allowed` where there is none."""
    if person.township_id is None:
        raise Refusal("not_allowed", "指挥页面在乡镇里用")
    return person.township_id
