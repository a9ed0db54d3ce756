"""Noting what was found, or that nothing was."""

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec

from backend.field.findings.bodies import FindingBody
from backend.field.findings.commands.judging import judge, judge_matter
from backend.field.findings.commands.writing import count, indexed, noted
from backend.field.findings.queries.visible import find
from backend.field.findings.rules.finding import CHANGEABLE, Finding, columns
from backend.field.patrols.commands.acting import contributors, write_late
from backend.field.patrols.queries.visible import Muster, load
from backend.field.patrols.registration import recount
from backend.field.patrols.rules import times
from backend.field.patrols.rules.lateness import arrival
from backend.foundation.database import batch, row, turns
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.positions import whole
from backend.foundation.refusals import Refusal, demand

_COLUMNS = [each.name for each in fields(Finding)]
_INSERT = f"INSERT INTO findings ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


class _Hung(msgspec.Struct):
    """What the digest covers: the same words on another patrol are other content."""

    patrol: UUID
    finding: FindingBody


async def create(sender: Sender, patrol_id: UUID, finding_id: UUID, body: FindingBody) -> Received:
    """PUT by anybody who walks along. What was found before the filing and arrives after it is kept, marked late.

    Refuses `not_found`, `not_allowed`, `patrol_not_started`, `filed`, `time_in_future`, `invalid`,
    `power_needs_two_officers` and as any PUT.
    """

    async def act() -> Entry:
        await batch(turns(finding_id))  # a photo of it that comes right now is counted by one of us
        muster = await load(sender.person, patrol_id, lock=True)
        demand(contributors(muster, sender.person))
        late = arrival(muster.patrol, sender.put_right(body.made_at)) == "late"
        finding = await _compose(sender, muster, finding_id, body, late=late)
        await batch([(_INSERT, [getattr(finding, name) for name in _COLUMNS]), indexed(finding)])
        patrol = await count(muster.patrol, 0 if finding.nothing_found else 1)
        await recount(patrol.id)
        if late:
            await write_late(sender, patrol, f"第{finding.number}条发现：{finding.category}", body.made_at)
        return noted(
            sender, finding, "finding.created", msgspec.to_builtins(body) | {"late": late}, body.made_at
        )

    return await receive_put(
        sender.person,
        "finding",
        finding_id,
        _Hung(patrol_id, body),
        create=act,
        state=lambda: _state(finding_id, patrol_id),
    )


async def _compose(
    sender: Sender, muster: Muster, finding_id: UUID, body: FindingBody, *, late: bool
) -> Finding:
    patrol = muster.patrol
    if patrol.started_at is None:
        raise Refusal("patrol_not_started")
    times.happened(sender, {"found_at": body.found_at})
    whole(body.position)
    values = given(body)
    await judge_matter(sender, patrol, values)
    values["acting"] = await judge(sender, muster, values)
    return Finding(
        id=finding_id,
        patrol=patrol.id,
        township=patrol.township,
        number=await _number(patrol.id),
        created_by=sender.person.id,
        **sender.stamps(body.made_at),
        late=late,
        overwritten=False,
        removed_at=None,
        removed_by=None,
        version=1,
        field_versions="{}",
        **columns(values),
    )


def given(body: FindingBody) -> dict[str, Any]:
    """The fields by the names of the wire."""
    values = {name: getattr(body, name) for name in CHANGEABLE}
    values["position"] = msgspec.structs.asdict(body.position)
    values["party"] = msgspec.structs.asdict(body.party) if body.party else None
    return values


async def _number(patrol_id: UUID) -> int:
    """The next number on this patrol, whose row is locked; a removed finding keeps its own."""
    found = await row("SELECT MAX(number) AS last FROM findings WHERE patrol = ?", patrol_id)
    return (found["last"] if found and found["last"] else 0) + 1


async def _state(finding_id: UUID, patrol_id: UUID) -> str:
    """What other content under an id already used is told."""
    finding = await find(finding_id)
    if finding is None or finding.patrol != patrol_id:
        return "conflict"
    if finding.removed_at is not None:
        return "gone"
    patrol = await row("SELECT filed_at FROM patrols WHERE id = ?", patrol_id)
    return "filed" if patrol and patrol["filed_at"] else "conflict"
