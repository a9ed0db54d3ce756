"""The list with its filters in the address."""

from itertools import groupby
from urllib.parse import urlencode

from litestar import get
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters.pages.addresses import Code, PageNumber
from backend.office.matters.queries.listing import A_PAGE, listing
from backend.office.matters.queries.proposals import waiting_for
from backend.office.matters.queries.reach import Whose, list_of, lists_open_to
from backend.office.matters.rules.filters import Filters, read_filters
from backend.office.matters.rules.matter import STANDINGS, Matter


@get("/matters", guards=[requires("matters.read")])
async def show_list(request: SignedRequest, number: PageNumber = 1, township: Code = "") -> Template:
    """The list in force now, or as it was on a day; a county body chooses whose."""
    person, at = request.user, now()
    whose, filters = await list_of(person, township), read_filters(request.query_params)
    listed = await listing(whose.id, filters, at, number)
    return page(
        request,
        "matters/list.html",
        current="matters",
        whose=whose,
        lists=[(each.code, each.name) for each in await lists_open_to(person)],
        asked=filters,
        listed=listed,
        groups=_groups(listed.matters, filters),
        fields=[(name, f"{name} {many}") for name, many in listed.fields],
        bodies=[(name, f"{name} {many}") for name, many in listed.bodies],
        standings=[(name, words) for name, words in STANDINGS.items() if name != "dropped"],
        waiting=await waiting_for(person),
        pages=_pages(number, listed.total, filters, whose if person.township_id is None else None),
    )


def _groups(matters: list[Matter], filters: Filters) -> list[tuple[str, list[Matter]]]:
    """By field in the order of the codes; what words found stays in its own order."""
    if filters.q:
        return [("最像的在前", matters)] if matters else []
    return [(field, list(group)) for field, group in groupby(matters, key=lambda matter: matter.field)]


def _pages(number: int, total: int, filters: Filters, whose: Whose | None) -> dict[str, str | None]:
    """第51—90项，共90项, and the addresses of the pages beside, with the filters."""
    first, last = (number - 1) * A_PAGE + 1, min(number * A_PAGE, total)
    words = f"第{first}—{last}项，共{total}项" if first <= last else f"共{total}项"
    newer = _address(number - 1, filters, whose) if number > 1 else None
    return {
        "words": words,
        "newer": newer,
        "older": _address(number + 1, filters, whose) if last < total else None,
    }


def _address(number: int, filters: Filters, whose: Whose | None) -> str:
    asked = {"q": filters.q, "field": filters.field, "standing": filters.standing, "body": filters.body}
    asked |= {"day": str(filters.day or ""), "township": whose.code if whose else "", "page": str(number)}
    return f"/matters?{urlencode({name: value for name, value in asked.items() if value})}"


ROUTES = [show_list]
