"""The one mapper from what went wrong to problem+json (RFC 9457), a page, or a part of a page."""

import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from litestar import Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Template

from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.web.authentication import SESSION_COOKIE
from backend.foundation.web.described import PROBLEM
from backend.foundation.web.faults import worded
from backend.foundation.web.no_room import no_room
from backend.foundation.web.pages import is_fragment, shell_of
from backend.foundation.web.problems import type_of
from backend.foundation.web.request import FOR_PROGRAMS, AnyRequest, path_of
from backend.foundation.web.words import zh_datetime

log = logging.getLogger(__name__)

_BY_STATUS = {
    400: "bad_request",
    401: "not_signed_in",
    403: "not_allowed",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "media_type",
    429: "too_many",
    503: "unavailable",
}

# All that tells a body that ended early from a fault of the server; tests/foundation/web/test_errors.py would see other words.
_LEFT = "client disconnected prematurely"


@dataclass(frozen=True)
class Notice:
    """A refusal as templates show it."""

    what: str
    why: str
    cite: str
    clause: str
    code: str
    at: str


def refused(request: AnyRequest, refusal: Refusal) -> Response[Any]:
    """Answer a refusal in the form the caller can read."""
    headers = {"Retry-After": str(refusal.extra["retry_after"])} if "retry_after" in refusal.extra else {}
    if path_of(request).startswith(FOR_PROGRAMS) or PROBLEM in request.headers.get("accept", ""):
        return _problem(refusal, headers)
    if refusal.code in ("not_signed_in", "password_must_change") and not is_fragment(request):
        return _elsewhere(request, refusal)
    return _shown(request, refusal, headers)


def http_refused(request: AnyRequest, error: HTTPException) -> Response[Any]:
    """Litestar's own refusals (no route, bad body, too large …) in our words; its faults are faults like any."""
    refusal = _refusal_of(error)
    return failed(request, error) if refusal.code == "failed" else refused(request, refusal)


def failed(request: AnyRequest, error: Exception) -> Response[Any]:
    """What nobody foresaw: logged with a number the person can quote, nothing of it shown."""
    number = uuid4().hex[:8]
    log.error("request %s %s failed, number %s", request.method, path_of(request), number, exc_info=error)
    return refused(request, Refusal(_code_of(error), f"编号 {number}"))


def _code_of(error: Exception) -> str:
    if no_room(error):
        return "no_room"
    return "content_lost" if isinstance(error, BlobMissing) else "failed"


def _problem(refusal: Refusal, headers: dict[str, str]) -> Response[Any]:
    entry = refusal.entry
    body: dict[str, Any] = {
        "type": type_of(entry.code),
        "title": entry.title,
        "status": entry.status,
        "code": entry.code,
        "detail": refusal.detail or entry.do,
        **{name: value for name, value in refusal.extra.items() if name != "retry_after"},
    }
    if refusal.clause:
        body["clause"] = refusal.clause
    if refusal.fields:
        body["fields"] = refusal.fields
    return Response(body, status_code=entry.status, media_type=PROBLEM, headers=headers)


def _elsewhere(request: AnyRequest, refusal: Refusal) -> Response[Any]:
    """To the sign-in, and back: after a form that was not taken, to the page it was written on."""
    if refusal.code == "password_must_change":
        return Redirect("/password", status_code=303)
    query = request.scope["query_string"].decode("latin-1")
    here = path_of(request) + (f"?{query}" if query else "")
    asked = {"next": here if request.method == "GET" else _back(request)}
    if SESSION_COOKIE in request.cookies:
        asked["expired"] = "1"
    return Redirect(f"/login?{urlencode(asked)}", status_code=303)


def _shown(request: AnyRequest, refusal: Refusal, headers: dict[str, str]) -> Response[Any]:
    entry = refusal.entry
    why = refusal.detail or "；".join(refusal.fields.values())
    notice = Notice(
        entry.title,
        f"{why}。{entry.do}" if why else entry.do,
        "",
        refusal.clause,
        entry.code,
        zh_datetime(now(), now()),
    )
    fragment = is_fragment(request)
    if fragment and refusal.code == "not_signed_in":
        headers |= {"HX-Reswap": "none"}  # static/js/expiry.js lets the person sign in over the page
    elif fragment:
        headers |= {"HX-Retarget": "#refusal", "HX-Reswap": "innerHTML show:#refusal:top"}
    return Template(
        template_name="layout/refused_fragment.html" if fragment else "layout/refused.html",
        context={"shell": shell_of(request, ""), "refusal": notice, "back": _back(request)},
        status_code=entry.status,
        headers=headers,
    )


def _back(request: AnyRequest) -> str:
    """The page the person came from, if it was one of ours; whoever links here decides what the header says."""
    try:
        came_from = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return ""
    if came_from.netloc != request.headers.get("host", "") or came_from.path.startswith("//"):
        return ""
    return came_from.path + (f"?{came_from.query}" if came_from.query else "")


def _refusal_of(error: HTTPException) -> Refusal:
    if error.status_code == HTTPStatus.BAD_REQUEST:
        return _bad_request(error)
    if error.detail == _LEFT:
        return Refusal("cut_short")
    if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        busy = error.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        return Refusal("unavailable" if busy else "failed")
    return Refusal(_BY_STATUS.get(error.status_code, "bad_request"))


def _bad_request(error: HTTPException) -> Refusal:
    """What stands in an address; bodies are judged where they are read (bodies.py, forms.py)."""
    fields = _named_fields(error.extra)
    return Refusal("invalid", fields=fields) if fields else Refusal("bad_request")


def _named_fields(extra: Any) -> dict[str, str]:
    """Field → message of Litestar's own validation; the messages are msgspec's, in our words."""
    if not isinstance(extra, list):
        return {}
    return {
        str(item.get("key") or "body"): worded(str(item["message"]))
        for item in extra
        if isinstance(item, dict) and "message" in item
    }
