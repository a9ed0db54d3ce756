"""紧急支援: the call is made, and whoever is on duty has it the moment it is committed."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec

from backend.field.assists.alarm import sound
from backend.field.assists.bodies import AssistBody
from backend.field.assists.commands.acting import moment_of
from backend.field.assists.commands.forestalling import was_forestalled
from backend.field.assists.commands.positions import keep_fixes, position_columns
from backend.field.assists.commands.writing import COLUMNS, due_of, next_columns
from backend.field.assists.queries.surroundings import Surroundings, surroundings
from backend.field.assists.queries.visible import locked
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.positions import Fix, better
from backend.foundation.database import rows, transaction
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Device, Received, Sender, receive_put
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

_INSERT = f"INSERT INTO assists ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_NOTHING_YET: Final[dict[str, Any]] = dict.fromkeys(
    ("end_reason", "evidence", "outcome", "next_step"), ""
) | dict.fromkeys(
    (
        "responded_at",
        "acknowledged_at",
        "departed_at",
        "arrived_at",
        "ended_at",
        "ended_by",
        "dispersed",
        "injured",
        "outcome_by",
        "outcome_at",
        "next_at",
    )
)
Origin = tuple[str, UUID]


async def call(sender: Sender, assist_id: UUID, body: AssistBody) -> Received:
    """PUT: 201 the first time; a phone sends it again until somebody has answered. Refuses only as any PUT, and `gone` where
    it was taken back before it came."""

    sender = sender.doubting(body.when)

    async def create() -> Entry:
        if await was_forestalled(sender.person, assist_id):
            raise Refusal("gone")
        return await _create(sender, assist_id, body, None, sender.at)

    return await receive_put(sender.person, "assist", assist_id, body, create=create)


async def call_for(
    person: Person, assist_id: UUID, body: AssistBody, origin: Origin, *, due_at: datetime, at: datetime
) -> None:
    """The server calls in somebody's name (two check-ins missed); `origin`: the record that says why. It is dated `due_at`
    and rings for who is on duty `at` the moment it is made: after a standstill that is another shift."""
    async with transaction():
        await _create(Sender(person, Device(), due_at), assist_id, body, origin, at)


async def _create(
    sender: Sender, assist_id: UUID, body: AssistBody, origin: Origin | None, rings_at: datetime
) -> Entry:
    around = await surroundings(sender, body)
    assist = _assist(sender, assist_id, body, around, origin)
    await rows(_INSERT, *(getattr(assist, name) for name in COLUMNS))
    await rows(
        "UPDATE assists SET next_at = ?, next_step = ? WHERE id = ?",
        *next_columns(await due_of(assist)).values(),
        assist_id,
    )
    if body.position is not None:
        await keep_fixes(sender, assist_id, [around.said])
    called = await locked(assist_id)
    assert called is not None
    payload: dict[str, Any] = {
        **msgspec.to_builtins(body),
        "status": assist.status,
        "position_marks": assist.marks,
        "patrol": assist.patrol,
        "told": (await sound("raised", called, rings_at)).told,
        "clock_offset_s": None if sender.device.is_clock_trusted() else sender.device.offset_s,
    }
    return record(
        "assist.raised",
        chain=assist.chain,
        record=("assist", assist_id),
        by=sender.person.id if origin is None else None,
        payload=payload | ({"origin": list(origin)} if origin else {}),
        made_at=body.when,
    )


def _assist(
    sender: Sender, assist_id: UUID, body: AssistBody, around: Surroundings, origin: Origin | None
) -> Assist:
    person = sender.person
    return Assist(
        id=assist_id,
        county=person.county_id,
        township=around.township,
        chain=around.township or person.unit_id,
        unit=person.unit_id,
        raised_by=person.id,
        status=body.kind,
        severity=body.severity,
        reason=body.reason or "",
        note=body.note or "",
        phone=body.phone or around.phone,
        hazards=msgspec.json.encode(body.hazards or []).decode(),
        patrol=around.patrol,
        finding=body.finding,
        origin_kind=origin[0] if origin else "",
        origin_id=origin[1] if origin else None,
        **position_columns(_best(around, sender.at)),
        raised_at=moment_of(sender, body.when),
        **sender.stamps(body.made_at),
        alarm_number=body.alarm_number or "",
        state="raised",
        **_NOTHING_YET,
        round=1,
        round_since=sender.at,
        overwritten=False,
        version=1,
        field_versions="{}",
    )


def _best(around: Surroundings, at: datetime) -> Fix:
    """What was said; the track's last point where that leads nowhere, or is doubtful while the caller's own track is good."""
    if around.track is None or (around.said.usable and not around.own_track):
        return around.said
    return around.said if better(around.said, around.track, at) else around.track
