"""What the API's description says beyond what the handlers' signatures show: answers, refusals, headers, who may call.

Litestar describes parameters and bodies; the rest is the same for every call and is put in here, once a process.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Final

from litestar import Litestar, Request
from litestar.openapi.plugins import JsonRenderPlugin

from backend.foundation.refusals import CATALOGUE, Refusal
from backend.foundation.web.authentication import SESSION_COOKIE
from backend.foundation.web.described import COMPONENTS, FILES, PROBLEM, ref
from backend.foundation.web.request import AnyRequest

Operation = dict[str, Any]

WRITES: Final = frozenset({"put", "post", "patch", "delete"})
ADDS: Final = frozenset({"post", "patch"})
_SENTENCE: Final = re.compile(r"^.*?(?=[.;:] |\.?$)", re.DOTALL)


async def only_the_description(request: AnyRequest) -> None:
    """Under its path Litestar answers for the description whatever no call takes, in a page and words of its own."""
    if request.path_params:
        raise Refusal("not_found")


class DescribedJson(JsonRenderPlugin):
    """`/api/v1/openapi.json` with all of it."""

    _made: bytes = b""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:  # noqa: ARG002
        self._made = self._made or self.render_json(request, description_of(request.app))
        return self._made


def description_of(app: Litestar) -> dict[str, Any]:
    """The whole description."""
    schema, public = app.openapi_schema.to_schema(), _public(app)
    for path, method, operation in _operations(schema):
        _tell(path, method, operation)
        if (method, path) in public:
            operation["security"] = []
    components = schema["components"]
    components["schemas"] |= COMPONENTS["schemas"]
    components |= {name: COMPONENTS[name] for name in ("parameters", "headers")}
    components["responses"] = _refusals()
    components["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
        "session": {"type": "apiKey", "in": "cookie", "name": SESSION_COOKIE},
    }
    return schema | {"security": [{"token": []}, {"session": []}]}


def _operations(schema: dict[str, Any]) -> Iterator[tuple[str, str, Operation]]:
    for path, item in schema["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def _public(app: Litestar) -> set[tuple[str, str]]:
    """Calls that ask for no sign-in, by method and path."""
    return {
        (method.lower(), route.path_format)
        for route in app.routes
        for handler in getattr(route, "route_handlers", ())
        if "public" in {guard.__dict__.get("action") for guard in handler.guards or ()}
        for method in handler.http_methods
    }


def _tell(path: str, method: str, operation: Operation) -> None:
    told = " ".join(operation.get("description", "").split())
    first = _SENTENCE.match(told)
    operation["summary"] = first.group(0) if first else told
    if method in WRITES:
        headers = ["device", "sent-at", "made-at", *(["idempotency-key"] if method in ADDS else [])]
        operation.setdefault("parameters", []).extend(ref("parameters", name) for name in headers)
        _body(path, method, operation)
    operation["responses"] = _answers(path, method, operation) | {
        str(status): ref("responses", str(status)) for status in _refusing(path, method, operation)
    }


def _body(path: str, method: str, operation: Operation) -> None:
    """Bytes where no struct is read; a body that may be left out says so."""
    if "requestBody" in operation:
        content = operation["requestBody"]["content"].values()
        optional = any({"type": "null"} in media["schema"].get("oneOf", ()) for media in content)
        operation["requestBody"]["required"] = not optional
    elif method in ("put", "patch") or path.endswith("/content"):
        raw = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
        operation["requestBody"] = {"content": raw, "required": True}


def _answers(path: str, method: str, operation: Operation) -> dict[str, Any]:
    """A file by what its address ends in, a page of a list, a record; a first write is 201, the same again 200."""
    ending = re.split(r"[./]", path)[-1]
    names = {parameter.get("name") for parameter in operation.get("parameters", ())}
    if method in WRITES:
        again = {"200": _json("Record", "The same again: as it stands now.")}
        first = {} if method in ("patch", "delete") else {"201": _json("Record", "Held.")}
        return first | again
    if ending in FILES:
        return {"200": {"description": "The file.", "content": {FILES[ending]: {}}}}
    return {"200": _json("Page" if "cursor" in names else "Record", "As this person may see it.")}


def _json(schema: str, words: str) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": ref("schemas", schema)}}}


def _refusing(path: str, method: str, operation: Operation) -> list[int]:
    """With which statuses a call may be refused."""
    statuses = {400, 401, 403, 503}
    if "{" in path:
        statuses.add(404)
    if operation.get("parameters"):
        statuses.add(422)
    if method in WRITES:
        statuses |= {409, 410, 413, 415, 422, 429}
    return sorted(statuses)


def _refusals() -> dict[str, Any]:
    """By status: every code it may carry, in words."""
    codes: dict[int, list[str]] = defaultdict(list)
    for entry in CATALOGUE.values():
        codes[entry.status].append(f"- `{entry.code}` {entry.title}")
    return {
        str(status): {
            "description": "\n".join([HTTPStatus(status).phrase, "", *sorted(listed)]),
            "content": {PROBLEM: {"schema": ref("schemas", "Problem")}},
        }
        | ({"headers": {"Retry-After": ref("headers", "retry-after")}} if status in (429, 503) else {})
        for status, listed in codes.items()
    }
