"""移送: the approved case leaves with its number, its letter is final, and it lies with the addressee."""

from datetime import datetime
from uuid import UUID, uuid4

import msgspec

from backend.casework.handoffs import papers
from backend.casework.handoffs.bodies.acting import Dispatch
from backend.casework.handoffs.commands import judging, limits
from backend.casework.handoffs.commands.acting import Noun, act_on, senders
from backend.casework.handoffs.commands.writing import indexed, insert_sending, note_step, write
from backend.casework.handoffs.invitations.inviting import invite
from backend.casework.handoffs.queries.materials import Line, checklist, lines_of
from backend.casework.handoffs.queries.people import can_sign_in
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import consent, materials, ongoing, states
from backend.casework.handoffs.rules.handoff import Handoff, Sending
from backend.casework.handoffs.showing.content import frozen
from backend.foundation.database import batch
from backend.foundation.journal import Entry
from backend.foundation.letters import official
from backend.foundation.letters.official import Letter
from backend.foundation.outbox import Received, Sender
from backend.foundation.preferences import preference
from backend.foundation.refusals import Refusal

DISPATCH = Noun("dispatch", senders, "dispatch")


async def send(by: Sender, handoff_id: UUID, body: Dispatch) -> Received:
    """By any officer of the sending unit once it is approved; the server's moment counts, for the number is given now.

    Refuses `handoff_state`, `seal_required`, `materials_missing`, `material_unexplained`, `stop_record_missing`,
    `consent_missing`, `idempotency_key_missing` for a sending after a return, and what the letters refuse.
    """

    async def work(case: Case) -> Entry:
        if case.sendings and by.key is None:
            raise Refusal("idempotency_key_missing")
        state = states.after(case.handoff.state, "dispatch")
        lines = await lines_of(handoff_id)
        await _may_leave(by, case, lines)
        signs_in = await can_sign_in(case.handoff.to_unit)
        letter = await _issued(by, case, lines, number=body.number, signs_in=signs_in)
        changed = await write(case.handoff, {"state": state, "number": letter.number if letter else ""})
        case = case.of(changed)
        sending = await _sending(by, case, letter, lines, signs_in=signs_in)
        await batch([indexed(changed, (case.sender.name, case.addressee.name))])
        clock = await limits.sent(changed, by.at)
        if sending.arrived_at is not None:
            await limits.arrived(changed, sending.arrived_at)
        return await note_step(
            by,
            case,
            "dispatch",
            at=by.at,
            shared=True,
            text=body.note or "",
            details={"number": sending.number, "to": case.addressee.name, "channel": sending.channel},
            late_reason=limits.lateness(clock, by.at, body.late_reason, body.note),
            letter=sending.letter,
        )

    return await act_on(by, handoff_id, DISPATCH, body, work, said=body.when)


async def _may_leave(by: Sender, case: Case, lines: list[Line]) -> None:
    handoff, profile = case.handoff, case.profile
    if handoff.direction == "stationed":
        return
    required = await preference(handoff.township, "handoff.seal_required")
    if required and handoff.state != "sealed" and case.body.is_township:
        raise Refusal("seal_required")
    materials.complete(profile, checklist(lines))
    ongoing.stopped(profile, ongoing=handoff.ongoing, stop=handoff.stop, notice=handoff.notice)
    await judging.judge_stop(by.person.county_id, handoff.stop)
    consent.given(
        profile, handoff.direction, major=handoff.major, consented=handoff.consent_record is not None
    )


async def _issued(
    by: Sender, case: Case, lines: list[Line], *, number: str | None, signs_in: bool
) -> Letter | None:
    """The letter with its list under the same number. A stationed office gets a record that both sign, at the receipt."""
    handoff = case.handoff
    if handoff.direction == "stationed":
        return None
    body, addressee = handoff.from_unit, handoff.to_unit
    content = await papers.handoff_letter(case, lines, reply=None if signs_in else await _reply(by, handoff))
    letter = await papers.issue(content, case, by, body=body, addressee=addressee, number=number)
    listed = official.MaterialList(matter=papers.matter_of(handoff), materials=papers.enclosed(lines))
    await papers.issue(listed, case, by, body=body, addressee=addressee, accompanies=letter.id)
    return letter


async def _reply(by: Sender, handoff: Handoff) -> official.Reply:
    """The link and code on the letter, for a body that cannot sign in."""
    return await invite(handoff.id, handoff.sending, handoff.to_unit, at=by.at, by=by.person.id)


async def _sending(
    by: Sender, case: Case, letter: Letter | None, lines: list[Line], *, signs_in: bool
) -> Sending:
    handoff = case.handoff
    arrived: datetime | None = by.at if signs_in else None
    sending = Sending(
        id=uuid4(),
        handoff=handoff.id,
        ordinal=handoff.sending,
        to_unit=handoff.to_unit,
        number=letter.number if letter else "",
        letter=letter.id if letter else None,
        channel="system" if signs_in else "paper",
        content=msgspec.json.encode(frozen(case, lines)).decode(),
        state="sent",
        sent_at=by.at,
        sent_by=by.person.id,
        arrived_at=arrived,
        receipt_at=None,
    )
    await insert_sending(sending)
    return sending
