"""What a person is offered on a call they see: the one big act first. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from backend.field.assists.rules.access import is_police, may_change, may_end, may_speak, response_of
from backend.field.assists.rules.assist import Assist, Response
from backend.field.assists.rules.words import steps_words
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

Main = Literal["acknowledgement", "departure", "arrival", "resolution"]


@dataclass(frozen=True, slots=True)
class Offers:
    """`main`: the noun of the one big button, `word`: what stands on it. `own`: the person's response, if they come."""

    main: Main | None
    word: str
    own: Response | None
    raiser: bool
    behalf: bool
    leave: bool
    end: bool
    speak: bool
    change: bool
    outcome: bool


def offers(person: Person, assist: Assist, responses: Collection[Response], crew: Collection[UUID]) -> Offers:
    own = response_of(responses, person.id)
    active = own if own is not None and own.active else None
    raiser = person.id == assist.raised_by
    ends = may_end(person, assist, responses)
    main = _main(person, assist, active)
    if main == "resolution" and not may(person, "assist.close"):
        main = None
    return Offers(
        main=main,
        word=_word(person, assist, main),
        own=active,
        raiser=raiser,
        behalf=assist.open and may(person, "assist.answer"),
        leave=assist.open and active is not None,
        end=assist.open and ends,
        speak=assist.open and may_speak(person, assist, responses, crew),
        change=may_change(person, assist),
        outcome=not assist.open and ends,
    )


def _main(person: Person, assist: Assist, own: Response | None) -> Main | None:
    """The next step of who comes. Whoever called has none: they may be held, and end it among the seldom acts."""
    if not assist.open or person.id == assist.raised_by:
        return None
    if not may(person, "assist.answer"):
        return None
    if own is None:
        return "acknowledgement"
    if own.departed_at is None:
        return "departure"
    return "arrival" if own.arrived_at is None else "resolution"


def _word(person: Person, assist: Assist, main: Main | None) -> str:
    if main is None:
        return ""
    police = is_police(person.roles, assist.township)
    return "处置完毕" if main == "resolution" else steps_words(police=police)[main]
