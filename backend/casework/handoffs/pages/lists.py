"""The list of handoffs: what a body sent and what came to it, by how soon it is due."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from litestar import get
from litestar.params import FromQuery, QueryParameter
from litestar.response import Template

from backend.casework.handoffs.cards import card, grouped
from backend.casework.handoffs.queries.lists import Filters, page_of, read_filters
from backend.casework.handoffs.rules.sender import DIRECTIONS
from backend.casework.handoffs.rules.states import WORDS
from backend.foundation.now import now
from backend.foundation.people.permissions import may
from backend.foundation.web.api import read_cursor
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest

AT_ONCE = 200
_BOXES = (
    ("全部", {"stage": "open"}),
    ("收到", {"box": "received", "stage": "open"}),
    ("发出", {"box": "sent", "stage": "open"}),
    ("办结", {"stage": "ended"}),
)


@get("/handoffs", guards=[requires("handoff.read")])
async def show_list(
    request: SignedRequest,
    *,
    box: FromQuery[str] = "",
    stage: FromQuery[str] = "open",
    direction: FromQuery[str] = "",
    status: Annotated[str, QueryParameter(name="state")] = "",
    q: FromQuery[str] = "",
    cursor: FromQuery[str] = "",
) -> Template:
    """What is still owed, two hundred at a time; a choice of state or words narrows it."""
    person, at = request.user, now()
    asked = read_filters(direction=direction, box=box, stage=stage, state=status, q=q)
    narrowed = replace(asked, stage="") if status else asked
    items, more = await page_of(person, narrowed, read_cursor(cursor), AT_ONCE)
    cards = [card(item, at, signs=may(person, "handoff.answer")) for item in items]
    signable = sum(each.signable for each in cards)
    return page(
        request,
        "handoffs/list.html",
        current="handoffs",
        asked=asked,
        groups=grouped(cards),
        signable=signable,
        narrowed=bool(status or q or direction),
        summary=_summary(asked, len(cards), signable, more=more is not None),
        boxes=[_box(text, choice, asked) for text, choice in _BOXES],
        states=list(WORDS.items()),
        directions=list(DIRECTIONS.items()),
        older=_address(asked, cursor=more.text()) if more else None,
    )


def _summary(asked: Filters, count: int, signable: int, *, more: bool) -> str:
    words = "件已了结" if asked.stage == "ended" else "件未办结"
    signing = f" · {signable} 件待签收" if signable else ""
    return f"{count}{'+' if more else ''} {words}{signing} · 按到期先后"


def _box(text: str, choice: dict[str, str], asked: Filters) -> dict[str, object]:
    current = {"box": asked.box, "stage": asked.stage} == {"box": "", **choice}
    return {"text": text, "href": f"/handoffs?{urlencode(choice)}", "current": current}


def _address(asked: Filters, **more: str) -> str:
    said = {
        "box": asked.box,
        "stage": asked.stage,
        "direction": asked.direction,
        "state": asked.state,
        "q": asked.q,
        **more,
    }
    return f"/handoffs?{urlencode({name: value for name, value in said.items() if value})}"


ROUTES = [show_list]
