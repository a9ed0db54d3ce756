"""Written reports, follow-ups and the final one: written, signed off, sent back; each as a paper."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, JSONBody

from backend.field.incidents import bodies
from backend.field.incidents.api.answering import PATH, TAGS, done_with
from backend.field.incidents.commands import reporting
from backend.field.incidents.paper import paper_of
from backend.foundation.now import now
from backend.foundation.web.files import DOCX, PDF, paper_file
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

REPORT = f"{PATH}/reports/{{report_id:uuid}}"


@put(REPORT, guards=[requires("incident.write")], tags=TAGS)
async def put_report(
    request: SignedRequest,
    incident_id: FromPath[UUID],
    report_id: FromPath[UUID],
    data: JSONBody[bodies.ReportBody],
) -> Response[Any]:
    """书面报告、续报、终报: laid before the main leaders, or out at once where the township asks for no signature."""
    return await done_with(request, incident_id, report_id, reporting.report, data)


@post(f"{REPORT}/approval", guards=[requires("incident.approve")], tags=TAGS)
async def post_approval(
    request: SignedRequest,
    incident_id: FromPath[UUID],
    report_id: FromPath[UUID],
    data: JSONBody[bodies.Approval],
) -> Response[Any]:
    """签发: numbered and out."""
    return await done_with(request, incident_id, report_id, reporting.approve, data)


@post(f"{REPORT}/refusal", guards=[requires("incident.approve")], tags=TAGS)
async def post_refusal(
    request: SignedRequest,
    incident_id: FromPath[UUID],
    report_id: FromPath[UUID],
    data: JSONBody[bodies.Returned],
) -> Response[Any]:
    """退回修改, with what is to be changed."""
    return await done_with(request, incident_id, report_id, reporting.send_back, data)


@post(f"{REPORT}/letter", guards=[requires("incident.write")], tags=TAGS)
async def post_letter(
    request: SignedRequest,
    incident_id: FromPath[UUID],
    report_id: FromPath[UUID],
    data: JSONBody[bodies.Approval],
) -> Response[Any]:
    """补文号: a first report went out before its paper could be numbered."""
    return await done_with(request, incident_id, report_id, reporting.number, data)


@get(f"{REPORT}/report.pdf", guards=[requires("incident.read")], tags=TAGS, media_type=PDF)
async def get_pdf(
    request: SignedRequest, incident_id: FromPath[UUID], report_id: FromPath[UUID]
) -> Response[bytes]:
    """The numbered paper; before that its draft, for one's own side."""
    name, paper = await paper_of(request.user, incident_id, report_id, now(), "pdf")
    return paper_file(name, paper, "pdf")


@get(f"{REPORT}/report.docx", guards=[requires("incident.read")], tags=TAGS, media_type=DOCX)
async def get_docx(
    request: SignedRequest, incident_id: FromPath[UUID], report_id: FromPath[UUID]
) -> Response[bytes]:
    """The numbered paper as DOCX."""
    name, paper = await paper_of(request.user, incident_id, report_id, now(), "docx")
    return paper_file(name, paper, "docx")


ROUTES = [put_report, post_approval, post_refusal, post_letter, get_pdf, get_docx]
