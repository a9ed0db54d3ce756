"""The figure on 支援: how many calls are open; with it, how long this township lets its button be held."""

from datetime import datetime
from typing import Final

from backend.field.assists.queries.visible import scope
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.identity import Person
from backend.foundation.preferences import DEFINITIONS, in_force
from backend.foundation.web.frame import Badge, Counter

HOLD: Final = "assist.hold_seconds"
_OPEN: Final = (
    "SELECT (SELECT COUNT(*) FROM assists a WHERE a.ended_at IS NULL AND a.status <> 'test' AND {seen}) AS open, "
    "(SELECT p.value FROM preferences p WHERE p.township = ? AND p.name = ?) AS value"
)


def _asked(person: Person, _at: datetime) -> Statement:
    seen, args = scope(person)
    return _OPEN.format(seen=seen), [*args, person.township_id, HOLD]


async def _read(_person: Person, found: list[Row], _at: datetime) -> Badge | None:
    counted = found[0]
    changed = [] if counted["value"] is None else [{"name": HOLD, "value": counted["value"]}]
    hold_s = in_force(changed)[HOLD]
    if counted["open"] or hold_s != DEFINITIONS[HOLD].default:
        return Badge(counted["open"], urgent=True, hold_s=hold_s)
    return None


OPEN_CALLS = Counter("assist.raise", _asked, _read)
