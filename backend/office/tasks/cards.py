"""One task as a row of a list shows it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.foundation.clocks.named import standing
from backend.foundation.people.identity import Person
from backend.foundation.web.chips import Chip, chip
from backend.office.tasks.queries.visible import Named
from backend.office.tasks.rules.access import is_doer, is_giver
from backend.office.tasks.rules.states import TO_DO, TO_JUDGE, WORDS
from backend.office.tasks.rules.task import Task

TAGS: Final = {"accepted": "brand", "reported": "brand", "returned": "soon", "done": "done"}


@dataclass(frozen=True, slots=True)
class Card:
    """`chip` only while it is to be done; `waits`: the next step is the reader's."""

    id: UUID
    url: str
    title: str
    who: str
    word: str
    tag: str
    urgent: bool
    exercise: bool
    chip: Chip | None
    waits: bool
    gave: bool
    ended: bool


def card(named: Named, person: Person, at: datetime) -> Card:
    task = named.task
    return Card(
        task.id,
        f"/tasks/{task.id}",
        task.title,
        f"{named.from_name} {named.giver_name} 派给 {named.to_words}",
        WORDS[task.state],
        TAGS.get(task.state, ""),
        task.urgent,
        task.exercise,
        report_chip(task, at),
        waits(person, task),
        task.created_by == person.id,
        not task.open,
    )


def waits(person: Person, task: Task) -> bool:
    """To do for whoever it was given to; to judge for whoever gave it."""
    if task.state in TO_DO:
        return is_doer(person, task)
    return task.state in TO_JUDGE and task.created_by == person.id and is_giver(person, task)


def report_chip(task: Task, at: datetime) -> Chip | None:
    """Nothing once it is not to be done any more."""
    if task.state not in TO_DO:
        return None
    found = standing(task.limited_at, task.due_at, at)
    return chip(found.left, found.due, found.look, at)


def grouped(cards: Iterable[Card]) -> list[tuple[str, list[Card]]]:
    """等我办 first, then what one gave, then what others are at; what has ended stands apart."""
    rows = [card for card in cards if not card.ended]
    groups = [
        ("等我办", [row for row in rows if row.waits]),
        ("我派出的", [row for row in rows if row.gave and not row.waits]),
        ("其他在办的", [row for row in rows if not row.gave and not row.waits]),
    ]
    return [(name, found) for name, found in groups if found]
