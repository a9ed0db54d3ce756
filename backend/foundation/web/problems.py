"""What the `type` of a problem document leads to: every code a refusal may carry, what it means and what to do."""

from typing import Any

from litestar import get
from litestar.params import FromPath

from backend.foundation.refusals import CATALOGUE, Refusal
from backend.foundation.refusals.catalogue import Entry
from backend.foundation.web.guards import public

PATH = "/api/v1/problems"
TAGS = ["problems"]


def type_of(code: str) -> str:
    """The address that explains a code."""
    return f"{PATH}/{code}"


@get(PATH, guards=[public], tags=TAGS)
async def list_problems() -> dict[str, Any]:
    """Every code a refusal may carry, with its status, what happened and what to do next."""
    return {"items": [_explained(entry) for entry in CATALOGUE.values()]}


@get(f"{PATH}/{{problem:str}}", guards=[public], tags=TAGS)
async def explain_problem(problem: FromPath[str]) -> dict[str, Any]:
    """One code; refused `not_found` where no refusal carries it."""
    if problem not in CATALOGUE:
        raise Refusal("not_found", "没有这个代码")
    return _explained(CATALOGUE[problem])


def _explained(entry: Entry) -> dict[str, Any]:
    return {
        "type": type_of(entry.code),
        "code": entry.code,
        "status": entry.status,
        "title": entry.title,
        "do": entry.do,
    }


ROUTES = [list_problems, explain_problem]
