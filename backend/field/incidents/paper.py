"""突发事件信息报告 as a paper: what a report says, and its PDF or DOCX."""

from datetime import datetime
from uuid import UUID

from backend.field.incidents.queries.course import Course, course
from backend.field.incidents.queries.visible import Named, load
from backend.field.incidents.rules.access import shown
from backend.field.incidents.rules.incident import Report
from backend.field.incidents.rules.words import casualty_words, stage_words
from backend.foundation.letters.official import (
    KINDS,
    Contact,
    IncidentReport,
    Letter,
    docx,
    issue,
    pdf,
    preview,
)
from backend.foundation.numbering import number_rule
from backend.foundation.outbox import Sender
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

_KIND = KINDS["incident_report"]


def content_of(found: Named, told: Course, report: Report) -> IncidentReport:
    """The paper of one report; the main addressee stands at its head, the others get copies."""
    incident, first = found.incident, report.kind == "first"
    return IncidentReport(
        matter=f"{incident.category}事件",
        stage=stage_words(report.kind, report.which),
        happened_at=incident.happened_at,
        place=incident.address,
        facts=report.facts,
        casualties=casualty_words(report.injured, report.dead),
        contact=Contact(found.name, found.phone),
        alarm=incident.alarm_number,
        first_at=None if first else incident.told_at,
        measures=report.measures,
        explained=report.explained,
        coming=report.coming,
        copies=tuple(each.name for each in told.addressees[1:]),
        urgent=first,
        exercise=incident.exercise,
    )


async def issued(
    sender: Sender, found: Named, told: Course, report: Report, *, number: str | None, signed_off: str = ""
) -> Letter:
    """Numbered and frozen, in the open transaction; refuses as letters are refused."""
    return await issue(
        content_of(found, told, report),
        body=found.incident.body,
        addressee=told.addressees[0].id,
        record=("incident", found.incident.id),
        at=sender.at,
        by=sender.person.id,
        number=number,
        signed_off=signed_off,
    )


async def numbers_itself(body: UUID) -> bool:
    """Whether a number can be had without anybody's doing: the first report waits for no register."""
    rule = await number_rule(body, _KIND.name, _KIND.suffix)
    return bool(rule.word) and not rule.by_register


async def paper_of(
    person: Person, incident_id: UUID, report_id: UUID, at: datetime, form: str
) -> tuple[str, bytes]:
    """A name for the file and its bytes: the numbered paper as `pdf` or `docx`, for one's own side also the draft as PDF.

    Refuses `not_found` where this side has nothing to see.
    """
    found, told = await load(person, incident_id), await course(incident_id)
    report = told.report(report_id)
    if report is None or report not in shown(told.reports, found.side(person)):
        raise Refusal("not_found")
    name = f"incident-{str(report.id)[:8]}"
    if report.letter is not None:
        return name, await (pdf(report.letter) if form == "pdf" else docx(report.letter))
    if found.side(person) != "own" or form != "pdf":
        raise Refusal("not_found")
    content = content_of(found, told, report)
    return "draft", await preview(content, body=found.incident.body, addressee=told.addressees[0].id, at=at)
