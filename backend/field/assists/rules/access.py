"""Who may do what on a call they can see. Pure; whether they see it is decided by the queries."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from backend.field.assists.rules.assist import Assist, Response
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TEAM, may
from backend.foundation.refusals import Refusal

POLICE: Final[frozenset[str]] = frozenset({"police", "police_chief", "traffic_police"})
STATION: Final[frozenset[str]] = frozenset({"police", "police_chief"})
LEADERS: Final[frozenset[str]] = frozenset({"leader", "mayor"})
# Whose desk sees every call of the township; the others their own, those of their patrols, those they answered.
READERS: Final[frozenset[str]] = POLICE | LEADERS | TEAM | {"dispatcher"}
# Of the county's bodies: a call that no township is known for.
COUNTY_READERS: Final[frozenset[str]] = frozenset({"public_security"})
ENDERS: Final[frozenset[str]] = POLICE | {"dispatcher", "captain"}


def is_police(roles: Collection[str], township: UUID | None) -> bool:
    """Whether an answer says that police know. `township`: the call's own; where none is known there is no station, and the
    county's public security are the police."""
    return not (POLICE if township else POLICE | COUNTY_READERS).isdisjoint(roles)


def may_answer(person: Person, assist: Assist, *, on_behalf: bool) -> None:
    """Nobody comes to their own help; refuses `not_allowed`."""
    if person.id == assist.raised_by and not on_behalf:
        raise Refusal("not_allowed", "自己发出的支援由别人来接；对方用电话、对讲机答复的，用“代他人确认”")


def may_change(person: Person, assist: Assist) -> bool:
    """Whoever called, and everybody who answers calls: the 接警编号 often comes from another hand."""
    return person.id == assist.raised_by or may(person, "assist.answer")


def may_end(person: Person, assist: Assist, responses: Collection[Response]) -> bool:
    """Whoever called or came, police, the dispatcher, the captain."""
    return (
        person.id == assist.raised_by
        or not person.roles.isdisjoint(ENDERS)
        or is_police(person.roles, assist.township)
        or response_of(responses, person.id) is not None
    )


def may_speak(
    person: Person, assist: Assist, responses: Collection[Response], crew: Collection[UUID]
) -> bool:
    """From the scene or about it: whoever may end it, and the crew."""
    return may_end(person, assist, responses) or person.id in crew


def response_of(responses: Collection[Response], officer: UUID) -> Response | None:
    """The officer's own, if they ever acknowledged."""
    return next(
        (each for each in responses if each.officer == officer and each.acknowledged_at is not None), None
    )
