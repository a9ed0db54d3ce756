"""Which acts the pages of a patrol offer to a person: none that would be refused. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.field.patrols.rules.access import may_change, may_contribute, may_file
from backend.field.patrols.rules.patrol import Patrol, Stay, present
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may


@dataclass(frozen=True, slots=True)
class Offers:
    """`plan`: edit and start; `run`: pause, resume, end; `note`: write findings, record the track; `register`: conduct and
    recorders; `confirm`: code of the unit whose attendance this person may confirm; `dismiss`: usernames."""

    plan: bool
    run: bool
    cancel: bool
    note: bool
    join: bool
    register: bool
    summarise: bool
    file: bool
    amend: bool
    remark: bool
    confirm: str
    dismiss: frozenset[str]


def offers(person: Person, patrol: Patrol, crew: Sequence[Stay]) -> Offers:
    """By the person's role, their part in the patrol and how far it has come."""
    changes = may(person, "patrol.write") and may_change(person, patrol, crew)
    takes_part = may(person, "patrol.write") and may_contribute(person, patrol, crew)
    begun, over = patrol.started_at is not None, patrol.ended_at is not None
    return Offers(
        plan=changes and patrol.open and not begun,
        run=changes and patrol.running,
        cancel=changes and patrol.open and not over and not patrol.finding_count,
        note=takes_part and patrol.open and begun and may(person, "finding.write"),
        join=changes and patrol.open and not over,
        register=takes_part and patrol.open,
        summarise=changes and patrol.open and over,
        file=patrol.open and over and may(person, "patrol.file") and may_file(person, patrol),
        amend=patrol.filed_at is not None
        and may(person, "patrol.amend")
        and may_contribute(person, patrol, crew),
        remark=patrol.filed_at is not None
        and may(person, "patrol.remark")
        and person.township_id == patrol.township,
        confirm=person.unit_code
        if patrol.open and begun and may(person, "patrol.attend") and _walks(person, crew)
        else "",
        dismiss=_dismissible(person, patrol, crew, changes=changes),
    )


def _walks(person: Person, crew: Sequence[Stay]) -> bool:
    return any(stay.unit_code == person.unit_code for stay in crew)


def _dismissible(person: Person, patrol: Patrol, crew: Sequence[Stay], *, changes: bool) -> frozenset[str]:
    """Who may be let go: by those who run it anybody, by others themselves; never the last one there."""
    there = {stay.username for stay in present(crew)}
    if not patrol.running or len(there) == 1 or not may(person, "patrol.write"):
        return frozenset()
    return frozenset(there if changes else there & {person.username})
