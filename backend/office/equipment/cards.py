"""A thing as a row of a list shows it, and what whoever looks may do next. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.web.words import zh_datetime
from backend.office.equipment.queries.things import Named
from backend.office.equipment.rules.access import keeps, may_hand_out, may_take_back
from backend.office.equipment.rules.words import KINDS, STATES

_LOOKS: Final = {"in": "done", "out": "brand", "late": "over", "damaged": "soon", "retired": ""}


@dataclass(frozen=True, slots=True)
class Card:
    """`mark`: word and look of its tag."""

    id: UUID
    url: str
    title: str
    meta: str
    mark: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be done with it by whoever looks."""

    take: bool
    hand_out_to_others: bool
    take_back: bool
    mend: bool
    retire: bool


def card(named: Named, at: datetime) -> Card:
    thing, loan, state = named.thing, named.loan, named.state(at)
    facts = [thing.name, named.unit_name]
    if loan is not None:
        facts.append(f"{named.holder}，{zh_datetime(loan.out_at, at)}领")
        if loan.due_at:
            facts.append(f"{zh_datetime(loan.due_at, at)}该还")
    elif thing.damaged_at:
        facts.append(thing.damage)
    meta = " · ".join(filter(None, facts))
    title = f"{KINDS[thing.kind]} {thing.number}"
    return Card(thing.id, f"/equipment/{thing.id}", title, meta, (STATES[state], _LOOKS[state]))


def offers(person: Person, named: Named) -> Offers:
    thing, loan = named.thing, named.loan
    kept, fit = keeps(person, thing.unit), not (thing.retired_at or thing.damaged_at or loan)
    return Offers(
        take=fit and may_hand_out(person, thing.unit, person.id),
        hand_out_to_others=fit and kept,
        take_back=loan is not None and may_take_back(person, thing.unit, loan.officer),
        mend=kept and thing.damaged_at is not None,
        retire=kept and loan is None and thing.retired_at is None,
    )
