"""Who may do what on a patrol they can see. Pure; whether they see it is decided by the queries."""

from collections.abc import Sequence
from uuid import UUID

from backend.field.patrols.rules.patrol import Patrol, Stay, was_in_crew
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

TEAM = frozenset({"officer", "captain", "clerk"})


def township_of(person: Person) -> UUID:
    """Where they patrol; refuses `not_allowed` to the people of the county's bodies."""
    if person.township_id is None:
        raise Refusal("not_allowed", "只有乡镇人员能登记巡查")
    return person.township_id


def may_change(person: Person, patrol: Patrol, crew: Sequence[Stay]) -> bool:
    """The team and whoever made it; an auxiliary while in the crew."""
    own = person.township_id == patrol.township
    if patrol.created_by == person.id or (own and not person.roles.isdisjoint(TEAM)):
        return True
    return "auxiliary" in person.roles and was_in_crew(crew, person.id)


def may_contribute(person: Person, patrol: Patrol, crew: Sequence[Stay]) -> bool:
    """Whoever may change it, and police or others who walk along: their own part."""
    return may_change(person, patrol, crew) or was_in_crew(crew, person.id)


def may_file(person: Person, patrol: Patrol) -> bool:
    """The creator or the captain."""
    return patrol.created_by == person.id or (
        person.township_id == patrol.township and "captain" in person.roles
    )


def confirm_for(person: Person, unit_code: str) -> None:
    """Each unit confirms its own people's attendance; refuses `not_own_unit`."""
    if person.unit_code != unit_code:
        raise Refusal("not_own_unit")
