"""Starting, meeting and moving the limits of a handoff, inside the transaction of the act."""

from datetime import datetime
from typing import TypedDict
from uuid import UUID

from backend.casework.handoffs.rules import limits
from backend.casework.handoffs.rules.handoff import Handoff
from backend.foundation import clocks
from backend.foundation.clocks import Clock, Subject
from backend.foundation.mechanism import Limit, Profile, load_profile
from backend.foundation.preferences import preference

AGAIN = "退回后再次移送"


class _Between(TypedDict):
    owed_by: UUID
    awaited_by: UUID


async def begin_transfer(handoff: Handoff) -> None:
    """From the discovery to the sending; counted anew where a draft's discovery or addressee was corrected."""
    profile = load_profile(handoff.profile)
    raised_later = handoff.urgent_at is not None
    urgent = handoff.urgent and not raised_later
    extended = handoff.extended_at is not None
    limit = limits.transfer_limit(profile, handoff.direction, urgent=urgent, extended=extended)
    if limit is None:
        return
    rule = limits.URGENT if urgent else limits.TRANSFER
    await _start(handoff, rule, limit, handoff.discovered_at, **_by_sender(handoff))
    if raised_later:
        await hasten_transfer(handoff)


async def begin_transfer_again(handoff: Handoff, at: datetime) -> None:
    """After a return: the same figure, agreed and not the text's own; it says which sending it is for."""
    rule = limits.URGENT if handoff.urgent else limits.TRANSFER
    name = limits.sending_name(handoff.returns + 1, urgent=handoff.urgent)
    limit = limits.transfer_limit(load_profile(handoff.profile), handoff.direction, urgent=handoff.urgent)
    if limit is not None:
        await _start(handoff, rule, limits.agreed(limit, AGAIN), at, **_by_sender(handoff), name=name)


async def move_addressee(handoff: Handoff) -> None:
    """Whom the running limit of a case that came back is owed to; its end stays."""
    clock = await running_transfer(handoff)
    if clock is not None:
        await clocks.turn_to(_record(handoff), clock.rule, handoff.to_unit)


async def hasten_transfer(handoff: Handoff) -> None:
    """The earlier of what runs and of the urgent limit from the moment urgency was raised."""
    profile = load_profile(handoff.profile)
    limit = limits.transfer_limit(profile, handoff.direction, urgent=True)
    if limit is None or handoff.urgent_at is None:
        return
    await clocks.hasten(_record(handoff), limits.TRANSFER, limit, handoff.urgent_at, profile=profile)


async def running_transfer(handoff: Handoff) -> Clock | None:
    """The limit of the sending under preparation."""
    return await _open(handoff, limits.TRANSFER) or await _open(handoff, limits.URGENT)


async def extend_transfer(handoff: Handoff, total: Limit, at: datetime, profile: Profile) -> Clock:
    return await clocks.extend(_record(handoff), limits.TRANSFER, total, at, profile=profile)


async def sent(handoff: Handoff, at: datetime) -> Clock | None:
    """It left: whichever transfer limit ran is met, in time or late."""
    record = _record(handoff)
    return await clocks.meet(record, limits.TRANSFER, at) or await clocks.meet(record, limits.URGENT, at)


async def arrived(handoff: Handoff, at: datetime) -> None:
    """It lies with the addressee: signing for it starts nothing, or nobody would sign."""
    profile = load_profile(handoff.profile)
    agreed = await preference(handoff.township, "handoff.acceptance_days")
    limit = limits.acceptance_limit(profile, agreed)
    if limit is not None and handoff.direction != "stationed":
        await _start(handoff, limits.ACCEPTANCE, limit, at, **_by_addressee(handoff))


async def answered(handoff: Handoff, at: datetime) -> Clock | None:
    """Accepted in writing, or returned."""
    return await clocks.meet(_record(handoff), limits.ACCEPTANCE, at)


async def taken_on(handoff: Handoff, at: datetime) -> None:
    """From acceptance to the result, where the place or the case sets a limit."""
    profile = load_profile(handoff.profile)
    agreed = await preference(handoff.township, "handoff.result_days")
    limit = limits.result_limit(profile, handoff.direction, handoff.result_days, agreed)
    if limit is not None:
        await _start(handoff, limits.RESULT, limit, at, **_by_addressee(handoff))


async def reported(handoff: Handoff, at: datetime) -> Clock | None:
    return await clocks.meet(_record(handoff), limits.RESULT, at)


async def fall_away(handoff: Handoff, at: datetime) -> None:
    """Withdrawn or refused: nothing is owed any more."""
    await clocks.cancel(_record(handoff), at=at)


def lateness(clock: Clock | None, at: datetime, said: str | None, note: str | None) -> str | None:
    """The reason of a late act, perhaps still empty; None for what was done in time or has no limit."""
    if clock is None or clock.state(at) != "met_late":
        return None
    return (said or note or "")[:200]


async def _start(
    handoff: Handoff,
    rule: str,
    limit: Limit,
    at: datetime,
    *,
    owed_by: UUID,
    awaited_by: UUID,
    name: str = "",
) -> None:
    await clocks.start(
        subject_of(handoff),
        rule,
        limit,
        profile=load_profile(handoff.profile),
        started_at=at,
        owed_by=owed_by,
        awaited_by=awaited_by,
        responsible=handoff.created_by if owed_by == handoff.from_body else None,
        name=name,
    )


def _by_sender(handoff: Handoff) -> _Between:
    return {"owed_by": handoff.from_body, "awaited_by": handoff.to_unit}


def _by_addressee(handoff: Handoff) -> _Between:
    return {"owed_by": handoff.to_unit, "awaited_by": handoff.from_body}


async def _open(handoff: Handoff, rule: str) -> Clock | None:
    found = await clocks.clocks_of(_record(handoff))
    return next((clock for clock in found if clock.rule == rule and clock.open), None)


def subject_of(handoff: Handoff) -> Subject:
    """Its title carries no person's name: both bodies read it."""
    return Subject(
        record=_record(handoff),
        title=f"移送：{handoff.title}",
        url=f"/handoffs/{handoff.id}",
        township=handoff.township,
        chain=handoff.township,
    )


def _record(handoff: Handoff) -> tuple[str, UUID]:
    return ("handoff", handoff.id)
