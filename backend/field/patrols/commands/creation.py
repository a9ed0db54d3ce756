"""Planning a patrol, starting one, or entering one that is over."""

from dataclasses import fields, replace
from typing import Any, Final
from uuid import UUID, uuid4

import msgspec

from backend.field.patrols.bodies import PatrolBody
from backend.field.patrols.commands.writing import LONGEST_NAMES, indexed, marking
from backend.field.patrols.queries.muster_roll import Roll, roll
from backend.field.patrols.queries.sheet import Sheet
from backend.field.patrols.rules import crew as crew_rules
from backend.field.patrols.rules import times
from backend.field.patrols.rules.access import township_of
from backend.field.patrols.rules.overlaps import overlapping
from backend.field.patrols.rules.patrol import Patrol, sort_moment
from backend.foundation.database import Dialogue, converse, row, together, turns
from backend.foundation.database.access import Statement
from backend.foundation.database.dialogues import listed
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.refusals import Refusal

_COLUMNS = [each.name for each in fields(Patrol) if each.name != "paused_at"]
_INSERT = f"INSERT INTO patrols ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_CREW = "INSERT INTO crew (id, patrol, officer, unit, joined_at) VALUES "
_NOTHING_YET: Final[dict[str, Any]] = dict.fromkeys(
    ("cancelled_at", "cancelled_by", "filed_at", "filed_by", "number")
) | {"cancel_reason": "", "finding_count": 0, "length_m": 0.0, "review": "none"}


async def create(sender: Sender, patrol_id: UUID, body: PatrolBody) -> tuple[Received, Sheet | None]:
    """PUT: 201 with its page the first time. Refuses `invalid`, `crew_needed`, `crew_unknown`, `times_crossed`,
    `time_in_future`, `joint_needs_two_units` and as any PUT; overlaps and wrong clocks are only marked."""
    made: list[Sheet] = []

    async def act() -> Entry:
        page = await converse(_composed(sender, patrol_id, body))
        made.append(page)
        return record(
            "patrol.created",
            chain=page.patrol.township,
            record=("patrol", patrol_id),
            by=sender.person.id,
            payload={**msgspec.to_builtins(body), "overlaps": page.patrol.overlapping},
            made_at=body.made_at,
        )

    received = await receive_put(
        sender.person, "patrol", patrol_id, body, create=act, state=lambda: _state(patrol_id)
    )
    return received, made[0] if made else None


def _composed(sender: Sender, patrol_id: UUID, body: PatrolBody) -> Dialogue[Sheet]:
    """Look up, judge and write without letting go of the writer's thread; the page as it stands then."""
    _check_times(sender, body)
    started_at, ended_at = times.counted(sender, body.started_at, body.ended_at)
    body = msgspec.structs.replace(body, started_at=started_at, ended_at=ended_at)
    ran = (body.started_at, body.ended_at)
    # Two that start at one instant must see each other to be marked, and a photo of this one must be counted.
    at_once = [sender.person.township_id] if body.started_at and sender.person.township_id else []
    yield from listed(turns(patrol_id, *at_once))
    found = yield from roll(sender.person, patrol_id, body.crew, ran, sender.at)
    crew_rules.joint(body.kind, found.crew)
    others = overlapping(body.started_at, body.ended_at, found.others)
    patrol = _patrol(sender, patrol_id, body, found, overlapping=bool(others))
    crew = [replace(stay, joined_at=body.started_at) for stay in found.crew]
    creator = {"username": sender.person.username, "name": sender.person.name}
    page = Sheet(patrol, crew, found.power, found.settings, {sender.person.id: creator})
    yield from together([*_written(page), *([marking(others)] if others else [])])
    return page


def _check_times(sender: Sender, body: PatrolBody) -> None:
    if body.started_at is None and body.planned_from is None:
        why = "填写开始时间；还没出发的，填写计划开始时间 planned_from"
        raise Refusal("invalid", why, fields={"started_at": why})
    times.happened(sender, {"started_at": body.started_at, "ended_at": body.ended_at})
    times.in_order(body.started_at, body.ended_at)
    times.planned_in_order(body.planned_from, body.planned_until)


def _patrol(sender: Sender, patrol_id: UUID, body: PatrolBody, found: Roll, *, overlapping: bool) -> Patrol:
    person, trusted = sender.person, sender.device.is_clock_trusted()
    township = township_of(person)
    names = crew_rules.unit_names(found.crew, person.unit_code)
    return Patrol(
        id=patrol_id,
        township=township,
        unit=person.unit_id,
        kind=body.kind,
        title=body.title,
        planned_route=body.planned_route or "",
        planned_from=body.planned_from,
        planned_until=body.planned_until,
        started_at=body.started_at,
        ended_at=body.ended_at,
        summary=body.summary or "",
        created_by=person.id,
        **sender.stamps(body.made_at),
        **_NOTHING_YET,
        overlapping=overlapping,
        overwritten=False,
        unit_names="、".join(names)[:LONGEST_NAMES],
        unit_count=len(names),
        photo_count=found.photos,
        sort_at=sort_moment(body.started_at, body.planned_from, sender.at, clock_trusted=trusted),
        version=1,
        field_versions="{}",
    )


def _written(page: Sheet) -> list[Statement]:
    patrol = page.patrol
    members: list[Any] = []
    for stay in page.crew:
        members += [uuid4(), patrol.id, stay.officer, stay.unit, stay.joined_at]
    marks = ", ".join(["(?, ?, ?, ?, ?)"] * len(page.crew))
    return [
        (_INSERT, [getattr(patrol, name) for name in _COLUMNS]),
        (_CREW + marks, members),
        indexed(patrol, page.crew),
    ]


async def _state(patrol_id: UUID) -> str:
    """What other content under an id already used is told."""
    found = await row("SELECT filed_at FROM patrols WHERE id = ?", patrol_id)
    return "filed" if found and found["filed_at"] else "conflict"
