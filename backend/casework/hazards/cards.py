"""One notification as a row of a list shows it. Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.hazards.queries.visible import Named
from backend.casework.hazards.rules.access import Side
from backend.casework.hazards.rules.states import WAITING, WORDS
from backend.casework.hazards.rules.waiting import Waiting
from backend.foundation.web.chips import Chip, chip
from backend.foundation.web.words import zh_datetime

_TAGS = {"departed": "brand", "arrived": "brand", "measures": "brand", "result": "done", "closed": "done"}


@dataclass(frozen=True, slots=True)
class Card:
    """`who` is the other side; `chip` only while an answer is waited for."""

    id: UUID
    url: str
    title: str
    meta: str
    who: str
    word: str
    tag: str
    chip: Chip | None
    waits: bool
    ended: bool


def card(named: Named, waiting: Waiting, side: Side, at: datetime) -> Card:
    hazard = named.hazard
    waits = hazard.state in WAITING
    return Card(
        hazard.id,
        f"/hazards/{hazard.id}",
        f"{hazard.category}隐患：{hazard.facts}",
        " · ".join(filter(None, (zh_datetime(hazard.told_at, at), hazard.address))),
        named.from_name if side == "addressee" else named.to_name,
        WORDS[hazard.state],
        _TAGS.get(hazard.state, "soon" if hazard.state == "refused" else ""),
        answer_chip(waiting, at) if waits else None,
        waits,
        not hazard.open,
    )


def answer_chip(waiting: Waiting, at: datetime) -> Chip:
    """The clock of an answer."""
    return chip(waiting.left(at), waiting.due, waiting.level, at)


def seen_as(cards: Iterable[Card]) -> str:
    """What tells one state of a list from another."""
    told = "".join(f"{card.id}{card.word}{card.chip.left if card.chip else ''}" for card in cards)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def grouped(cards: Iterable[Card]) -> list[tuple[str, list[Card]]]:
    """等答复 above 处理中; what has ended stands apart."""
    rows = [card for card in cards if not card.ended]
    groups = [
        ("等答复", [row for row in rows if row.waits]),
        ("处理中", [row for row in rows if not row.waits]),
    ]
    return [(name, found) for name, found in groups if found]
