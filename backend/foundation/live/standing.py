"""Whether those who listen still may: the net under `end`, one question for all of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from backend.foundation.database import rows
from backend.foundation.live.listener import Listener
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, person_from
from backend.foundation.records.audience import tokens_of

AT_ONCE: Final = 500
_STANDING = (
    f"SELECT s.id AS credential, {PERSON_COLUMNS} FROM sessions s JOIN officers o ON o.id = s.officer {PERSON_JOINS} "
    "WHERE s.id IN ({marks}) AND s.ended_at IS NULL AND s.expires_at > ? AND o.left_at IS NULL UNION ALL "
    f"SELECT k.id AS credential, {PERSON_COLUMNS} FROM tokens k JOIN officers o ON o.id = k.officer {PERSON_JOINS} "
    "WHERE k.id IN ({marks}) AND k.ended_at IS NULL AND o.left_at IS NULL"
)


async def no_longer_entitled(listeners: Sequence[Listener], at: datetime) -> list[Listener]:
    """Those whose session or token has ended, who have left, or who have another role or unit than when they came."""
    found: list[Listener] = []
    for some in _pieces(listeners):
        credentials = list({each.credential for each in some})
        marks = ", ".join("?" * len(credentials))
        standing = {
            entry["credential"]: tokens_of(person_from(entry))
            for entry in await rows(_STANDING.format(marks=marks), *credentials, at, *credentials)
        }
        found += [each for each in some if standing.get(each.credential) != each.tokens]
    return found


def _pieces(listeners: Sequence[Listener]) -> Iterator[Sequence[Listener]]:
    for first in range(0, len(listeners), AT_ONCE):
        yield listeners[first : first + AT_ONCE]
