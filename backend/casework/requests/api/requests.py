"""Asking, reading one request, listing them; the paper of a 书面通知."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.casework.requests.api.answering import PATH, TAGS, done
from backend.casework.requests.bodies import RequestBody
from backend.casework.requests.commands.asking import ask
from backend.casework.requests.papers import paper_of
from backend.casework.requests.queries.listed import page_of
from backend.casework.requests.queries.sheet import sheet
from backend.casework.requests.showing import line_json, request_json
from backend.foundation.now import now
from backend.foundation.web.api import listing, paged, read_cursor, read_limit
from backend.foundation.web.files import DOCX, PDF, paper_file
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@put(PATH, guards=[requires("request.ask")], tags=TAGS)
async def put_request(
    request: SignedRequest, request_id: FromPath[UUID], data: JSONBody[RequestBody]
) -> Response[Any]:
    """提出请求: the asked bodies have it the moment this is answered."""
    return await done(request, request_id, ask, data)


@get(PATH, guards=[requires("request.read")], tags=TAGS)
async def get_request(request: SignedRequest, request_id: FromPath[UUID]) -> dict[str, Any]:
    """One request with its limits and every step, as far as it is the caller's side to see."""
    return request_json(await sheet(request.user, request_id), now())


@get("/api/v1/requests", guards=[requires("request.read")], tags=TAGS)
async def get_requests(
    request: SignedRequest,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
    narrowed: Annotated[str, QueryParameter(name="state", description="open, ended, or one state")] = "",
    q: FromQuery[str] = "",
) -> dict[str, Any]:
    """The township's, or what one's own unit asks and is asked, newest first."""
    wanted = read_limit(limit)
    found = await page_of(request.user, words=q, state=narrowed, cursor=read_cursor(cursor), limit=wanted)
    page, more = paged(found, wanted, lambda named: (named.request.received_at, named.request.id))
    return listing([line_json(named) for named in page], more)


@get(f"{PATH}/notice.pdf", guards=[requires("request.read")], tags=TAGS, media_type=PDF)
async def get_pdf(request: SignedRequest, request_id: FromPath[UUID]) -> Response[bytes]:
    """The numbered 书面通知."""
    name, paper = await paper_of(request.user, request_id, "pdf")
    return paper_file(name, paper, "pdf")


@get(f"{PATH}/notice.docx", guards=[requires("request.read")], tags=TAGS, media_type=DOCX)
async def get_docx(request: SignedRequest, request_id: FromPath[UUID]) -> Response[bytes]:
    """The same as DOCX."""
    name, paper = await paper_of(request.user, request_id, "docx")
    return paper_file(name, paper, "docx")


ROUTES = [put_request, get_request, get_requests, get_pdf, get_docx]
