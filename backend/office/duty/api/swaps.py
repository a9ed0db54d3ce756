"""换班: asked, agreed to, approved, refused, withdrawn."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands import swapping
from backend.office.duty.queries.swaps import load_swap, page_of
from backend.office.duty.showing import swap_json

PATH = "/api/v1/swaps/{swap_id:uuid}"
TAGS = ["duty"]
STAND = [requires("duty.stand")]


@put(PATH, guards=STAND, tags=TAGS)
async def put_swap(
    request: SignedRequest, swap_id: FromPath[UUID], data: JSONBody[swapping.SwapBody]
) -> Response[Any]:
    """Ask somebody to take one's shift, for theirs or for nothing."""
    sender = sender_of(request)
    return await _answer(sender, swap_id, await swapping.ask(sender, swap_id, data))


@post(f"{PATH}/consent", guards=STAND, tags=TAGS)
async def post_consent(
    request: SignedRequest, swap_id: FromPath[UUID], data: JSONBody[swapping.Answering]
) -> Response[Any]:
    """The other agrees; the captain is asked."""
    sender = sender_of(request)
    return await _answer(sender, swap_id, await swapping.consent(sender, swap_id, data))


@post(f"{PATH}/approval", guards=[requires("duty.approve")], tags=TAGS)
async def post_approval(
    request: SignedRequest, swap_id: FromPath[UUID], data: JSONBody[swapping.Answering]
) -> Response[Any]:
    """The captain's word: both stand where they said."""
    sender = sender_of(request)
    return await _answer(sender, swap_id, await swapping.approve(sender, swap_id, data))


@post(f"{PATH}/refusal", guards=STAND, tags=TAGS)
async def post_refusal(
    request: SignedRequest, swap_id: FromPath[UUID], data: JSONBody[swapping.Answering]
) -> Response[Any]:
    """By the other, or by whoever approves."""
    sender = sender_of(request)
    return await _answer(sender, swap_id, await swapping.refuse(sender, swap_id, data))


@post(f"{PATH}/withdrawal", guards=STAND, tags=TAGS)
async def post_withdrawal(
    request: SignedRequest, swap_id: FromPath[UUID], data: JSONBody[swapping.Answering]
) -> Response[Any]:
    """By whoever asked."""
    sender = sender_of(request)
    return await _answer(sender, swap_id, await swapping.withdraw(sender, swap_id, data))


@get(PATH, guards=[requires("duty.read")], tags=TAGS)
async def get_swap(request: SignedRequest, swap_id: FromPath[UUID]) -> dict[str, Any]:
    """One swap, to those it concerns."""
    return swap_json(await load_swap(request.user, swap_id))


@get("/api/v1/swaps", guards=[requires("duty.read")], tags=TAGS)
async def get_swaps(
    request: SignedRequest, cursor: FromQuery[str] = "", limit: FromQuery[int] = 50
) -> dict[str, Any]:
    """One's own, and those one plans or approves, newest first."""
    wanted = read_limit(limit)
    found = await page_of(request.user, read_cursor(cursor), wanted)
    page, more = paged(found, wanted, lambda swap: (swap.asked_at, swap.id))
    return listing([swap_json(each) for each in page], more)


async def _answer(sender: Sender, swap_id: UUID, received: Received) -> Response[Any]:
    return answer(received, swap_json(await load_swap(sender.person, swap_id)))


ROUTES = [put_swap, post_consent, post_approval, post_refusal, post_withdrawal, get_swap, get_swaps]
