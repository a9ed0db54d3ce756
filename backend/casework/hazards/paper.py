"""The report to the government, from what the record holds."""

from datetime import datetime
from uuid import UUID

from backend.casework.hazards.queries.sheet import sheet
from backend.casework.hazards.queries.steps import Course
from backend.casework.hazards.queries.visible import Named
from backend.casework.on_behalf import CHANNELS
from backend.foundation.letters.official import Contact, HazardReport, pdf, preview
from backend.foundation.people.bodies import township_body
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


def report_of(found: Named, told: Course, text: str) -> HazardReport:
    """Who was told what and when, and that nothing was done about it."""
    hazard, refusal = found.hazard, told.last("refusal")
    return HazardReport(
        matter=f"{hazard.category}隐患",
        department=found.to_name,
        found_at=hazard.found_at,
        place=hazard.address,
        facts=hazard.facts,
        endangers="、".join(hazard.endangered),
        told_at=hazard.told_at,
        told_by=_ways(found, told),
        refused_at=refusal.at if refusal else None,
        refused_words=refusal.words if refusal else "",
        note=text,
        contact=Contact(found.name, found.phone),
    )


def _ways(found: Named, told: Course) -> tuple[str, ...]:
    """How the body was told; one without accounts was told by whoever heard its answer."""
    spoken = [step.channel for step in told.steps if step.noun == "calls" or step.on_behalf]
    first = ["联动系统"] if found.sees_at_once else []
    return tuple(dict.fromkeys([*first, *(CHANNELS[channel] for channel in spoken)]))


async def report_pdf(person: Person, hazard_id: UUID, at: datetime) -> tuple[str, bytes]:
    """A name for the file, and the paper: the issued one, or the draft for the side that may issue it.

    Refuses `not_found` where this side has nothing to see.
    """
    found = await sheet(person, hazard_id, at)
    if found.letter is not None:
        return f"report-{str(found.letter.id)[:8]}", await pdf(found.letter.id)
    report = found.course.report
    if found.side != "sender" or report is None or not report.awaits:
        raise Refusal("not_found")
    content = report_of(found.named, found.course, report.text)
    body = await township_body(found.named.hazard.township)
    return "draft", await preview(content, body=body, addressee=report.government, at=at)
