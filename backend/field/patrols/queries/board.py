"""The patrols on an officer's own list: what is open, then what was filed last."""

from dataclasses import dataclass
from datetime import datetime

from backend.field.patrols.cards import Card, card
from backend.field.patrols.queries.visible import COLUMNS, FROM, scope
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import batch
from backend.foundation.people.identity import Person
from backend.foundation.preferences import ASKED, in_force

OPEN_MOST, FILED_MOST = 60, 20


@dataclass(frozen=True)
class Board:
    """Cards by what they wait for."""

    running: list[Card]
    planned: list[Card]
    unfiled: list[Card]
    returned: list[Card]
    filed: list[Card]

    def of(self, *states: str) -> list[Card]:
        return [each for each in (*self.running, *self.planned, *self.unfiled) if each.state in states]


async def board(person: Person, now: datetime) -> Board:
    """What `person` may see, newest first; plans in the order they come."""
    seen, args = scope(person)
    open_rows, filed_rows, changed = await batch(
        [
            (
                f"SELECT {COLUMNS} {FROM} WHERE {seen} AND p.filed_at IS NULL AND p.cancelled_at IS NULL "
                "ORDER BY p.sort_at DESC LIMIT ?",
                [*args, OPEN_MOST],
            ),
            (
                f"SELECT {COLUMNS} {FROM} WHERE {seen} AND p.filed_at IS NOT NULL ORDER BY p.sort_at DESC LIMIT ?",
                [*args, FILED_MOST],
            ),
            (ASKED, [person.township_id]),
        ]
    )
    settings = in_force(changed)
    waiting = [card(Patrol(**found), settings, now) for found in open_rows]
    filed = [card(Patrol(**found), settings, now) for found in filed_rows]
    return Board(
        running=[each for each in waiting if each.state in ("active", "paused")],
        planned=[each for each in reversed(waiting) if each.state in ("planned", "ready", "overdue")],
        unfiled=[each for each in waiting if each.state == "done"],
        returned=[each for each in filed if each.review == REVIEW_RETURNED],
        filed=[each for each in filed if each.review != REVIEW_RETURNED],
    )


REVIEW_RETURNED = "退回补正"
