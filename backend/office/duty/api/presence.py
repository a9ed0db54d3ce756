"""Who is on duty, and coming and going oneself."""

from dataclasses import replace
from typing import Any

from litestar import Response, delete, get, post

from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.web.api import answer, iso, listing, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands import presence as commands
from backend.office.duty.queries.presence import OnDuty, duty_since, on_duty_with

TAGS = ["duty"]


@get("/api/v1/duty", guards=[requires("duty.mark")], tags=TAGS)
async def get_duty(request: SignedRequest) -> dict[str, Any]:
    """Who of one's own township (or of the county's bodies) is on duty now, with how to reach them."""
    there = await on_duty_with(request.user, now())
    return listing([_json(each) for each in there])


@post("/api/v1/duty/presence", guards=[requires("duty.mark")], tags=TAGS)
async def post_presence(request: SignedRequest) -> Response[Any]:
    """上岗: calls for help ring for you from now on."""
    sender = sender_of(request)
    return answer(await commands.begin(sender), await _own(sender.person))


@delete("/api/v1/duty/presence", guards=[requires("duty.mark")], tags=TAGS, status_code=200)
async def delete_presence(request: SignedRequest) -> Response[Any]:
    """下岗: it stays quiet; what one may see is shown as before."""
    sender = sender_of(request)
    received = replace(await commands.end(sender), status=200)
    return answer(received, await _own(sender.person))


async def _own(person: Person) -> dict[str, Any]:
    since = await duty_since(person.id, now())
    return {"username": person.username, "on_duty": since is not None, "since": iso(since)}


def _json(each: OnDuty) -> dict[str, Any]:
    return {
        "id": str(each.id),
        "username": each.username,
        "name": each.name,
        "position": each.position,
        "phone": each.phone,
        "unit": each.unit_code,
        "unit_name": each.unit_name,
        "since": iso(each.since_at),
    }


ROUTES = [get_duty, post_presence, delete_presence]
