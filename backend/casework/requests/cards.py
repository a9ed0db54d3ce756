"""One request as a row of a list shows it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.requests.queries.visible import Asked, Named
from backend.casework.requests.rules.access import answers_for
from backend.casework.requests.rules.request import Party
from backend.casework.requests.rules.states import ANSWER_WORDS, WAITING, WORDS
from backend.foundation.clocks.named import standing
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.chips import Chip, chip
from backend.foundation.web.words import zh_datetime

TAGS = {
    "accepted": "brand",
    "came": "done",
    "result": "done",
    "refused": "soon",
    "absent": "soon",
    "done": "done",
}


@dataclass(frozen=True, slots=True)
class Card:
    """`who` is the other side; `chip` only while an answer is waited for; `waits`: the next step is the reader's."""

    id: UUID
    url: str
    title: str
    who: str
    word: str
    tag: str
    urgent: bool
    chip: Chip | None
    waits: bool
    asked: bool
    ended: bool


def card(named: Named, person: Person, at: datetime) -> Card:
    request = named.request
    open_parts = _waiting(named)
    word, tag = stands(named)
    return Card(
        request.id,
        f"/requests/{request.id}",
        request.heading,
        _who(named, at),
        word,
        tag,
        request.urgent,
        chip_of(min((each.party for each in open_parts), key=lambda party: party.due_at), at)
        if open_parts
        else None,
        waits(named, person),
        named.side == "asking",
        not request.open,
    )


def _waiting(named: Named) -> list[Asked]:
    """Who has not answered yet."""
    return [each for each in named.asked if each.party.state in WAITING] if named.request.open else []


def waits(named: Named, person: Person) -> bool:
    """An answer to give; or of what this person asked the paper is owed, or everybody has answered and the end is theirs."""
    request = named.request
    if not request.open:
        return False
    if named.side == "asked":
        return may(person, "request.answer") and any(
            each.party.state in WAITING and answers_for(person, request, each.party.unit)
            for each in named.asked
        )
    settled = all(each.party.state not in WAITING for each in named.asked)
    return request.created_by == person.id and (request.paper_owed or settled)


def chip_of(party: Party, at: datetime) -> Chip:
    """What is left of a body's answer."""
    found = standing(party.asked_at, party.due_at, at)
    return chip(found.left, found.due, found.look, at)


def grouped(cards: Iterable[Card]) -> list[tuple[str, list[Card]]]:
    """等我办 first, then what one's own side asked, then what it is asked; what has ended stands apart."""
    rows = [card for card in cards if not card.ended]
    groups = [
        ("等我办", [row for row in rows if row.waits]),
        ("本单位提出的", [row for row in rows if row.asked and not row.waits]),
        ("找本单位的", [row for row in rows if not row.asked and not row.waits]),
    ]
    return [(name, found) for name, found in groups if found]


def stands(named: Named) -> tuple[str, str]:
    """In words and with its tag: one body's own answer, of several how many have answered."""
    request = named.request
    if not request.open:
        return WORDS[request.state], TAGS.get(request.state, "")
    if request.paper_owed:
        return "待补书面通知", "soon"
    if len(named.asked) == 1:
        state = named.asked[0].party.state
        return ANSWER_WORDS[state], TAGS.get(state, "")
    waiting = len(_waiting(named))
    return f"{len(named.asked) - waiting}/{len(named.asked)}家已答复", "" if waiting else "brand"


def _who(named: Named, at: datetime) -> str:
    other = "、".join(named.everybody) if named.side == "asking" else f"{named.from_name}请求"
    starts = named.request.starts_at
    return " · ".join(part for part in (other, f"{zh_datetime(starts, at)}开始" if starts else "") if part)
