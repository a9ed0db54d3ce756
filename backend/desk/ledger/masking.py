"""What a copy that leaves the house says of a party. Pure.

Telephone numbers never leave, minors are never named, and an adult is named only to those whose work needs the name;
neither in the fields for it nor in what was written freely.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from backend.casework.parties import AGES, KINDS
from backend.foundation.private_numbers import numbers_hidden

# Who handles, judges or decides on what was found; the others know that there was somebody.
NEED_NAMES = frozenset(
    {
        "officer",
        "captain",
        "clerk",
        "legal",
        "leader",
        "mayor",
        "police",
        "police_chief",
        "traffic_police",
        "station",
    }
)
LEAST_NAME = 2  # one sign alone stands in too many words
MINORS = frozenset({"under14", "14to18"})


@dataclass(frozen=True, slots=True)
class Party:
    """当事人 as a finding keeps it, without the way to reach it."""

    name: str
    kind: str
    age: str

    @property
    def minor(self) -> bool:
        return self.age in MINORS


def needs_names(roles: frozenset[str]) -> bool:
    return not roles.isdisjoint(NEED_NAMES)


def party_words(party: Party, *, named: bool) -> str:
    """The party in words for a reader who is or is not given names; empty where there is none."""
    if not (party.name or party.kind or party.age):
        return ""
    if party.minor:
        return f"未成年人（{AGES[party.age]}）"
    if not party.name:
        return KINDS.get(party.kind, "")
    return party.name if named or party.kind == "firm" else masked_name(party.name)


def masked_name(name: str) -> str:
    """陈某某: the first character stays, so that two parties of one finding are told apart."""
    return f"{name[:1]}某某"


def hides(party: Party, *, named: bool) -> bool:
    """Whether the words say less than the record."""
    return bool(party.name) and party_words(party, named=named) != party.name


def free_words(text: str, parties: Iterable[Party], *, named: bool) -> str:
    """What was written freely, without numbers and without the names the fields of these parties do not say either."""
    for party in parties:
        if hides(party, named=named) and len(party.name) >= LEAST_NAME:
            text = text.replace(party.name, party_words(party, named=named))
    return numbers_hidden(text)
