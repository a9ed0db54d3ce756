"""Where the caller is while help is on its way, and how near help has come. It stops with the call."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.field.assists.bodies import FixBody, PositionsBody
from backend.field.assists.commands.acting import Noun, act_on
from backend.field.assists.commands.writing import noted, write
from backend.field.assists.queries.surroundings import judge, measure_of
from backend.field.assists.queries.visible import Called
from backend.field.assists.rules.access import response_of
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.positions import NOWHERE, Fix, better
from backend.foundation.database import rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal
from backend.office.places.queries import boundaries

_LAST = (
    "SELECT lat, lon, accuracy_m, source, at, marks FROM assist_positions WHERE assist = ? AND officer = ? "
    "AND lat IS NOT NULL ORDER BY at DESC, received_at DESC LIMIT ?"
)
_COLUMNS = "(id, assist, officer, at, received_at, lat, lon, accuracy_m, source, marks)"
_MARKS = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
LOOKED_AT = 50  # fixes in which one that can be believed is sought


async def move(sender: Sender, assist_id: UUID, body: PositionsBody) -> Received:
    """Positions of whoever called, and of a responder from 出警 to 到场. Refuses `assist_ended`, `not_allowed` to others
    and `idempotency_key_missing`; a strange position is kept with its marks."""
    points = [*(body.points or []), *([body.position] if body.position else [])]
    if not points:
        raise Refusal("invalid", fields={"position": "给出 position 或 points"})

    async def work(called: Called) -> Entry:
        fixes = await _judged(sender, called.assist, points)
        await keep_fixes(sender, assist_id, fixes)
        assist = called.assist
        own = assist.raised_by == sender.person.id
        written = await write(assist, _improved(assist, fixes, sender) if own else {})
        last = fixes[-1]
        payload = {"points": len(fixes), "lat": last.lat, "lon": last.lon, "marks": list(last.marks)}
        return noted(sender, written, "assist.moved", {**payload, "raiser": own}, body.when)

    return await act_on(sender, assist_id, Noun("positions", _is_watched, key_required=True), body, work)


async def keep_fixes(sender: Sender, assist_id: UUID, fixes: Sequence[Fix]) -> None:
    """All of them in one statement: the call is held meanwhile, and a phone may send two hundred."""
    marks = ", ".join([_MARKS] * len(fixes))
    values = [value for fix in fixes for value in _values(sender, assist_id, fix)]
    await rows(f"INSERT INTO assist_positions {_COLUMNS} VALUES {marks}", *values)


def position_columns(fix: Fix) -> dict[str, Any]:
    """A fix as the call's row keeps it."""
    return {
        "lat": fix.lat,
        "lon": fix.lon,
        "accuracy_m": fix.accuracy_m,
        "position_source": fix.source,
        "position_at": fix.at,
        "position_marks": _text(fix.marks),
    }


def position_of(assist: Assist) -> Fix:
    """The best position known."""
    return Fix(
        assist.lat,
        assist.lon,
        assist.accuracy_m,
        assist.position_source,
        assist.position_at,
        tuple(assist.marks),
    )


async def _judged(sender: Sender, assist: Assist, points: list[FixBody]) -> list[Fix]:
    """Each against the one before it."""
    outlines = await boundaries(assist.county)
    corners = outlines.get(assist.township) if assist.township else None
    measure = measure_of(await preferences(assist.township), corners, outlines)
    before, fixes = await _last(assist.id, sender.person.id), []
    for point in points:
        fix = judge(sender, point, before, measure)
        fixes.append(fix)
        before = fix if fix.usable and not fix.doubtful else before
    return fixes


async def _last(assist_id: UUID, officer: UUID) -> Fix | None:
    """The last one that can be believed: what a broken fix is judged by must not be another one."""
    for found in await rows(_LAST, assist_id, officer, LOOKED_AT):
        marks = msgspec.json.decode(found["marks"], type=tuple[str, ...])
        fix = Fix(**{**found, "marks": marks})
        if fix.usable and not fix.doubtful:
            return fix
    return None


def _improved(assist: Assist, fixes: list[Fix], sender: Sender) -> dict[str, Any]:
    known = position_of(assist)
    best = known
    for fix in fixes:
        best = fix if better(fix, best, sender.at) else best
    return {} if best is known or best == NOWHERE else position_columns(best)


def _is_watched(person: Person, called: Called) -> bool:
    """Also after it ended, to be told so."""
    if person.id == called.assist.raised_by:
        return True
    own = response_of(called.responses, person.id)
    return own is not None and (own.under_way or not called.assist.open)


def _values(sender: Sender, assist_id: UUID, fix: Fix) -> list[Any]:
    moments = (fix.at or sender.at, sender.at)
    where = (fix.lat, fix.lon, fix.accuracy_m, fix.source, _text(fix.marks))
    return [uuid4(), assist_id, sender.person.id, *moments, *where]


def _text(marks: tuple[str, ...]) -> str:
    return msgspec.json.encode(marks).decode()
