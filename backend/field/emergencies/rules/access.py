"""Who runs an emergency, who else sees it. Pure."""

from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS
from backend.foundation.refusals import demand

# Who sees every emergency of the township and moves its people; the others those they were called to.
DIRECTORS: Final = ACTIONS["emergency.direct"]


def directs(person: Person) -> bool:
    return person.township_id is not None and not person.roles.isdisjoint(DIRECTORS)


def may_note(person: Person) -> None:
    """Refuses `not_allowed`: what only those who direct read."""
    demand(directs(person), "备注由队长、所长、指挥中心、镇领导写")


def may_move(person: Person, officer: UUID | None) -> None:
    """Oneself; whoever directs anybody. Refuses `not_allowed`."""
    demand(officer == person.id or directs(person), "别人的时间由队长、所长、指挥中心、镇领导记")


def may_correct(person: Person, author: UUID) -> None:
    """One's own words; whoever directs anybody's. Refuses `not_allowed`."""
    demand(author == person.id or directs(person), "更正由记的人，或队长、所长、指挥中心、镇领导写")
