"""Which acts a page offers somebody on an incident as it stands. Pure."""

from dataclasses import dataclass

from backend.field.incidents.rules import states
from backend.field.incidents.rules.access import Side
from backend.field.incidents.rules.incident import Incident, Report
from backend.field.incidents.rules.words import KINDS
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may


@dataclass(frozen=True, slots=True)
class Offers:
    """`reports`: kinds of report that can be written now; `signs`: the one that waits is this person's to sign."""

    reports: tuple[str, ...]
    signs: bool
    explanations: bool
    tellings: bool
    ending: bool
    withdrawal: bool
    receipt: bool


def offers(person: Person, side: Side, incident: Incident, waiting: Report | None, *, read: bool) -> Offers:
    """`waiting`: the report a leader is to sign; `read`: this person's body has signed for it."""
    own, open_ = side == "own", incident.open
    writes = own and may(person, "incident.write")
    closes = own and open_ and may(person, "incident.close")
    kinds = tuple(kind for kind in KINDS if kind != "first" and states.possible(incident.state, kind))
    return Offers(
        reports=kinds if writes and waiting is None else (),
        signs=own
        and open_
        and waiting is not None
        and may(person, "incident.approve")
        and waiting.written_by != person.id,
        explanations=writes and open_,
        tellings=writes,
        ending=closes and incident.over_at is None,
        withdrawal=closes,
        receipt=not own and not read and may(person, "incident.receive"),
    )
