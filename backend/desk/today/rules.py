"""Which first page a person has, and what stands on it. Pure."""

from typing import Literal

from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

Page = Literal["leader", "officer", "quiet"]


def page_of(person: Person) -> Page:
    """Who reads the ledger for the township sees the morning page, who walks sees the patrols, others what is theirs."""
    if may(person, "patrol.remark") and person.township_id:
        return "leader"
    return "officer" if may(person, "patrol.read") else "quiet"
