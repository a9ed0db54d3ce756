"""The final report: written, signed or sent back, as a paper."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, JSONBody

from backend.field.campaigns import bodies
from backend.field.campaigns.api.answering import PATH, TAGS, done
from backend.field.campaigns.commands import reporting
from backend.field.campaigns.paper import paper_of
from backend.foundation.now import now
from backend.foundation.web.files import DOCX, PDF, paper_file
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/report", guards=[requires("campaign.write")], tags=TAGS)
async def post_report(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.Report]
) -> Response[Any]:
    """总结, laid before the leader."""
    return await done(request, campaign_id, reporting.report, data)


@post(f"{PATH}/report-refusal", guards=[requires("campaign.approve")], tags=TAGS)
async def post_report_refusal(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.Returned]
) -> Response[Any]:
    """总结退回修改."""
    return await done(request, campaign_id, reporting.return_report, data)


@post(f"{PATH}/closure", guards=[requires("campaign.approve")], tags=TAGS)
async def post_closure(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.Closure]
) -> Response[Any]:
    """签发总结: numbered and out, and the campaign ends."""
    return await done(request, campaign_id, reporting.close, data)


@get(f"{PATH}/report.pdf", guards=[requires("campaign.read")], tags=TAGS, media_type=PDF)
async def get_pdf(request: SignedRequest, campaign_id: FromPath[UUID]) -> Response[bytes]:
    """The numbered paper; before that its draft."""
    name, paper = await paper_of(request.user, campaign_id, now(), "pdf")
    return paper_file(name, paper, "pdf")


@get(f"{PATH}/report.docx", guards=[requires("campaign.read")], tags=TAGS, media_type=DOCX)
async def get_docx(request: SignedRequest, campaign_id: FromPath[UUID]) -> Response[bytes]:
    """The numbered paper as DOCX."""
    name, paper = await paper_of(request.user, campaign_id, now(), "docx")
    return paper_file(name, paper, "docx")


ROUTES = [post_report, post_report_refusal, post_closure, get_pdf, get_docx]
