"""签到、签退, who is on duty now, spot checks and hand-over notes for scripts and phones."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, JSONBody

from backend.foundation.now import now
from backend.foundation.web.api import Acted, answer, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands.posts import home_of
from backend.office.duty.turnout.bodies import HandoverBody, SpotCheckBody, TurnoutBody, Whereabouts
from backend.office.duty.turnout.commands.checking import answer_check, ask
from backend.office.duty.turnout.commands.coming import turn_out
from backend.office.duty.turnout.commands.handing_over import read_note, write_note
from backend.office.duty.turnout.queries.checks import load_check
from backend.office.duty.turnout.queries.handovers import load_note, recent_notes
from backend.office.duty.turnout.queries.now import answers_for_it, look_at
from backend.office.duty.turnout.queries.turnouts import load_turnout
from backend.office.duty.turnout.showing import check_json, look_json, note_json, notes_json, turnout_json

TAGS = ["duty"]
CHECK = "/api/v1/spot-checks/{spot_check_id:uuid}"
NOTE = "/api/v1/handover-notes/{note_id:uuid}"


@get("/api/v1/duty/now", guards=[requires("duty.read")], tags=TAGS)
async def get_now(request: SignedRequest) -> dict[str, Any]:
    """Who stands where on which shift, how they were seen last; to whoever answers for it what is empty, too."""
    person = request.user
    return look_json(await look_at(home_of(person), now()), oversees=answers_for_it(person))


@put("/api/v1/turnouts/{turnout_id:uuid}", guards=[requires("duty.stand")], tags=TAGS)
async def put_turnout(
    request: SignedRequest, turnout_id: FromPath[UUID], data: JSONBody[TurnoutBody]
) -> Response[Any]:
    """签到 or 签退, by position, by the code of the place, or as a colleague has seen it."""
    sender = sender_of(request)
    received = await turn_out(sender, turnout_id, data)
    return answer(received, turnout_json(await load_turnout(sender.person, turnout_id)))


@put(CHECK, guards=[requires("duty.oversee")], tags=TAGS)
async def put_check(
    request: SignedRequest, spot_check_id: FromPath[UUID], data: JSONBody[SpotCheckBody]
) -> Response[Any]:
    """在岗抽查: somebody on duty is asked where they are."""
    sender = sender_of(request)
    received = await ask(sender, spot_check_id, data)
    return answer(received, check_json(await load_check(sender.person, spot_check_id)))


@get(CHECK, guards=[requires("duty.read")], tags=TAGS)
async def get_check(request: SignedRequest, spot_check_id: FromPath[UUID]) -> dict[str, Any]:
    """One spot check, to whom it concerns and whoever oversees."""
    return check_json(await load_check(request.user, spot_check_id))


@post(f"{CHECK}/answer", guards=[requires("duty.stand")], tags=TAGS)
async def post_answer(
    request: SignedRequest, spot_check_id: FromPath[UUID], data: JSONBody[Whereabouts]
) -> Response[Any]:
    """One's own position, once."""
    sender = sender_of(request)
    received = await answer_check(sender, spot_check_id, data)
    return answer(received, check_json(await load_check(sender.person, spot_check_id)))


@get("/api/v1/handover-notes", guards=[requires("duty.read")], tags=TAGS)
async def get_notes(request: SignedRequest) -> dict[str, Any]:
    """The last ones of the township, newest first."""
    return notes_json(await recent_notes(home_of(request.user)))


@put(NOTE, guards=[requires("duty.stand")], tags=TAGS)
async def put_note(
    request: SignedRequest, note_id: FromPath[UUID], data: JSONBody[HandoverBody]
) -> Response[Any]:
    """交接班记录 of a shift one holds."""
    sender = sender_of(request)
    received = await write_note(sender, note_id, data)
    return answer(received, note_json(await load_note(sender.person, note_id)))


@post(f"{NOTE}/reading", guards=[requires("duty.read")], tags=TAGS)
async def post_reading(
    request: SignedRequest, note_id: FromPath[UUID], data: JSONBody[Acted]
) -> Response[Any]:
    """Read; again changes nothing."""
    sender = sender_of(request)
    received = await read_note(sender, note_id, data)
    return answer(received, note_json(await load_note(sender.person, note_id)))


ROUTES = [get_now, put_turnout, put_check, get_check, post_answer, get_notes, put_note, post_reading]
