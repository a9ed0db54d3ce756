"""What moves the transfer limit before the case has left: an extension where the place has one, urgency raised later."""

from uuid import UUID

from backend.casework.handoffs import papers
from backend.casework.handoffs.bodies.acting import Extension, Urgency
from backend.casework.handoffs.commands import judging, limits
from backend.casework.handoffs.commands.acting import Noun, act_on, senders
from backend.casework.handoffs.commands.writing import note_step, write
from backend.casework.handoffs.queries.people import officer
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import limits as limit_rules
from backend.casework.handoffs.rules import states, times
from backend.foundation.clocks import Clock
from backend.foundation.journal import Entry
from backend.foundation.letters import official
from backend.foundation.mechanism import Limit
from backend.foundation.now import local
from backend.foundation.outbox import Received, Sender

EXTENSION = Noun("extension", senders, key_required=True)
URGENCY = Noun("urgency", senders)


async def extend(by: Sender, handoff_id: UUID, body: Extension) -> Received:
    """延长移送期限, to the total from the original start, with a letter to the other side.

    Refuses `idempotency_key_missing` and as rules.limits.extend, each with the clause of the place.
    """

    async def work(case: Case) -> Entry:
        ground = body.reason or body.note or ""
        total, clock = await _judged(by, case, body, ground)
        moved = await limits.extend_transfer(case.handoff, total, by.at, case.profile)
        letter = await _letter(by, case, ground, clock=moved, number=body.number)
        changed = await write(case.handoff, {"extended_at": by.at})
        return await note_step(
            by,
            case.of(changed),
            "extension",
            at=by.at,
            shared=True,
            text=ground,
            details={
                "from": clock.due_at.isoformat(),
                "until": moved.due_at.isoformat(),
                "number": letter.number,
                "notice": judging.notice_of(by, body.notice_record),
            },
            letter=letter.id,
        )

    return await act_on(by, handoff_id, EXTENSION, body, work, said=body.when)


async def raise_urgency(by: Sender, handoff_id: UUID, body: Urgency) -> Received:
    """It became urgent: the earlier of the limit that runs and of 24 hours from now. Refuses `handoff_already_sent`."""

    async def work(case: Case) -> Entry | None:
        handoff = case.handoff
        if handoff.urgent:
            return None
        states.not_sent(handoff.state)
        at = times.following(by, body.when, handoff.discovered_at)
        changed = await write(handoff, {"urgent": True, "urgent_at": at})
        await limits.hasten_transfer(changed)
        return await note_step(
            by, case.of(changed), "urgency", at=at, shared=False, text=body.reason or body.note or ""
        )

    return await act_on(by, handoff_id, URGENCY, body, work, said=body.when)


async def _judged(by: Sender, case: Case, body: Extension, ground: str) -> tuple[Limit, Clock]:
    handoff = case.handoff
    clock = await limits.running_transfer(handoff)
    notice = judging.notice_of(by, body.notice_record)
    asked = limit_rules.Extension(by.at, ground, judging.as_notice(notice))
    total = limit_rules.extend(
        case.profile,
        handoff.state,
        asked,
        urgent=handoff.urgent,
        extended=handoff.extended_at is not None,
        first=handoff.sending == 1,
        late_from=clock.late_from if clock else None,
    )
    limit_rules.told_beforehand(asked)
    assert clock is not None  # without one it is too late
    return total, clock


async def _letter(
    by: Sender, case: Case, ground: str, *, clock: Clock, number: str | None
) -> official.Letter:
    handoff = case.handoff
    contact = await officer(handoff.created_by)
    notice = official.ExtensionNotice(
        matter=papers.matter_of(handoff),
        discovered_at=handoff.discovered_at,
        ground=ground,
        until=local(clock.due_at).date(),
        contact=official.Contact(contact.name, contact.phone),
    )
    return await papers.issue(
        notice, case, by, body=handoff.from_unit, addressee=handoff.to_unit, number=number
    )
