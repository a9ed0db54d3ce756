"""Events out of the journal, each with whom it concerns: one question for each record, however many listen."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.database.access import Row
from backend.foundation.live.news import Line, News, news_of, unheard
from backend.foundation.live.places import Place
from backend.foundation.records import NamedRecord, around, circle_of
from backend.foundation.records.audience import Audience

AT_ONCE: Final = 200
_AFTER = "SELECT seq, kind, record_kind, record_id FROM events WHERE chain = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """Whom news of a record concern: those who see it, and those who see only what shows it (`elsewhere`)."""

    audience: Audience
    on: list[NamedRecord]
    elsewhere: dict[NamedRecord, Audience]


async def positions() -> Mapping[UUID, int]:
    """Where every chain stands."""
    return {found["id"]: found["seq"] for found in await rows("SELECT id, seq FROM chains")}


async def news_after(place: Place, after: int, until: int, *, most: int = AT_ONCE) -> list[News]:
    """The next events of a chain, in their order; fewer than `most` only where there are no more."""
    found = await rows(_AFTER, place.chain, after, until, most)
    heard: dict[NamedRecord, Heard | None] = {}
    for each in found:
        named = (each["record_kind"], each["record_id"])
        if named not in heard:
            heard[named] = await _heard(*named)
    return [_news(each, place, heard[each["record_kind"], each["record_id"]]) for each in found]


async def _heard(kind: str, record_id: UUID) -> Heard | None:
    try:
        audience = await _audience(kind, record_id)
        if audience is None:
            return None
        circle = circle_of(kind)
        shown = await circle.shown_on(record_id) if circle and circle.shown_on else []
        others = {named: there for named in shown if (there := await _audience(*named))}
        return Heard(audience, [*await around(kind, record_id), *shown], others)
    except Exception:
        await row("SELECT 1 AS alive")  # where the database is away, all of it waits until it is back
        # One record that nobody can place must not keep everything after it from everybody.
        log.exception("nobody is told of %s %s", kind, record_id)
        return None


async def _audience(kind: str, record_id: UUID) -> Audience | None:
    circle = circle_of(kind)
    return await circle.audience(record_id) if circle else None


def _news(event: Row, place: Place, heard: Heard | None) -> News:
    if heard is None:
        return unheard(event["seq"])
    elsewhere = tuple(_told(event, place, *each) for each in heard.elsewhere.items())
    named = (event["record_kind"], event["record_id"])
    return replace(_told(event, place, named, heard.audience, heard.on), elsewhere=elsewhere)


def _told(
    event: Row, place: Place, named: NamedRecord, audience: Audience, on: Sequence[NamedRecord] = ()
) -> News:
    """Under the name of that record."""
    circle, shown_on = circle_of(named[0]), [f"{kind}:{record_id}" for kind, record_id in on]
    line = Line(*named, event["kind"], audience.version, place.code, event["seq"], shown_on)
    return news_of(line, audience.tokens, circle.reading if circle else "")
