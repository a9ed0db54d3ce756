"""The link on a letter as its sender's page shows it."""

from typing import Any

from backend.casework.handoffs.invitations.queries import copies_of, looking
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import access
from backend.casework.handoffs.rules.states import ENDED
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may


async def senders_view(person: Person, case: Case) -> dict[str, Any]:
    """`link` and `copies` are the sender's alone; `may_renew`: this person takes it back and makes a fresh one."""
    if case.side != "sender":
        return {"link": None, "copies": [], "may_renew": False}
    sends = may(person, "handoff.send") and access.may_send(person)
    return {
        "link": await looking(case.handoff.id),
        "copies": await copies_of(case.handoff.id),
        "may_renew": sends and case.current is not None and case.handoff.state not in ENDED,
    }
