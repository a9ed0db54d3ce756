"""Whom an event of a call rings for, found at that moment: the rule decides, duty says who is on, notices carry it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.assists.queries.contacts import Contact
from backend.field.assists.queries.visible import Called
from backend.field.assists.rules.access import is_police
from backend.field.assists.rules.addressees import URGENT, Concerned, Event, Reachable, addressees
from backend.field.assists.rules.ringing import title
from backend.foundation.database import rows
from backend.foundation.notify import Number, tell
from backend.foundation.people.identity import roles_of
from backend.office.duty.queries.presence import county_on_duty, on_duty

_PEOPLE = (
    "SELECT o.id, o.username, o.name, o.unit, o.roles FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE o.left_at IS NULL AND {whose} ORDER BY o.username"
)


@dataclass(frozen=True, slots=True)
class Sounded:
    """Who was told, for the journal: usernames, and those of the phone list a message is on its way to."""

    told: list[str]
    contacts: list[UUID]


async def sound(
    event: Event,
    called: Called,
    at: datetime,
    *,
    asked: UUID | None = None,
    words: str = "",
    contacts: Sequence[Contact] = (),
) -> Sounded:
    """Tell everybody the event is addressed to, in the open transaction.

    `asked`: whom somebody wants to hand over to; `words`: what was said; `contacts` get a short message along.
    """
    assist, people = called.assist, await _reachable(called, at)
    active = [each.officer for each in called.responses if each.officer and each.left_at is None]
    concerned = Concerned(assist.raised_by, called.crew, frozenset(active), asked)
    chosen = addressees(event, assist.status, people, concerned)
    told = [each for each in people if each.id in chosen]
    raiser = next((each.name for each in people if each.id == assist.raised_by), "")
    urgent = event in URGENT
    numbers = await tell(
        [each.id for each in told],
        topic="assist",
        about=("assist", assist.id),
        title=title(event, assist, raiser),
        words=words,
        urgent=urgent,
        exercise=assist.exercise,
        groups={each.unit for each in told if urgent and is_police(each.roles, assist.township)},
        numbers=[Number(one.id, assist.unit, one.name, one.phone) for one in contacts],
    )
    return Sounded([each.username for each in told], [number.id for number in numbers])


async def _reachable(called: Called, at: datetime) -> list[Reachable]:
    """Everybody of the place the call belongs to, and those who have to do with it wherever they serve."""
    assist = called.assist
    if assist.township is not None:
        on = {each.id for each in await on_duty(assist.township, at)}
        whose, where = "u.township = ?", assist.township
    else:
        on = {each.id for each in await county_on_duty(assist.county, at)}
        whose, where = "u.county = ? AND u.township IS NULL", assist.county
    near = [assist.raised_by, *called.crew, *(each.officer for each in called.responses if each.officer)]
    found = await rows(
        _PEOPLE.format(whose=f"(({whose}) OR o.id IN ({', '.join('?' * len(near))}))"), where, *near
    )
    return [
        Reachable(
            entry["id"],
            entry["username"],
            entry["name"],
            entry["unit"],
            roles_of(entry),
            entry["id"] in on,
        )
        for entry in found
    ]
