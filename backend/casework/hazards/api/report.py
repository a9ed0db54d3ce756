"""报告县（区）政府: issued by the main leader; read by the township and by that government."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, JSONBody

from backend.casework.hazards.api.answering import PATH, TAGS, done
from backend.casework.hazards.bodies import ReportBody
from backend.casework.hazards.commands import reporting
from backend.casework.hazards.paper import report_pdf
from backend.foundation.now import now
from backend.foundation.web.files import PDF, paper_file
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/report", guards=[requires("hazard.report")], tags=TAGS)
async def post_report(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[ReportBody]
) -> Response[Any]:
    """Issue the report: numbered, and with the government at once."""
    return await done(request, hazard_id, reporting.report, data)


@get(f"{PATH}/report.pdf", guards=[requires("hazard.read")], tags=TAGS, media_type=PDF)
async def get_report(request: SignedRequest, hazard_id: FromPath[UUID]) -> Response[bytes]:
    """The issued report; before that its draft, for those who may issue it."""
    name, paper = await report_pdf(request.user, hazard_id, now())
    return paper_file(name, paper, "pdf")


ROUTES = [post_report, get_report]
