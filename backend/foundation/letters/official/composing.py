"""Composing a paper: the facts, the words of the place's mechanism and the township's own text make what is frozen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.letters.papers.paper import Check, Paper
from backend.foundation.letters.wording import Correspondents, Office, Texts, in_words
from backend.foundation.letters.wording.contents import Content, is_exercise
from backend.foundation.mechanism import Profile, load_profile
from backend.foundation.refusals import Refusal

_OFFICE = (
    "SELECT u.id, u.name, u.kind, u.phone, u.township, u.county, t.name AS township_name, t.profile, c.demo "
    "FROM units u JOIN counties c ON c.id = u.county LEFT JOIN townships t ON t.id = u.township WHERE u.id = ?"
)
_TEXTS = "SELECT x.kind, x.part, x.words FROM letter_texts x JOIN units u ON u.township = x.township WHERE u.id = ?"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who writes to whom, as their rows say it; `chain` is the journal the paper is noted in."""

    issuer: Office
    addressee: Office
    profile: Profile | None
    texts: Texts
    chain: UUID
    demo: bool

    @property
    def marks(self) -> str:
        return "演示" if self.demo else ""


async def parties(body: UUID, addressee: UUID) -> Parties:
    """Refuses `not_found` for a unit that does not exist. The rules are those of the township on either side."""
    issuing, receiving, own_texts = await batch(
        [(_OFFICE, (body,)), (_OFFICE, (addressee,)), (_TEXTS, (body,))]
    )
    if not issuing or not receiving:
        raise Refusal("not_found")
    issuer, other = issuing[0], receiving[0]
    code = issuer["profile"] or other["profile"]
    return Parties(
        _office(issuer),
        _office(other),
        load_profile(code) if code else None,
        {(entry["kind"], entry["part"]): entry["words"] for entry in own_texts},
        issuer["township"] or issuer["id"],
        bool(issuer["demo"]),
    )


def composed(
    content: Content, given: Parties, *, number: str, at: datetime, check: Check | None, marks: str
) -> Paper:
    """What the paper says; a drill is marked across each page. Pure."""
    correspondents = Correspondents(given.issuer, given.addressee, given.profile, given.texts, number)
    marks = " ".join(filter(None, (marks, "演练" if is_exercise(content) else "")))
    return in_words(content, correspondents, number=number, at=at, check=check, marks=marks)


def _office(found: dict[str, Any]) -> Office:
    return Office(found["name"], found["kind"], found["phone"], found["township_name"] or "")
