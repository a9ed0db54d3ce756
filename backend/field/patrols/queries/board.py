"""The patrols on an officer's own list: what is open, then what was filed last."""

from dataclasses import dataclass
from datetime import datetime

from backend.field.patrols.cards import Card, card
from backend.field.patrols.queries.visible import COLUMNS, FROM, scope
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import Dialogue, converse, listed
from backend.foundation.people.identity import Person
from backend.foundation.preferences import ASKED, in_force

OPEN_MOST, FILED_MOST = 60, 20
_OPEN = "p.cancelled_at IS NULL AND p.filed_at IS NULL"
# Each kind is asked for by itself: a year of plans must not push today's patrol off the list.
_LISTS = {
    f"{_OPEN} AND p.started_at IS NOT NULL AND p.ended_at IS NULL ORDER BY p.sort_at DESC": OPEN_MOST,
    f"{_OPEN} AND p.started_at IS NULL ORDER BY p.sort_at": OPEN_MOST,
    f"{_OPEN} AND p.ended_at IS NOT NULL ORDER BY p.sort_at DESC": OPEN_MOST,
    "p.review = 'returned' ORDER BY p.sort_at DESC": OPEN_MOST,
    "p.filed_at IS NOT NULL AND p.review <> 'returned' ORDER BY p.filed_at DESC": FILED_MOST,
}
_WALKING = (
    "SELECT c.patrol FROM crew c JOIN patrols p ON p.id = c.patrol WHERE c.officer = ? AND c.left_at IS NULL "
    f"AND p.started_at IS NOT NULL AND p.ended_at IS NULL AND {_OPEN}"
)


@dataclass(frozen=True, slots=True)
class Board:
    """Cards by what they wait for; `own` are the running patrols this person walks on."""

    own: list[Card]
    running: list[Card]
    planned: list[Card]
    unfiled: list[Card]
    returned: list[Card]
    filed: list[Card]


async def board(person: Person, now: datetime) -> Board:
    """What `person` may see, newest first; plans in the order they come."""
    return await converse(on_board(person, now), reading=True)


def on_board(person: Person, now: datetime) -> Dialogue[Board]:
    """The same, in a trip with other questions."""
    seen, args = scope(person)
    walking, changed, *found = yield from listed(
        [
            (_WALKING, [person.id]),
            (ASKED, [person.township_id]),
            *(
                (f"SELECT {COLUMNS} {FROM} WHERE {seen} AND {which} LIMIT ?", [*args, most])
                for which, most in _LISTS.items()
            ),
        ]
    )
    settings, own = in_force(changed), {entry["patrol"] for entry in walking}
    running, planned, unfiled, returned, filed = (
        [card(Patrol(**each), settings, now) for each in part] for part in found
    )
    return Board(
        own=[each for each in running if each.id in own],
        running=[each for each in running if each.id not in own],
        planned=planned,
        unfiled=unfiled,
        returned=returned,
        filed=filed,
    )
