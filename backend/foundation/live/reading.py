"""Events out of the journal, each with whom it concerns: one question for each record, however many listen."""

import logging
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.database.access import Row
from backend.foundation.live.news import Line, News, news_of, unheard
from backend.foundation.live.places import Place
from backend.foundation.records import circle_of
from backend.foundation.records.audience import Audience

AT_ONCE: Final = 200
_AFTER = "SELECT seq, kind, record_kind, record_id FROM events WHERE chain = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
log = logging.getLogger(__name__)

Named = tuple[str, UUID]


async def positions() -> Mapping[UUID, int]:
    """Where every chain stands."""
    return {found["id"]: found["seq"] for found in await rows("SELECT id, seq FROM chains")}


async def news_after(place: Place, after: int, until: int, *, most: int = AT_ONCE) -> list[News]:
    """The next events of a chain, in their order; fewer than `most` only where there are no more."""
    found = await rows(_AFTER, place.chain, after, until, most)
    audiences: dict[Named, Audience | None] = {}
    for each in found:
        named = (each["record_kind"], each["record_id"])
        if named not in audiences:
            audiences[named] = await _audience(*named)
    return [_news(each, place, audiences[each["record_kind"], each["record_id"]]) for each in found]


async def _audience(kind: str, record_id: UUID) -> Audience | None:
    circle = circle_of(kind)
    if circle is None:
        return None
    try:
        return await circle.audience(record_id)
    except Exception:
        await row("SELECT 1 AS alive")  # where the database is away, all of it waits until it is back
        # One record that nobody can place must not keep everything after it from everybody.
        log.exception("nobody is told of %s %s", kind, record_id)
        return None


def _news(event: Row, place: Place, audience: Audience | None) -> News:
    circle = circle_of(event["record_kind"])
    if audience is None or circle is None:
        return unheard(event["seq"])
    line = Line(
        event["record_kind"], event["record_id"], event["kind"], audience.version, place.code, event["seq"]
    )
    return news_of(line, audience.tokens, circle.reading)
