"""书面报告、续报、终报: written, signed off by a main leader where the township asks for it, issued as a numbered paper."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.incidents.bodies import Act, Approval, ReportBody, Returned
from backend.field.incidents.commands.limits import reported_again
from backend.field.incidents.commands.telling import tell_reported, tell_signers, tell_writer
from backend.field.incidents.commands.writing import Written, add_report, noted, return_report, write
from backend.field.incidents.paper import issued
from backend.field.incidents.queries.course import Course, course
from backend.field.incidents.queries.visible import Named, load
from backend.field.incidents.rules import states
from backend.field.incidents.rules.access import may_sign, own_side
from backend.field.incidents.rules.incident import Report
from backend.field.incidents.rules.words import stage_words
from backend.foundation.database import row
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, lost_race, receive_act, receive_put
from backend.foundation.preferences import preference
from backend.foundation.refusals import Refusal, needed

_ISSUE = (
    "UPDATE incident_reports SET issued_at = ?, issued_by = ?, signed_off = ?, letter = ? WHERE id = ? "
    "AND issued_at IS NULL AND returned_at IS NULL RETURNING id"
)
_NUMBER = "UPDATE incident_reports SET letter = ? WHERE id = ? AND letter IS NULL RETURNING id"


async def report(sender: Sender, incident_id: UUID, report_id: UUID, body: ReportBody) -> Received:
    """PUT: out at once, or laid before the leaders. Refuses `incident_state`, `incident_report_waiting`, `invalid`, and
    as letters are refused."""

    async def create() -> Entry:
        found, told = await _held(sender, incident_id)
        needed({"facts": (body.facts, "写明情况")})
        states.may_report(found.incident, body.kind, told.reports)
        number = told.reports[-1].number + 1
        await add_report(sender, Written(report_id, incident_id, number, body.kind), body)
        told = await course(incident_id)
        written = told.report(report_id)
        assert written is not None
        if not await preference(found.incident.township, "incident.approval_required"):
            return await _issue(sender, found, told, written, number=body.number, signed=False)
        await write(found.incident, {})
        stage = stage_words(written.kind, written.which)
        await tell_signers(found, sender.person, stage)
        return noted(
            sender, found.incident, "incident.submitted", {"stage": stage, "facts": body.facts}, body.made_at
        )

    return await receive_put(sender.person, "incident", report_id, body, create=create)


async def approve(sender: Sender, incident_id: UUID, report_id: UUID, body: Approval) -> Received:
    """签发: numbered and out. Refuses `incident_own_report`, `incident_state`, and as letters are refused."""

    async def act() -> Entry | None:
        found, told = await _held(sender, incident_id)
        written = _known(told, report_id)
        if written.issued_at is not None and written.signed_off:
            return None
        _must_wait(written)
        states.still_open(found.incident)
        may_sign(sender.person.id, written)
        return await _issue(sender, found, told, written, number=body.number, signed=True)

    return await _act(sender, incident_id, act, body, f"approval {report_id}")


async def send_back(sender: Sender, incident_id: UUID, report_id: UUID, body: Returned) -> Received:
    """退回修改: it is written anew. Refuses `incident_own_report`, `incident_state`."""

    async def act() -> Entry | None:
        found, told = await _held(sender, incident_id)
        written = _known(told, report_id)
        if written.returned_at is not None:
            return None
        _must_wait(written)
        may_sign(sender.person.id, written)
        needed({"reason": (body.reason, "写明改哪里")})
        await return_report(sender, report_id, body.reason)
        await write(found.incident, {})
        stage = stage_words(written.kind, written.which)
        await tell_writer(found, written.written_by, f"{stage}退回修改：{found.incident.category}")
        said = {"stage": stage, "reason": body.reason}
        return noted(sender, found.incident, "incident.returned", said, body.when)

    return await _act(sender, incident_id, act, body, f"refusal {report_id}")


async def number(sender: Sender, incident_id: UUID, report_id: UUID, body: Approval) -> Received:
    """补文号: a first report that went out before its paper could be numbered. Refuses as letters are refused."""

    async def act() -> Entry | None:
        found, told = await _held(sender, incident_id)
        written = _known(told, report_id)
        if written.letter is not None:
            return None
        if written.issued_at is None:
            raise Refusal("incident_state", "还没有报出，签发时一并编号")
        letter = await issued(sender, found, told, written, number=body.number)
        if await row(_NUMBER, letter.id, report_id) is None:
            lost_race()
        await write(found.incident, {})
        said = {"stage": stage_words(written.kind, written.which), "number": letter.number}
        return noted(sender, found.incident, "incident.numbered", said, body.when)

    return await _act(sender, incident_id, act, body, f"letter {report_id}")


async def _issue(
    sender: Sender, found: Named, told: Course, written: Report, *, number: str | None, signed: bool
) -> Entry:
    person = sender.person
    letter = await issued(
        sender, found, told, written, number=number, signed_off=person.name if signed else ""
    )
    if await row(_ISSUE, sender.at, person.id, signed, letter.id, written.id) is None:
        lost_race()
    incident = await write(found.incident, _changes(found, written, sender.at))
    stage, to = stage_words(written.kind, written.which), [each.id for each in told.addressees]
    await reported_again(found, written.kind, to[0], sender.at)
    await tell_reported(found, person, stage, to)
    said = {"stage": stage, "number": letter.number, "facts": written.facts, "signed": signed}
    return noted(sender, incident, "incident.reported", said)


def _changes(found: Named, written: Report, at: datetime) -> dict[str, Any]:
    incident = found.incident
    changes: dict[str, Any] = {"state": states.after(incident.state, written.kind)}
    if written.kind == "final":
        changes |= {"over_at": incident.over_at or at, "ended_at": at}
    return changes


async def _held(sender: Sender, incident_id: UUID) -> tuple[Named, Course]:
    found = await load(sender.person, incident_id, lock=True)
    own_side(found.side(sender.person))
    return found, await course(incident_id)


def _known(told: Course, report_id: UUID) -> Report:
    found = told.report(report_id)
    if found is None:
        raise Refusal("not_found")
    return found


def _must_wait(written: Report) -> None:
    if not written.waits:
        word = "已经退回" if written.returned_at else "已经报出"
        raise Refusal("incident_state", f"这份报告{word}")


async def _act(sender: Sender, incident_id: UUID, act: Any, body: Act, noun: str) -> Received:
    return await receive_act(
        sender.person, ("incident", incident_id), act, content=body, noun=noun, key=sender.key
    )
