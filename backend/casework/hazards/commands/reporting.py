"""报告县（区）政府: drafted by a refusal without reason, issued by the township's main leader as an official letter."""

from uuid import UUID, uuid4

from backend.casework.hazards.bodies import ReportBody
from backend.casework.hazards.commands.writing import Step, add_step, write
from backend.casework.hazards.paper import report_of
from backend.casework.hazards.queries.steps import Course, course
from backend.casework.hazards.queries.visible import Named, load
from backend.casework.hazards.queries.waiting import wait_of
from backend.casework.hazards.rules import states
from backend.casework.hazards.rules.duties import Demand, demands, reportable
from backend.casework.proofs import proofs
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.letters.official import Letter, issue
from backend.foundation.mechanism import load_profile
from backend.foundation.outbox import Received, Sender, lost_race, receive_act
from backend.foundation.people.bodies import government_of, township_body
from backend.foundation.refusals import Refusal, demand

_DRAFT = (
    "INSERT INTO hazard_reports (id, hazard, government, ground, local, drafted_at) VALUES (?, ?, ?, ?, ?, ?)"
)
_LAPSE = "UPDATE hazard_reports SET lapsed_at = ? WHERE hazard = ? AND issued_at IS NULL AND lapsed_at IS NULL RETURNING id"
_ISSUE = (
    "UPDATE hazard_reports SET text = ?, issued_at = ?, issued_by = ?, letter = ? WHERE id = ? AND issued_at IS NULL "
    "RETURNING id"
)


async def draft_report(sender: Sender, found: Named) -> None:
    """Where the place's own text asks for it, a refusal without reason leaves the report ready to be issued."""
    asked = demands(load_profile(found.profile))["report"]
    government = await government_of(found.county)
    told = await course(found.hazard.id)
    if asked.local or government is None or (told.report is not None and told.report.stands):
        return
    await _draft(sender, found, government, "refused", asked)


async def lapse_report(sender: Sender, found: Named) -> None:
    """A draft that nobody issued has no ground any more."""
    await rows(_LAPSE, sender.at, found.hazard.id)


async def report(sender: Sender, hazard_id: UUID, body: ReportBody) -> Received:
    """Issue the report. Refuses `hazard_reasoned`, `hazard_not_reportable`, `hazard_proof_needed`, `no_government`,
    `hazard_state`, and as letters are refused (`number_word_missing`, `number_needed`, `number_taken`)."""

    async def act() -> Entry | None:
        found = await load(sender.person, hazard_id, lock=True)
        demand(found.side(sender.person) == "sender")
        told = await course(hazard_id)
        if told.report is not None and told.report.issued_at is not None:
            return None
        states.after(found.hazard.state, "report")
        return await _issue(sender, found, told, body)

    return await receive_act(
        sender.person, ("hazard", hazard_id), act, content=body, noun="report", key=sender.key
    )


async def _issue(sender: Sender, found: Named, told: Course, body: ReportBody) -> Entry:
    hazard, asked = found.hazard, demands(load_profile(found.profile))["report"]
    ground = await _ground(sender, found, told, asked)
    government = await government_of(found.county)
    if government is None:
        raise Refusal("no_government")
    drafted = told.report if told.report is not None and told.report.awaits else None
    report_id = drafted.id if drafted else await _draft(sender, found, government, ground, asked)
    letter = await issue(
        report_of(found, told, body.text or ""),
        body=await township_body(hazard.township),
        addressee=government,
        record=("hazard", hazard.id),
        at=sender.at,
        by=sender.person.id,
        number=body.number,
    )
    return await _written(sender, found, report_id, letter, body)


async def _written(sender: Sender, found: Named, report_id: UUID, letter: Letter, body: ReportBody) -> Entry:
    values = (body.text or "", sender.at, sender.person.id, letter.id, report_id)
    if await row(_ISSUE, *values) is None:
        lost_race()
    written = await write(found.hazard, {})
    said = {"text": letter.number}
    return await add_step(
        sender, written, Step(noun="report", at=sender.at, unit=sender.person.unit_id, said=said)
    )


async def _ground(sender: Sender, found: Named, told: Course, asked: Demand) -> str:
    """Why the government is told; what was recorded on behalf needs its proof first."""
    hazard, refusal = found.hazard, told.last("refusal")
    overdue = (await wait_of(hazard, sender.at)).over and hazard.state in states.WAITING
    ground = reportable(
        asked,
        refused=hazard.state == "refused",
        reasoned=bool(refusal and refusal.reason),
        overdue=overdue,
    )
    if (
        ground == "refused"
        and refusal
        and refusal.on_behalf
        and not await proofs("hazard_step", [refusal.id])
    ):
        raise Refusal("hazard_proof_needed")
    return ground


async def _draft(sender: Sender, found: Named, government: UUID, ground: str, asked: Demand) -> UUID:
    report_id = uuid4()
    local = asked.local or ground == "unanswered"
    await rows(_DRAFT, report_id, found.hazard.id, government, ground, local, sender.at)
    return report_id
